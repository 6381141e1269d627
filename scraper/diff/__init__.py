"""What changed between two Apis, and what that means for the users of the package."""

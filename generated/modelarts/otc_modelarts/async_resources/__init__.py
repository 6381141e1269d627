"""The operations, by chapter of the reference."""

"""What people correct in the drafts: every correction applies exactly where it says, or is refused."""

from scraper.api.correcting.correct import correct
from scraper.api.correcting.operations import renamed

__all__ = ["correct", "renamed"]

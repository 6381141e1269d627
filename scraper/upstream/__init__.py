"""The pages of a service come in: from a git repository, an archive or a folder, byte for byte as they were published."""

from scraper.service import Upstream
from scraper.upstream.model import Taken
from scraper.upstream.revisions import checked_out
from scraper.upstream.selecting import vanished
from scraper.upstream.taking import take

__all__ = ["Taken", "Upstream", "checked_out", "take", "vanished"]

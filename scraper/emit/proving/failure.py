"""What happens to a file that is not what was meant."""

from __future__ import annotations

from scraper.issues import ScraperError


class UnprovedError(ScraperError):
    """Something was printed that no template prints: a fault of the generator, whatever page has brought it to light."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(
            f"{file}: {what}; nothing was written, as this is a defect of the generator:"
            " please report it, with the pages"
        )

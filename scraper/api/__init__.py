"""From drafts to the intermediate model of one service."""

from scraper.api.resolve import resolve

__all__ = ["resolve"]

"""From drafts to the intermediate model of one service."""

from scraper.api.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]

"""From a Document to what its author wrote, typed but unresolved: knows the documents' dialect."""

from scraper.draft.read import read

__all__ = ["read"]

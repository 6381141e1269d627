"""The disk: pages, service.toml and corrections.toml come in, projects go out; nothing else in the generator touches files."""

from scraper.workspace.comparing import Change, Difference, compare, left_over
from scraper.workspace.holding import (
    Holding,
    around,
    has_pages,
    holding,
    inside,
    parent_and_name,
    read_generated,
    read_model,
)
from scraper.workspace.places import CONTENTS, Files, Place, shown
from scraper.workspace.reading import (
    find_page,
    page_named,
    read_contents,
    read_corrections,
    read_lock,
    read_pages,
    read_service,
    read_services,
)
from scraper.workspace.swapping import recover
from scraper.workspace.updating import Update, update
from scraper.workspace.visiting import to_read, to_write
from scraper.workspace.writing import replace

__all__ = [
    "CONTENTS",
    "Change",
    "Difference",
    "Files",
    "Holding",
    "Place",
    "Update",
    "around",
    "compare",
    "find_page",
    "has_pages",
    "holding",
    "inside",
    "left_over",
    "page_named",
    "parent_and_name",
    "read_contents",
    "read_corrections",
    "read_generated",
    "read_lock",
    "read_model",
    "read_pages",
    "read_service",
    "read_services",
    "recover",
    "replace",
    "shown",
    "to_read",
    "to_write",
    "update",
]

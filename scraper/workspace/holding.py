"""What a path on disk holds, for those who may name several kinds of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from scraper.limits import LARGEST_MODEL
from scraper.workspace import files
from scraper.workspace.places import Place
from scraper.workspace.writing import MARK, is_generated


class Holding(StrEnum):
    NOTHING = "nothing"
    MODEL = "model"
    """A model.json, or a generated project, which has one."""
    SERVICE = "service"
    """A folder of spec/: pages and a service.toml."""
    PAGES = "pages"
    """A folder of pages."""
    SERVICES = "services"
    """A folder of such folders."""


def holding(path: Place) -> Holding:
    """What a path holds; NOTHING where there is none, or nothing that could be compared."""
    place = Path(path)
    if place.is_file():
        return Holding.MODEL if place.suffix == ".json" else Holding.NOTHING
    if not place.is_dir():
        return Holding.NOTHING
    if is_generated(place):
        return Holding.MODEL
    if (place / "service.toml").is_file():
        return Holding.SERVICE
    if has_pages(place):
        return Holding.PAGES
    return Holding.SERVICES if inside(place) else Holding.NOTHING


def has_pages(folder: Place) -> bool:
    return any(each.suffix.lower() == ".html" for each in Path(folder).iterdir())


def inside(folder: Place) -> tuple[str, ...]:
    """The services in a folder of services, as paths, sorted."""
    return tuple(
        str(each)
        for each in sorted(Path(folder).iterdir())
        if not each.name.startswith(".")
        and each.is_dir()
        and (is_generated(each) or (each / "service.toml").is_file())
    )


def parent_and_name(folder: Place) -> tuple[str, str]:
    """The folder that holds a service's folder, and the service's name."""
    whole = Path(folder).resolve()
    return str(whole.parent), whole.name


def around(path: Place) -> tuple[str, ...]:
    """The folders in which runs write that concern this path: its own, and the two above."""
    whole = Path(path).resolve()
    return tuple(map(str, (whole, *whole.parents[:2])))


def read_model(path: Place) -> str:
    """The text of a model.json, or of the one in a generated project."""
    place = Path(path)
    return files.text(place / MARK if place.is_dir() else place, LARGEST_MODEL)


def read_generated(out: Place, name: str, file: str) -> str:
    """The text of a file of a generated project; empty where it is not there."""
    path = Path(out, name, file)
    return files.text(path, LARGEST_MODEL) if path.is_file() else ""

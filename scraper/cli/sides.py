"""What `diff` compares: each argument as the Apis that it holds."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace

from scraper import pipeline, service, upstream, workspace
from scraper.api.model import Api
from scraper.cli.inputs import from_folder, from_spec
from scraper.cli.options import progress
from scraper.diff.restoring import restore
from scraper.issues import ScraperError
from scraper.lock import Lock
from scraper.names import NONE, Names
from scraper.pipeline import Reference
from scraper.workspace import Holding

BARE = "pages"
"""The service of a folder of pages without a service.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An Api, and the names that its pages gave away where it was read from pages."""

    api: Api
    names: Names = NONE
    bare: bool = False
    """Whether nobody said which service this is."""


def both_sides(
    old: str, new: str, only: str | None, stack: ExitStack
) -> dict[str, tuple[Side, Side]]:
    """Service → both Apis. Where each argument holds one service, these two are compared, whatever they are called.

    Pages without a service.toml are of the service that the other side is; and the new ones keep the names of the old,
    as they would in an update. Raises ScraperError for an argument that holds no Api.
    """
    before = _sides(_place(old, stack), old)
    given = next(iter(before.values())).names if len(before) == 1 else NONE
    after = _sides(_place(new, stack), new, given)
    if only is not None:
        before = _chosen(before, only, old)
        after = _chosen(after, only, new)
    if len(before) == 1 and len(after) == 1:
        (name, first), (other, second) = *before.items(), *after.items()
        first, second = _of_one_service(first, second)
        return {name if second.bare else other: (first, second)}
    return {
        name: (
            before.get(name) or _empty(after[name]),
            after.get(name) or _empty(before[name]),
        )
        for name in sorted(before.keys() | after.keys())
    }


def _place(argument: str, stack: ExitStack) -> str:
    """A path on disk; what a revision of git holds is put into a folder for the time being."""
    if workspace.holding(argument) is not Holding.NOTHING:
        return argument
    return stack.enter_context(upstream.checked_out(argument))


def _sides(place: str, argument: str, given: Names = NONE) -> dict[str, Side]:
    match workspace.holding(place):
        case Holding.MODEL:
            text = workspace.read_model(place)
            api = restore(text, file=workspace.shown(argument))
            return {api.service.name: Side(api=api)}
        case Holding.SERVICE:
            folder, name = workspace.parent_and_name(place)
            (reference,) = from_spec((name,), folder)
            return {name: _read(reference, given)}
        case Holding.PAGES:
            about = service.from_name(BARE)
            side = _read(from_folder(about, place), given)
            return {BARE: replace(side, bare=True)}
        case Holding.SERVICES:
            found: dict[str, Side] = {}
            for folder in workspace.inside(place):
                found |= _sides(folder, f"{argument}/{folder}")
            return found
        case _:
            raise ScraperError(
                f"{workspace.shown(argument)}: expected a folder of pages, a generated folder, a model.json, or a"
                " revision of git"
            )


def _read(reference: Reference, given: Names) -> Side:
    if reference.lock.names == NONE:
        reference = replace(reference, lock=Lock(names=given))
    with progress(reference.service) as shown:
        reading = pipeline.read(reference, shown)
    return Side(api=reading.api, names=reading.names)


def _of_one_service(old: Side, new: Side) -> tuple[Side, Side]:
    """Nobody said what a bare folder of pages is: it is what the other side is."""
    if new.bare:
        return old, replace(new, api=replace(new.api, service=old.api.service))
    if old.bare:
        return replace(old, api=replace(old.api, service=new.api.service)), new
    return old, new


def _chosen(sides: dict[str, Side], name: str, argument: str) -> dict[str, Side]:
    if name not in sides:
        known = ", ".join(sorted(sides))
        raise ScraperError(
            f"{workspace.shown(argument)}: no service {workspace.shown(name)}; there are: {known}"
        )
    return {name: sides[name]}


def _empty(side: Side) -> Side:
    """A service that is not there: nothing of it is."""
    nothing = replace(side.api, tags=(), operations=(), schemas=(), enumerations=())
    return replace(side, api=nothing)

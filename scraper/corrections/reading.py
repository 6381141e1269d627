"""The entries of a corrections.toml as corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from scraper import toml
from scraper.api.correcting.model import (
    Change,
    Correction,
    ExampleAdded,
    ExampleChange,
    IdChange,
    PaginationChange,
    Place,
    PropertyAdded,
    PropertyRemoved,
    RoleChange,
    WaiterChange,
)
from scraper.corrections.entry import BOUNDS, FIELD_FACTS, Entry, field_change
from scraper.corrections.waiters import waiter
from scraper.draft.model import Role, Side
from scraper.issues import quoted
from scraper.text import Text

_FIELD = ("table", "property", "row")
_PLACES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FIELD_FACTS, _FIELD),
    "property": _FIELD,
    "example": ("example", "path"),
    "role": ("table",),
    "operation id": (),
    "pagination": (),
    "waiter": (),
}
"""The keys of each fact's place, beside the page."""
_COMMON = ("page", "fact", "was", "now", "reason")
_SIDES = {"request": Side.REQUEST, "response": Side.RESPONSE}
_IN = {
    role.value: role
    for role in (Role.PATH, Role.QUERY, Role.HEADER, Role.BODY, Role.RESPONSE)
}
_ADDED = ("type", "required", "enum", "default", *BOUNDS, "description", "in")


def read(text: str, *, file: str) -> tuple[Correction, ...]:
    """The corrections of a corrections.toml, in its order; `file` is how errors call it.

    Raises ScraperError that names file, correction and key where something is missing, unknown or of another kind.
    """
    whole = Entry(values=toml.loads(text, file=file), where=file).only("correction")
    return tuple(
        _correction(entry, number, file)
        for number, entry in enumerate(whole.entries("correction"), start=1)
    )


def _correction(entry: Entry, number: int, file: str) -> Correction:
    entry = entry.called(f"{file}: correction {number}")
    fact = entry.string("fact")
    if fact not in _PLACES:
        known = ", ".join(_PLACES)
        raise entry.error(
            "fact", f"expected one of {known}, found {quoted(Text(fact))}"
        )
    entry.only(*_COMMON, *_PLACES[fact])
    if "was" not in entry.values and "now" not in entry.values and fact != "type":
        raise entry.error("now", "missing, and so is `was`: nothing is corrected")
    place, reason = _place(entry, fact), entry.string("reason")
    change = _CHANGES.get(fact, field_change)(entry)
    if entry.values.get("was") == entry.values.get("now"):
        raise entry.error("now", "equal to `was`: nothing is corrected")
    return Correction(
        number=number, file=file, place=place, fact=fact, change=change, reason=reason
    )


def _place(entry: Entry, fact: str) -> Place:
    keys = _PLACES[fact]
    needs_table = fact == "role"
    return Place(
        page=Text(entry.string("page")),
        table=Text(entry.string("table", optional=not needs_table)),
        property=Text(entry.string("property", optional="property" not in keys)),
        row=entry.count("row"),
        example=entry.count_or_label("example"),
        path=entry.json_path("path"),
    )


def _property(entry: Entry) -> PropertyAdded | PropertyRemoved:
    if "now" not in entry.values:
        return PropertyRemoved(was=Text(entry.string("was")))
    if "was" in entry.values:
        raise entry.error(
            "was",
            "a property is added (now) or removed (was); correct its facts instead",
        )
    made = entry.table("now").only(*_ADDED)
    facts = (name for name in ("required", "enum", "default", *BOUNDS))
    return PropertyAdded(
        type=made.type("type"),
        changes=tuple(
            field_change(made.as_change(fact)) for fact in facts if fact in made.values
        ),
        description=Text(made.string("description", optional=True)),
        role=made.choice("in", _IN) if "in" in made.values else None,
    )


def _example(entry: Entry) -> ExampleChange | ExampleAdded:
    if "example" in entry.values:
        return ExampleChange(was=entry.json("was"), now=entry.json("now"))
    if "was" in entry.values:
        raise entry.error("example", "missing: the example's number or label")
    made = entry.table("now").only("side", "status", "label", "body")
    body = made.json("body")
    if body is None:
        raise made.error("body", "missing")
    return ExampleAdded(
        side=made.choice("side", _SIDES),
        status=made.string("status", optional=True),
        label=Text(made.string("label", optional=True)),
        body=body,
    )


def _role(entry: Entry) -> RoleChange:
    roles = {role.value: role for role in Role}
    return RoleChange(was=entry.choice("was", roles), now=entry.choice("now", roles))


def _id(entry: Entry) -> IdChange:
    return IdChange(was=entry.operation_id("was"), now=entry.operation_id("now"))


def _pagination(entry: Entry) -> PaginationChange:
    return PaginationChange(was=entry.pagination("was"), now=entry.pagination("now"))


def _waiter(entry: Entry) -> WaiterChange:
    return WaiterChange(now=waiter(entry))


_Reader: TypeAlias = Callable[[Entry], Change]
_CHANGES: Mapping[str, _Reader] = {
    "property": _property,
    "example": _example,
    "role": _role,
    "operation id": _id,
    "pagination": _pagination,
    "waiter": _waiter,
}

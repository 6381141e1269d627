"""Types beside each other: how they are called, which holds which, and what they refer to at the same place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Enumeration,
    Kind,
    Map,
    Primitive,
    Ref,
    Schema,
    Type,
    Union,
)
from scraper.diff.verdicts import Event
from scraper.emit.python.layout import referred
from scraper.source import Source
from scraper.text import Text

Name: TypeAlias = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The schemas and enumerations of an Api, by name."""

    schemas: Mapping[Name, Schema]
    enumerations: Mapping[Name, Enumeration]
    pages: frozenset[Text]
    """Of its operations."""

    def bare(self, type: Type) -> Type:
        """An enumeration's primitive in its place: a list of values makes no other type."""
        if isinstance(type, Ref) and type.name in self.enumerations:
            return self.enumerations[type.name].base
        return type


def named(api: Api) -> Named:
    return Named(
        schemas={each.name: each for each in api.schemas},
        enumerations={each.name: each for each in api.enumerations},
        pages=frozenset(each.source.page for each in api.operations),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both Apis' names, for types that stand at the same place."""

    old: Named
    new: Named

    def flipped(self) -> Sides:
        return Sides(old=self.new, new=self.old)

    def same_page(self, old: Source, new: Source) -> bool:
        """Whether two places are on one page, which may have another name now."""
        return old.page == new.page or old.page not in self.new.pages

    def event(self, old: Type, new: Type) -> Event | None:
        """What became of a type; None where it is the same, names and lists of values aside."""
        wider = self.flipped().holds(new, old)
        narrower = self.holds(old, new)
        match wider, narrower:
            case True, True:
                return self._alternatives(old, new)
            case True, False:
                return Event.WIDER
            case False, True:
                return Event.NARROWER
            case _:
                return Event.OTHER

    def _alternatives(self, old: Type, new: Type) -> Event | None:
        """Whether there are more objects to choose from now, or fewer: one holds as much as any other here."""
        before = len(set(schemas(old, self.old)))
        after = len(set(schemas(new, self.new)))
        if before == after:
            return None
        return Event.WIDER if after > before else Event.NARROWER

    def holds(self, old: Type, new: Type) -> bool:
        """Whether each value of the new type is one of the old type.

        An object with a table is no case of "any value": programs use it as a model, and not as a dict.
        """
        old, new = self.old.bare(old), self.new.bare(new)
        match old, new:
            case _, Union(options=options):
                return all(self.holds(old, option) for option in options)
            case Union(options=options), _:
                return any(self.holds(option, new) for option in options)
            case AnyType(), _:
                return next(schemas(new, self.new), None) is None
            case Primitive(), Primitive():
                return _kind_holds(old, new)
            case Ref(), Ref():
                return True  # what is in them is compared on its own
            case (Array(items=inner), Array(items=other)) | (
                Map(values=inner),
                Map(values=other),
            ):
                return self.holds(inner, other)
            case _:
                return False


def _kind_holds(old: Primitive, new: Primitive) -> bool:
    """An integer is a number; int32 and int64 are one type in Python, while the bytes of a string are written apart."""
    if old.kind is Kind.STRING:
        return new == old
    return new.kind in (old.kind, *([Kind.INTEGER] if old.kind is Kind.NUMBER else []))


def schemas(type: Type, side: Named) -> Iterator[Name]:
    """The names of the schemas in a type."""
    return (name for name in referred(type) if name in side.schemas)


def enumerations(type: Type, side: Named) -> Iterator[Name]:
    """The names of the enumerations in a type."""
    return (name for name in referred(type) if name in side.enumerations)


def called(type: Type, side: Named) -> str:
    """A type in words: `array of integer (int64)`, `SmartTaskConfig`, `string`; an enumeration by its primitive."""
    match side.bare(type):
        case Primitive(kind=kind, format=format):
            return f"{kind.value} ({format})" if format else kind.value
        case Array(items=items):
            return f"array of {called(items, side)}"
        case Map(values=values):
            return f"map of {called(values, side)}"
        case Ref(name=name):
            return name
        case Union(options=options):
            return " or ".join(called(option, side) for option in options)
        case AnyType():
            return "any value"
        case _ as never:
            assert_never(never)

"""Types as Python annotations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from scraper.api.model import (
    AnyType,
    Array,
    Kind,
    Map,
    Primitive,
    Ref,
    Type,
    Union,
)
from scraper.emit.python.layout import Layout
from scraper.emit.python.reserved import MODELS
from scraper.emit.python.symbols import Import, Symbol, union

ANY = Symbol(expression="Any", imports=frozenset({Import(module="typing", name="Any")}))
NONE = Symbol(expression="None")
_MAPPING = frozenset({Import(module="collections.abc", name="Mapping")})
_SEQUENCE = frozenset({Import(module="collections.abc", name="Sequence")})
_PRIMITIVES = {
    Kind.STRING: "str",
    Kind.INTEGER: "int",
    Kind.NUMBER: "float",
    Kind.BOOLEAN: "bool",
    Kind.NULL: "None",
}

Named: TypeAlias = Callable[[str, str], Symbol]
"""(class, its module) → what the printing module calls it."""


def from_models(name: str, _module: str) -> Symbol:
    """In resources: `models.TaskType`, loaded by that package when it is first used."""
    needed = Import(module="..", name=MODELS)
    return Symbol(expression=f"{MODELS}.{name}", imports=frozenset({needed}))


def from_sibling(name: str, module: str) -> Symbol:
    """In a module of models: the class itself."""
    needed = Import(module=f".{module}", name=name)
    return Symbol(expression=name, imports=frozenset({needed}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """How one printing module writes types."""

    layout: Layout
    named: Named

    def attribute(self, type: Type) -> Symbol:
        """What a property holds: `list[InfConfig]`, `TaskType | str`."""
        match type:
            case Primitive(kind=kind):
                return Symbol(expression=_PRIMITIVES[kind])
            case Array(items=items):
                return _generic("list[{}]", self.attribute(items))
            case Map(values=values):
                return _generic("dict[str, {}]", self.attribute(values))
            case Ref(name=name):
                return self._referred(name)
            case Union(options=options):
                return union(self.attribute(option) for option in options)
            case AnyType():
                return ANY
            case _:
                assert_never(type)

    def argument(self, type: Type) -> Symbol:
        """What a call takes: also a plain mapping for an object, and any sequence for an array."""
        match type:
            case Array(items=items):
                return _generic("Sequence[{}]", self.argument(items), _SEQUENCE)
            case Map(values=values):
                return _generic("Mapping[str, {}]", self.argument(values), _MAPPING)
            case Ref(name=name) if name in self.layout.schemas:
                anything = _generic("Mapping[str, {}]", ANY, _MAPPING)
                return union((self._referred(name), anything))
            case Union(options=options):
                return union(self.argument(option) for option in options)
            case Primitive() | Ref() | AnyType():
                return self.attribute(type)
            case _:
                assert_never(type)

    def class_of(self, name: str) -> Symbol:
        """A schema's or enumeration's class by itself."""
        return self.named(self.layout.classes[name], self.layout.modules[name])

    def _referred(self, name: str) -> Symbol:
        if name in self.layout.fractions:
            return self.attribute(self.layout.fractions[name].base)
        own = self.class_of(name)
        if name in self.layout.schemas:
            return own
        base = self.attribute(self.layout.enumerations[name].base)
        return union((own, base))


def optional(symbol: Symbol) -> Symbol:
    """The annotation with None, which means that nothing is sent."""
    return symbol if symbol == ANY else union((symbol, NONE))


def _generic(
    form: str, inner: Symbol, needed: frozenset[Import] = frozenset()
) -> Symbol:
    return Symbol(
        expression=form.format(inner.expression),
        imports=inner.imports | needed,
    )

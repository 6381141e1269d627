"""A generated package that talks to a mock of its own OpenAPI document."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, TypeAlias, assert_never

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Kind,
    Map,
    Primitive,
    Ref,
    Type,
    Union,
)
from scraper.emit.python.layout import Layout, lay_out
from templates.runtime.types import is_array, is_object
from tests.support.calling import PROJECT, Call, warned

Ask: TypeAlias = Callable[..., Any]
"""Makes a call, with `extra_…` arguments if wanted; gives the whole answer."""
_SCALARS: dict[Kind, type | tuple[type, ...]] = {
    Kind.STRING: str,
    Kind.INTEGER: int,
    Kind.NUMBER: (int, float),
    Kind.BOOLEAN: bool,
    Kind.NULL: type(None),
}


@dataclass(frozen=True, kw_only=True)
class Mocked:
    """The package, and where its mock listens."""

    name: str
    api: Api
    package: Any
    address: str

    @contextmanager
    def asking(self, *, is_async: bool = False, **options: Any) -> Generator[Ask]:
        """A client, of either kind, as one function."""
        kind = f"{'Async' * is_async}{self.api.service.client}"
        usual = {
            "auth": self.package.Token("a token"),
            "base_url": self.address,
            "project_id": PROJECT,
            "max_retries": 0,
        }
        client = getattr(self.package, kind)(**{**usual, **options})
        with asyncio.Runner() as runner:

            def ask(call: Call, **extra: Any) -> Any:
                method = getattr(getattr(client, call.group), call.method)
                whole = self.package.with_response(method)
                with warned(call):
                    answer = whole(**call.keywords, **extra)
                    return runner.run(answer) if inspect.iscoroutine(answer) else answer

            try:
                yield ask
            finally:
                closing = client.aclose() if is_async else client.close()
                if inspect.iscoroutine(closing):
                    runner.run(closing)

    def is_of(self, value: Any, type_: Type) -> bool:
        """Whether an answer's value is what Python has for the type; what models hold is their own affair."""
        match type_:
            case Primitive(kind=kind):
                return isinstance(value, _SCALARS[kind])
            case Array(items=items):
                return is_array(value) and all(self.is_of(one, items) for one in value)
            case Map(values=values):
                return is_object(value) and all(
                    self.is_of(one, values) for one in value.values()
                )
            case Ref(name=name) if name in self._layout.schemas:
                return isinstance(value, self._class(name))
            case Ref():
                return isinstance(value, str | int | float)
            case Union(options=options):
                return any(self.is_of(value, option) for option in options)
            case AnyType():
                return True
            case _:
                assert_never(type_)

    def _class(self, schema: str) -> type:
        models = import_module(f"{self.package.__name__}.models")
        found: type = getattr(models, self._layout.classes[schema])
        return found

    @cached_property
    def _layout(self) -> Layout:
        return lay_out(self.api)

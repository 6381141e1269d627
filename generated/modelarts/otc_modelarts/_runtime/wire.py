"""From models to what goes over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .types import is_array, is_object


def wire(value: Any) -> Any:
    """The value as JSON data: models by wire names, enumeration members by values."""
    if isinstance(value, BaseModel):
        return {name: wire(member) for name, member in members_of(value)}
    if is_object(value):
        return {name: wire(member) for name, member in value.items()}
    if is_array(value):
        return [wire(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def members_of(model: BaseModel) -> Iterator[tuple[str, Any]]:
    """Wire name and value of all that was set in a model, unknown ones included."""
    fields = type(model).model_fields
    for name, value in vars(model).items():
        if name in model.model_fields_set:
            yield wire_name(name, fields[name]), value
    yield from (model.model_extra or {}).items()


def wire_name(name: str, field: FieldInfo) -> str:
    """The name on the wire of a property that is called `name` in Python."""
    return field.serialization_alias or field.alias or name

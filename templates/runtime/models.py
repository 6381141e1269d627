"""The base of all models: one class per schema, lenient in what it accepts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from types import NoneType
from typing import TYPE_CHECKING, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_serializer,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo

from .bounds import check_bounds
from .logs import log_problems
from .masking import masked
from .places import Kind, Place, Purpose
from .reading import Reading, read
from .types import is_array, is_object
from .wire import wire_name

UNSET: Any = None
"""The default of a property that answers may lack, though the documents do not say so.

Type checkers see the documented type; a missing property is None.
"""


def _dump(
    self: BaseModel,  # noqa: ARG001 - by this name pydantic knows a serializer of fields
    value: Any,
    handler: SerializerFunctionWrapHandler,
) -> Any:
    # Only what holds others goes through pydantic, which knows what to leave out.
    is_deep = isinstance(value, BaseModel) or is_object(value) or is_array(value)
    return handler(value) if is_deep else value


# pydantic would take the annotation for the type of every property in JSON schemas.
del _dump.__annotations__["return"]


class Model(BaseModel):
    """An object of the API.

    Properties are accepted by their Python and their wire names; `model_dump()` gives
    wire names. Nothing is refused, nothing is converted: a value of another type than
    documented is kept and logged, a missing property is None (and not in
    `model_fields_set`), an unknown one survives in `model_extra`. Operations check what
    they are given before they send it.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        hide_input_in_errors=True,
    )

    @model_validator(mode="wrap")
    @classmethod
    def _read_object(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if not isinstance(data, dict):
            return handler(data)
        reading = info.context if isinstance(info.context, Reading) else None
        members: dict[str, Any] = {**data}
        if reading is not None and reading.place.purpose is Purpose.REQUEST:
            members = _without_none(cls, members)
        missing = _missing(cls, members, by_name=reading is None or reading.by_name)
        model = handler(members | dict.fromkeys(missing.values()))
        model.model_fields_set.difference_update(missing, _strangers(model, members))
        if reading is not None:
            _report(model, members, missing, reading.place)
        return model

    @field_validator("*", mode="wrap")
    @classmethod
    def _read_property(
        cls, value: Any, _handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        # The handler would refuse or convert; it is there for the JSON schema.
        name = info.field_name or ""
        field = cls.model_fields[name]
        if value is None:
            return None
        if isinstance(info.context, Reading):
            place = info.context.place
            answered = place.purpose is Purpose.RESPONSE
            place = place.at(wire_name(name, field) if answered else name)
        else:
            place = Place(Purpose.MODEL, f"{cls.__name__}.{name}")
        result = read(field.annotation, value, place)
        check_bounds(result, field.metadata, place)
        if not isinstance(info.context, Reading):
            log_problems(place.problems)
        return result

    _dump_property = field_serializer("*", mode="wrap")(_dump)

    if not TYPE_CHECKING:  # with the signatures of BaseModel

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """As BaseModel's; without warnings, for values may be of any type."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """As BaseModel's; without warnings, for values may be of any type."""
            return super().model_dump_json(**{"warnings": False, **options})

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Names and values for repr() and str(), secrets masked."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            field = fields.get(name or "")
            wired = wire_name(name or "", field) if field else ""
            yield name, masked(wired, masked(name or "", value))


def _without_none(model: type[Model], members: dict[str, Any]) -> dict[str, Any]:
    """None means not sent: as if the documented property were not there.

    A required property that can be nothing but null is sent as null.
    """
    documented = _names(model)
    kept = {
        name
        for known, field in model.model_fields.items()
        if _is_null(field)
        for name in (known, wire_name(known, field))
    }
    return {
        name: value
        for name, value in members.items()
        if value is not None or name not in documented or name in kept
    }


def _is_null(field: FieldInfo) -> bool:
    return field.annotation is NoneType and field.is_required()


def _missing(
    model: type[Model], members: dict[str, Any], *, by_name: bool
) -> dict[str, str]:
    """Name and wire name of each required property that is not there."""
    return {
        name: wire_name(name, field)
        for name, field in model.model_fields.items()
        if field.is_required()
        and wire_name(name, field) not in members
        and not (by_name and name in members)
    }


def _strangers(model: Model, members: dict[str, Any]) -> set[str]:
    """Unknown properties called as another property, which was not given, is in Python.

    pydantic would take that one for given. (Before 2.14 the unknown one is then missing
    from `model_dump(exclude_unset=True)`.)
    """
    fields = type(model).model_fields
    return {
        name
        for name in model.model_extra or {}
        if name in fields and wire_name(name, fields[name]) not in members
    }


def _report(
    model: Model, members: dict[str, Any], missing: dict[str, str], place: Place
) -> None:
    answered = place.purpose is Purpose.RESPONSE
    for name, wired in missing.items():
        at = place.at(wired if answered else name)
        at.report(Kind.MISSING, "missing, but required")
    for name, field in type(model).model_fields.items():
        wired = wire_name(name, field)
        given = wired in members and members[wired] is None
        if field.is_required() and given and not _is_null(field):
            place.at(wired).report(Kind.NULL, "null, but required")
    for name in model.model_extra or {}:
        text = "unknown property" if answered else _unknown(name, type(model))
        place.at(name).report(Kind.UNKNOWN, text)


def _unknown(name: str, model: type[Model]) -> str:
    names = _names(model)
    if name in names:
        return f"given twice, also as {names[name]!r}"
    folded = {known.casefold(): known for known in names}
    for cutoff, hint in ((0.6, "did you mean {!r}?"), (0, "the nearest is {!r}")):
        nearest = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=cutoff)
        if nearest:
            return f"unknown property; {hint.format(folded[nearest[0]])}"
    return "unknown property"


def _names(model: type[Model]) -> dict[str, str]:
    """Python and wire names of the properties, each with the other one."""
    names: dict[str, str] = {}
    for name, field in model.model_fields.items():
        wired = wire_name(name, field)
        names |= {wired: name, name: wired}
    return names

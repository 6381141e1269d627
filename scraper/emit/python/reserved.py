"""Names that generated Python cannot give away: data only."""

from __future__ import annotations

import keyword

KEYWORDS = frozenset(keyword.kwlist)

BUILTINS_IN_ANNOTATIONS = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"}
)
"""A class member of this name would hide the built-in from the annotations below it."""

DECORATORS = frozenset({"cached_property", "deprecated", "property"})
"""A class member of this name would hide the decorator from the members below it."""

FILE_NAMES = frozenset({"aux", "con", "nul", "prn"})
"""Names that no file can have on some systems."""

MODEL_ATTRIBUTES = frozenset("""
    construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name model_post_init
    model_rebuild model_validate model_validate_json model_validate_strings parse_file parse_obj parse_raw schema
    schema_json update_forward_refs validate
    """.split())
"""Attributes of pydantic's BaseModel."""

WAIT_ARGUMENTS = ("wait_timeout", "poll_delay")
"""Arguments of methods that wait: how long at most, and the first pause."""

CALL_ARGUMENTS = frozenset(
    {"self", "body", "timeout", "extra_headers", "extra_query", "extra_body"}
) | {*WAIT_ARGUMENTS}
"""Arguments that methods have besides the documented ones."""

_CONSTANTS = frozenset({"True", "False", "None"})

MODEL_NAMES = _CONSTANTS | {
    "Any",
    "Field",
    "Model",
    "OpenIntEnum",
    "OpenStrEnum",
    "UNSET",
}
"""Names that modules of models import."""

MODELS = "models"
"""What modules of resources call the package of models."""

RESOURCE_NAMES = _CONSTANTS | {
    "Any",
    "AsyncIterator",
    "AsyncResource",
    "ByMarker",
    "ByOffset",
    "ByPage",
    "Iterator",
    "Mapping",
    "Parameter",
    "Request",
    "Resource",
    "Sequence",
    "Timeout",
    "async_each_item",
    "async_wait_until",
    "each_item",
    "wait_until",
}
"""Names that modules of resources import besides."""

CLIENT_NAMES = frozenset({"AsyncClient", "Client", "TYPE_CHECKING"})
"""Names that the module of the clients imports besides the resources."""

"""The words of type cells, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scraper.draft.model import Kind, Primitive

_STRING: Final = Primitive(kind=Kind.STRING)
_INTEGER: Final = Primitive(kind=Kind.INTEGER)
_INT32: Final = Primitive(kind=Kind.INTEGER, format="int32")
_INT64: Final = Primitive(kind=Kind.INTEGER, format="int64")
_NUMBER: Final = Primitive(kind=Kind.NUMBER)
_FLOAT: Final = Primitive(kind=Kind.NUMBER, format="float")
_DOUBLE: Final = Primitive(kind=Kind.NUMBER, format="double")
_BOOLEAN: Final = Primitive(kind=Kind.BOOLEAN)


def _string(format: str) -> Primitive:
    return Primitive(kind=Kind.STRING, format=format)


PRIMITIVES: Final[Mapping[str, Primitive]] = {
    "string": _STRING,
    "strings": _STRING,
    "str": _STRING,
    "char": _STRING,
    "varchar": _STRING,
    "text": _STRING,
    "enum": _STRING,
    "enumeration": _STRING,
    "timestamp": _STRING,
    "ip": _STRING,
    "url": _STRING,
    "uuid": _string("uuid"),
    "uuids": _string("uuid"),
    "date": _string("date"),
    "datetime": _string("date-time"),
    "date-time": _string("date-time"),
    "ipv4": _string("ipv4"),
    "ipv6": _string("ipv6"),
    "uri": _string("uri"),
    "bytes": _string("byte"),
    "binary": _string("binary"),
    "file": _string("binary"),
    "integer": _INTEGER,
    "integers": _INTEGER,
    "int": _INTEGER,
    "ints": _INTEGER,
    "short": _INTEGER,
    "byte": _INTEGER,
    "uint": _INTEGER,
    "int32": _INT32,
    "int64": _INT64,
    "long": _INT64,
    "longs": _INT64,
    "bigint": _INT64,
    "biginteger": _INTEGER,
    "number": _NUMBER,
    "numbers": _NUMBER,
    "decimal": _NUMBER,
    "bigdecimal": _NUMBER,
    "float": _FLOAT,
    "floats": _FLOAT,
    "double": _DOUBLE,
    "doubles": _DOUBLE,
    "boolean": _BOOLEAN,
    "booleans": _BOOLEAN,
    "bool": _BOOLEAN,
    "null": Primitive(kind=Kind.NULL),
    "none": Primitive(kind=Kind.NULL),
}
"""One word and the primitive it stands for. A timestamp may be written in any form, so
it has no format; a byte is a small number, bytes are base64."""

FORMATS: Final = frozenset(
    {"int32", "int64", "float", "double", "byte", "binary", "date", "date-time", "uuid"}
)
"""A word in parentheses after a primitive that is its format: `integer (int64)`."""

ARRAYS: Final = frozenset({"array", "arrays", "list", "lists", "set", "jsonarray"})
MAPS: Final = frozenset({"map", "maps", "hashmap", "dictionary"})
OBJECTS: Final = frozenset(
    {"object", "objects", "json", "dict", "dicts", "jsonobject", "structure", "struct"}
)
"""An object without a name, or what follows the name of one."""
NOUNS: Final = frozenset(
    {"object", "objects", "structure", "structures", "struct", "structs"}
)
"""What follows a name: `X object`, `X structure`."""
ANYTHING: Final = frozenset({"any", "anytype"})
OF: Final = frozenset({"of"})
OR: Final = frozenset({"or", "/", "|"})
FILLERS: Final = frozenset({"a", "an", "the", "character", "data"})
"""Words that add nothing: `character string`, `array of the X objects`."""
TRAILERS: Final = frozenset({"data", "structure", "type", "types", "format"})
"""Words that add nothing after a whole type: `list data structure`, `string type`."""
REMARKS: Final = frozenset({"for", "see", "refer"})
"""What a sentence behind the type begins with."""
KINDS: Final = frozenset({"type", "types"})
"""After a name that is no type: the values are the words of an enumeration,
`Array<Colour type>`."""

BRACKETS: Final[Mapping[str, str]] = {"<": ">", "(": ")", "[": "]"}
"""What can enclose the type of an array's items or a map's values."""

ITEMS_ARE: Final = (
    r"\b(?:elements?|items?|members?)(?: (?:in|of) the (?:array|list))? (?:is|are) "
    r"(?:of )?(?:the |an? )?(\w+)(?: type)?(?:[.,;]|\s*+$)"
)
"""How a description says the type of an array's items, which the group holds."""

"""Words of header cells and of the cells below them: data only, all in lower case."""

from __future__ import annotations

NAME = frozenset(
    "parameter|parameters|parameter name|param|attribute|attribute name|attributes"
    "|element|field|field name|header|header name|header field|key|property"
    "|property name|member|request parameter|response parameter"
    "|query parameter|path parameter|uri parameter|body parameter".split("|")
)
WEAK_NAME = frozenset({"name", "item"})
"""Names too, but only beside a column of types or of requiredness."""

TYPE = frozenset(
    "type|parameter type|data type|value type|format|field type|param type".split("|")
)
REQUIRED = frozenset(
    "mandatory|required|mandatory or not|mandatory/optional|optional/mandatory"
    "|mandatory or optional|is mandatory|m/o|necessity|requirement"
    "|mandatory (yes/no)|compulsory".split("|")
)
OPTIONAL = frozenset({"optional", "optional or not", "is optional"})
"""Columns where "Yes" means that a property may be left out."""

DESCRIPTION = frozenset(
    "description|meaning|descriptions|parameter description|remarks|remark|note|notes"
    "|explanation".split("|")
)
STATUS = frozenset(
    "status code|normal status code|error status code|http status code|returned value"
    "|return value|returned code|response code|http code|status codes|return code"
    "|http return code|code|status".split("|")
)
ERROR = frozenset({"error code", "error codes", "error message", "error information"})
PERMISSION = frozenset({"permission", "permissions", "action", "actions"})

YES = frozenset({"yes", "y", "m", "mandatory", "required", "true", "always"})
NO = frozenset(
    "no|n|o|optional|not required|not mandatory|false|unnecessary|none required".split(
        "|"
    )
)
CONDITIONAL = frozenset(
    {"c", "conditional", "conditionally mandatory", "conditionally"}
)
EMPTY = frozenset({"", "-", "--", "n/a", "none", "/", "null", "not involved", "—", "–"})

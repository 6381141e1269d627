"""Words of header cells and of the cells below them: data only, all in lower case."""

from __future__ import annotations

NAMES = (
    frozenset(
        "parameter|parameters|parameter name|param|params|attribute|attribute name"
        "|attributes|element|element name|field|fields|field name|header|header name"
        "|header field|header parameter|key|keys|key name|property|properties"
        "|property name|member|member name|request parameter|request parameter name"
        "|response parameter|response parameter name|query parameter|path parameter"
        "|uri parameter|url parameter|body parameter|input parameter|output parameter"
        "|variable|variable name|argument|subfield".split("|")
    ),
    frozenset({"name", "item"}),
)
"""The words above names; the later ones only beside types or requiredness."""

TYPES = (
    frozenset(
        "type|types|parameter type|data type|value type|field type|param type"
        "|attribute type|variable type|property type|datatype".split("|")
    ),
    frozenset({"format", "data format"}),
)
"""The words above types, the surest first."""

REQUIRED = frozenset({"mandatory", "required", "necessary", "compulsory", "m/o", "o/m"})
NOUNS_OF_REQUIRED = frozenset({"necessity", "requirement", "requiredness", "m", "must"})
"""Alone above a column of requiredness."""
OPTIONAL = frozenset({"optional", "omissible"})
"""Columns where "Yes" means that a property may be left out."""
ASKING = frozenset(
    "attribute field is it m no not o optional or parameter whether yes".split()
)
"""What may stand beside those words: "Mandatory or Not", "Is it required"."""

DESCRIPTIONS = (
    frozenset(
        "description|descriptions|parameter description|field description"
        "|attribute description|detailed description|brief description".split("|")
    ),
    frozenset(
        "meaning|explanation|explanations|definition|remarks|remark|note|notes|details"
        "|comment|comments|function|usage|instructions|desc".split("|")
    ),
)
"""The words above descriptions, the surest first."""

LOCATION = frozenset(
    "in|position|location|parameter position|parameter location|carried in"
    "|parameter type|type|parameter category|category".split("|")
)
"""Columns that may say where a parameter belongs, if all their cells do."""
PLACES = {
    "path": "path",
    "uri": "path",
    "url": "path",
    "query": "query",
    "query string": "query",
    "querystring": "query",
    "header": "header",
    "headers": "header",
    "request header": "header",
    "body": "body",
    "request body": "body",
    "json body": "body",
}
"""The cells of such a column: the location that each means."""

OF_VALUES = frozenset(
    "value range|value ranges|range|options|option|value|values|valid value|valid values"
    "|possible values|allowed values|available values|enumeration|enumeration values"
    "|enum|value options|optional values|supported values".split("|")
)
"""Columns whose lists of words are lists of values."""
COUNTING = frozenset({"no.", "no", "s/n", "sn", "#", "serial no.", "serial number"})
"""Columns that only count the rows."""

CODES = frozenset({"code", "codes", "status", "statuses"})
VALUES = frozenset({"value", "values"})
RETURNED = frozenset({"returned", "return", "response"})
OF_CODES = (
    CODES
    | RETURNED
    | VALUES
    | frozenset(
        "abnormal error exception http https normal request success successful the".split()
    )
)
"""The words above status codes: at least a code, or a value that is returned."""
ERROR = frozenset({"error code", "error codes", "error message", "error information"})
PERMISSION = frozenset({"permission", "permissions", "action", "actions"})
METHOD = frozenset({"method", "http method", "request method"})
ADDRESS = frozenset({"uri", "url", "path", "api", "request uri", "request url"})

YES = frozenset("yes|y|m|mandatory|required|true|always|must|√|✓|✔".split("|"))
NO = frozenset(
    "no|n|o|optional|not required|not mandatory|non-mandatory|false|unnecessary"
    "|none required|never|×|✗|✘|not necessary".split("|")
)
CONDITIONAL = frozenset(
    {"c", "conditional", "conditionally mandatory", "conditionally", "cm"}
)
ANSWERS = YES | NO | CONDITIONAL
SAID_EITHER_WAY = frozenset("yes no y n true false √ ✓ ✔ × ✗ ✘".split())
"""Answers that mean the opposite in a column "Optional"."""
CONDITIONS = frozenset("if when only unless for in while except".split())
"""After "Yes": mandatory under a condition."""
EMPTY = frozenset({"", "-", "--", "n/a", "none", "/", "null", "not involved", "—", "–"})

"""Words of section titles, captions and labels: data only, all in lower case."""

from __future__ import annotations

EXAMPLE = frozenset({"example", "examples", "sample", "samples"})
URI = frozenset({"uri", "url", "uris", "urls", "prototype"})
SYNTAX = frozenset({"syntax", "line"})
"""With a request: how its first line is written."""
METHOD = frozenset({"method", "methods"})
INTERFACE = frozenset({"api", "interface"})
REQUEST = frozenset({"request", "requests", "input", "inputs"})
RESPONSE = frozenset("response responses output outputs result results reply".split())
ERROR = frozenset({"error", "errors", "exception", "exceptions"})
STATUS = frozenset({"status", "statuses"})
CODE = frozenset({"code", "codes"})
RETURNED = frozenset({"returned", "return"})
VALUE = frozenset({"value", "values"})
FUNCTION = frozenset(
    "function functions functionality introduction overview purpose scenario"
    " scenarios".split()
)
DESCRIPTION = frozenset({"description"})
"""Alone, or that of the interface: what the operation does."""
CONSTRAINT = frozenset(
    "constraint constraints limitation limitations notes precaution precautions"
    " prerequisite prerequisites restriction restrictions".split()
)

PARAMETER = frozenset(
    "attribute attributes body field fields header headers parameter parameters path"
    " query".split()
)
"""What a title of a part of a request or response is about, when it does not say of which."""
FORMAT = frozenset({"format"})

FILLERS = frozenset(
    "a abnormal an and application body common description details element elements"
    " failed failure for format function header headers http https in information"
    " interface json list message messages normal of on parameter parameters path"
    " query string structure success successful the to usage".split()
)
"""Words that a title may have besides those above and still be about the same."""

OUTCOME = frozenset("abnormal failed failure normal success successful".split())
"""What a label may say of a response's outcome."""
FAILURE = frozenset("abnormal error exception exceptional failed failure".split())
"""The outcomes that are none of success."""

HEADER = frozenset({"header", "headers"})
QUERY = frozenset({"query"})
PATH = frozenset({"path", "uri", "url"})
ELEMENT = frozenset({"element", "elements"})
"""Where a section describes these, the parameters of the request are its query."""
BODY = frozenset({"body"}) | ELEMENT

NAMING = frozenset(
    "array attribute attributes content contents data description details element elements field fields"
    " format formats info information object objects parameter parameters reserved"
    " structure".split()
)
"""What follows a schema's name in a caption: "**nics** field description"."""

UNNAMED = frozenset(
    "a abnormal additional all an api attribute attributes body common data description"
    " details element elements error example field fields format header headers"
    " information input mandatory message method normal object objects optional other"
    " output parameter parameters path query request requested requests response responses result return"
    " returned status structure table the uri url value values".split()
)
"""Words that name no schema though they stand where its name would."""

AMBIGUOUS = frozenset("error example message method status table url value".split())
"""Those of them that name one where a word for a member follows: "in the error field"."""

MEMBER = frozenset({"content", "contents", "field", "fields", "object", "structure"})

PREPOSITIONS = frozenset({"of", "in", "for", "about"})
"""What stands between such a word and the name: "Data structure of the **x** field"."""

ARTICLES = frozenset({"a", "an", "the", "request", "response"})
"""What may stand before a name after a preposition."""

DISCARDED = (
    "abandoned",
    "deprecated",
    "discarded",
    "offline",
    "obsolete",
    "unavailable",
)
"""In parentheses at the end of a title; the operation is deprecated."""

ALTERNATIVES = frozenset({"or", "and"})
"""Words between two documents of one example, or two request lines."""

CHAPTER = 0.5
"""The share of links among a page's words from which on it is a chapter."""

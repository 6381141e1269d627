"""Words of section titles, captions and labels: data only, all in lower case."""

from __future__ import annotations

EXAMPLE = frozenset({"example", "examples", "sample", "samples"})
URI = frozenset({"uri", "url", "uris", "urls"})
REQUEST = frozenset({"request", "requests"})
RESPONSE = frozenset({"response", "responses"})
ERROR = frozenset({"error", "errors"})
STATUS = frozenset({"status", "statuses"})
CODE = frozenset({"code", "codes"})
RETURNED = frozenset({"returned", "return"})
VALUE = frozenset({"value", "values"})
FUNCTION = frozenset({"function", "functions", "functionality", "introduction"})
CONSTRAINT = frozenset(
    "constraint constraints limitation limitations precaution precautions"
    " prerequisite prerequisites restriction restrictions".split()
)

FILLERS = frozenset(
    "a abnormal an and api body description element elements failed failure for format"
    " header headers http in information json message messages normal of on parameter"
    " parameters path query success successful the to usage".split()
)
"""Words that a title may have besides those above and still be about the same."""

OUTCOME = frozenset("abnormal failed failure normal success successful".split())
"""What a label may say of a response's outcome."""

HEADER = frozenset({"header", "headers"})
QUERY = frozenset({"query"})
PATH = frozenset({"path", "uri", "url"})
BODY = frozenset({"body"})

NAMING = frozenset(
    "attribute attributes data description element elements field fields info"
    " information object objects parameter parameters reserved structure".split()
)
"""What follows a schema's name in a caption: "**nics** field description"."""

UNNAMED = frozenset(
    "a all an api attribute body common data description element elements example field"
    " fields header headers information input mandatory object objects optional other"
    " output parameter parameters path query request requested response returned"
    " structure table the uri url value values".split()
)
"""Words that name no schema though they stand where its name would."""

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

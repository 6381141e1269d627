"""corrections.toml as people write it: what is read, and what is refused."""

from __future__ import annotations

import pytest

from scraper import corrections
from scraper.api.correcting.model import (
    BoundChange,
    Change,
    DefaultChange,
    EnumChange,
    ExampleAdded,
    ExampleChange,
    IdChange,
    Listed,
    NameChange,
    PaginationChange,
    Place,
    PropertyAdded,
    PropertyRemoved,
    RequiredChange,
    RoleChange,
    TypeChange,
    WaiterChange,
)
from scraper.api.model import Pagination, Paging, Waiter
from scraper.draft.model import Role, Side
from scraper.issues import ScraperError
from scraper.source import Source
from scraper.text import Link, Paragraph, Prose, Span, Text

PAGE = 'page = "A.html"\nreason = "So."\n'
TURNED = PAGE + 'fact = "pagination"\n'
WAITING = PAGE + 'fact = "waiter"\n'
FIELD = PAGE + 'property = "x"\n'


def entry(text: str) -> str:
    return f"[[correction]]\n{text}\n"


def words(*spans: Span) -> Prose:
    return Prose(blocks=(Paragraph(spans=spans),))


def plain(text: str) -> Prose:
    return words(Span(text=Text(text)))


NOWHERE = Source(page=Text(""))
X = Place(page=Text("A.html"), property=Text("x"))
LINKED = words(
    Span(text=Text("Array of ")),
    Span(text=Text("Tag"), link=Link(page=Text("B.html"), anchor=Text("t"))),
    Span(text=Text(" objects")),
)

READ: tuple[tuple[str, str, Place, Change], ...] = (
    ("a type", FIELD + 'fact = "type"\nwas = "a"\nnow = "b"', X, TypeChange(was=Text("a"), now=plain("b"))),
    ("a type that was not there", FIELD + 'fact = "type"\nnow = "b"', X, TypeChange(was=Text(""), now=plain("b"))),
    ("a linked type", FIELD + 'fact = "type"\nnow = "Array of [Tag](B.html#t) objects"', X, TypeChange(was=Text(""), now=LINKED)),
    ("required", FIELD + 'fact = "required"\nwas = true\nnow = false', X, RequiredChange(was=True, now=False)),
    (
        "values",
        FIELD + 'fact = "enum"\nwas = ["a"]\nnow = ["a", { value = 1, meaning = "m" }]',
        X,
        EnumChange(was=(Listed(value=Text("a")),), now=(Listed(value=Text("a")), Listed(value=1, meaning=Text("m")))),
    ),
    ("a default", FIELD + 'fact = "default"\nwas = false\nnow = 0.5', X, DefaultChange(was=False, now=0.5)),
    ("an empty default", FIELD + 'fact = "default"\nnow = ""', X, DefaultChange(was=None, now=Text(""))),
    ("a bound", FIELD + 'fact = "minimum"\nwas = -1', X, BoundChange(bound="minimum", was=-1, now=None)),
    ("a name", FIELD + 'fact = "name"\nnow = "y"', X, NameChange(now=Text("y"))),
    (
        "a row of a table",
        FIELD + 'table = "t"\nrow = 3\nfact = "name"\nwas = "x"\nnow = "y"',
        Place(page=Text("A.html"), table=Text("t"), property=Text("x"), row=3),
        NameChange(now=Text("y")),
    ),
    (
        "a property more",
        FIELD + 'fact = "property"\nnow = { type = "String", in = "query", max_length = 5, description = "d" }',
        X,
        PropertyAdded(
            type=plain("String"),
            changes=(BoundChange(bound="max_length", was=None, now=5),),
            description=Text("d"),
            role=Role.QUERY,
        ),
    ),
    ("a property less", FIELD + 'fact = "property"\nwas = "String"', X, PropertyRemoved(was=Text("String"))),
    (
        "a part of an example",
        PAGE + """fact = "example"\nexample = 2\npath = '$.a[0]["b c"].d'\nwas = "null"\nnow = '"x"'""",
        Place(page=Text("A.html"), example=2, path=("a", 0, "b c", "d")),
        ExampleChange(was=Text("null"), now=Text('"x"')),
    ),
    (
        "an example by its label",
        PAGE + 'fact = "example"\nexample = "OK"\nwas = "{}"',
        Place(page=Text("A.html"), example=Text("OK")),
        ExampleChange(was=Text("{}"), now=None),
    ),
    (
        "an example more",
        PAGE + 'fact = "example"\nnow = { side = "response", status = "200", body = "{}" }',
        Place(page=Text("A.html")),
        ExampleAdded(side=Side.RESPONSE, status="200", label=Text(""), body=Text("{}")),
    ),
    (
        "a role",
        PAGE + 'table = "t"\nfact = "role"\nwas = "other"\nnow = "response header"',
        Place(page=Text("A.html"), table=Text("t")),
        RoleChange(was=Role.OTHER, now=Role.RESPONSE_HEADER),
    ),
    (
        "pages",
        TURNED + 'was = { style = "page", parameter = "page", size = "limit", items = ["a", "b"], first = 1 }',
        Place(page=Text("A.html")),
        PaginationChange(
            was=Pagination(style=Paging.PAGE, parameter=Text("page"), size=Text("limit"), items=(Text("a"), Text("b")), first=1, source=NOWHERE),
            now=None,
        ),
    ),
    (
        "a marker",
        TURNED + 'now = { style = "marker", parameter = "marker", size = "limit", next = ["x"] }',
        Place(page=Text("A.html")),
        PaginationChange(
            was=None,
            now=Pagination(style=Paging.MARKER, parameter=Text("marker"), size=Text("limit"), items=(), next=(Text("x"),), source=NOWHERE),
        ),
    ),
    (
        "a waiter",
        WAITING + 'now = { poll = "ShowJob", status = ["job", "status"], success = ["OK", 3], failure = ["FAIL"], delay = 0.5, backoff = 2, max_delay = 9, timeout = 60 }',
        Place(page=Text("A.html")),
        WaiterChange(
            now=Waiter(poll="ShowJob", status=(Text("job"), Text("status")), success=(Text("OK"), 3), failure=(Text("FAIL"),), delay=0.5, backoff=2, max_delay=9, timeout=60, source=NOWHERE),
        ),
    ),
    (
        "a waiter with the usual numbers",
        WAITING + 'now = { poll = "ShowJob", status = ["status"], success = ["OK"] }',
        Place(page=Text("A.html")),
        WaiterChange(now=Waiter(poll="ShowJob", status=(Text("status"),), success=(Text("OK"),), source=NOWHERE)),
    ),
    (
        "a waiter with a long pause",
        WAITING + 'now = { poll = "ShowJob", status = ["status"], success = ["OK"], delay = 300 }',
        Place(page=Text("A.html")),
        WaiterChange(now=Waiter(poll="ShowJob", status=(Text("status"),), success=(Text("OK"),), delay=300, max_delay=300, source=NOWHERE)),
    ),
    ("an id", PAGE + 'fact = "operation id"\nwas = "A"\nnow = "B"', Place(page=Text("A.html")), IdChange(was="A", now="B")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "change"),
    [case[1:] for case in READ],
    ids=[case[0] for case in READ],
)
def test_read(text: str, place: Place, change: Change) -> None:
    (found,) = corrections.read(entry(text), file="f.toml")
    assert (found.place, found.change) == (place, change)
    assert (found.number, found.file, found.reason) == (1, "f.toml", "So.")


def test_the_order_of_the_file_is_kept() -> None:
    names = ("b", "a", "c")
    text = "".join(entry(FIELD + f'fact = "name"\nnow = "{name}"') for name in names)
    found = corrections.read(text, file="f.toml")
    assert [one.number for one in found] == [1, 2, 3]
    assert [one.change for one in found] == [NameChange(now=Text(n)) for n in names]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "correction = []\n"])
def test_a_file_may_hold_no_correction(text: str) -> None:
    assert corrections.read(text, file="f.toml") == ()


DEFAULT = FIELD + 'fact = "default"\n'
REFUSED: tuple[tuple[str, str, str], ...] = (
    ("no reason", 'page = "A.html"\nproperty = "x"\nfact = "default"\nnow = 1', "reason: missing"),
    ("an empty reason", 'page = "A.html"\nreason = " "\nproperty = "x"\nfact = "default"\nnow = 1', "reason: expected a string"),
    ("no page", 'reason = "r"\nproperty = "x"\nfact = "default"\nnow = 1', "page: missing"),
    ("no property", PAGE + 'fact = "default"\nnow = 1', "property: missing"),
    ("no table for a role", PAGE + 'fact = "role"\nwas = "other"\nnow = "body"', "table: missing"),
    ("no fact", FIELD + "now = 1", "fact: missing"),
    ("an unknown fact", FIELD + 'fact = "colour"\nnow = 1', "fact: expected one of type, required"),
    ("pagination without keys", PAGE + 'fact = "pagination"\nnow = "marker"', "now: expected a table with keys"),
    ("another style", TURNED + 'now = { style = "scroll" }', "style: expected one of page, offset, marker"),
    ("no size", TURNED + 'now = { style = "page", parameter = "page" }', "size: missing: a string"),
    ("names that are none", TURNED + 'now = { style = "page", parameter = "a", size = "b", items = [1] }', "items: expected a list of names"),
    ("a marker from nowhere", TURNED + 'now = { style = "marker", parameter = "a", size = "b" }', "next: expected one of next and item"),
    ("a page with a marker", TURNED + 'now = { style = "page", parameter = "a", size = "b", item = "id" }', "next: expected one of next and item"),
    ("a marker from two places", TURNED + 'now = { style = "marker", parameter = "a", size = "b", item = "id", next = ["n"] }', "next: expected one of next and item"),
    ("a waiter that was", WAITING + 'was = {}\nnow = {}', "was: no page tells what to wait for"),
    ("a waiter that is none", WAITING + 'now = "ShowJob"', "now: expected a table with keys"),
    ("a waiter with another key", WAITING + 'now = { pol = "ShowJob" }', "pol: unknown key; expected one of poll, status"),
    ("a waiter that asks nobody", WAITING + 'now = { status = ["a"], success = [1] }', "poll: missing"),
    ("a waiter that asks no operation", WAITING + 'now = { poll = "show job", status = ["a"], success = [1] }', "poll: expected an id in PascalCase"),
    ("a waiter without a status", WAITING + 'now = { poll = "A", success = [1] }', "status: missing"),
    ("a waiter with an empty status", WAITING + 'now = { poll = "A", status = [], success = [1] }', "status: expected the properties"),
    ("a waiter without success", WAITING + 'now = { poll = "A", status = ["a"] }', "success: missing"),
    ("a waiter with no value of success", WAITING + 'now = { poll = "A", status = ["a"], success = [] }', "success: expected a list of values"),
    ("a waiter with a value twice", WAITING + 'now = { poll = "A", status = ["a"], success = [1, 1] }', "success: expected each value once"),
    ("a success that is a failure", WAITING + 'now = { poll = "A", status = ["a"], success = ["x", "y"], failure = ["y"] }', 'failure: "y" is a value of success'),
    ("no time", WAITING + 'now = { poll = "A", status = ["a"], success = [1], timeout = 0 }', "timeout: expected a number greater than 0"),
    ("a pause of words", WAITING + 'now = { poll = "A", status = ["a"], success = [1], delay = "long" }', "delay: expected a finite number"),
    ("a longest pause that is shorter", WAITING + 'now = { poll = "A", status = ["a"], success = [1], delay = 9, max_delay = 8 }', "max_delay: expected at least the delay of 9"),
    ("pauses that shrink", WAITING + 'now = { poll = "A", status = ["a"], success = [1], backoff = 0.5 }', "backoff: expected a number from 1"),
    ("an unknown key", DEFAULT + "now = 1\nnew = 2", "new: unknown key; expected one of page"),
    ("a key of another fact", DEFAULT + "now = 1\nexample = 2", "example: unknown key"),
    ("a key with a line break", DEFAULT + 'now = 1\n"a\\nb" = 2', "a b: unknown key"),
    ("neither old nor new", DEFAULT, "now: missing, and so is `was`"),
    ("old is new", DEFAULT + "was = 1\nnow = 1", "now: equal to `was`"),
    ("a type that is no string", FIELD + 'fact = "type"\nnow = 1', "now: expected a string, found 1"),
    ("a type without a new one", FIELD + 'fact = "type"\nwas = "String"', "now: missing"),
    ("required as a word", FIELD + 'fact = "required"\nnow = "yes"', "now: expected true or false, found 'yes'"),
    ("values without a list", FIELD + 'fact = "enum"\nnow = "a"', "now: expected a list of values"),
    ("no values", FIELD + 'fact = "enum"\nwas = ["a"]\nnow = []', "now: expected a list of values"),
    ("a value twice", FIELD + 'fact = "enum"\nnow = ["a", { value = "a" }]', "now: expected each value once"),
    ("a value that is a list", FIELD + 'fact = "enum"\nnow = [["a"]]', "now: expected strings, finite numbers"),
    ("a meaning alone", FIELD + 'fact = "enum"\nnow = [{ meaning = "a" }]', "value: missing"),
    ("an unknown key of a value", FIELD + 'fact = "enum"\nnow = [{ value = "a", words = "a" }]', "words: unknown key"),
    ("a default that is a date", DEFAULT + "now = 2026-01-01", "now: expected strings, finite numbers"),
    ("an infinite default", DEFAULT + "now = inf", "now: expected strings, finite numbers"),
    ("a bound in words", FIELD + 'fact = "minimum"\nnow = "1"', "now: expected a finite number"),
    ("a bound that is a flag", FIELD + 'fact = "minimum"\nnow = true', "now: expected a finite number"),
    ("half a character", FIELD + 'fact = "max_length"\nnow = 0.5', "now: expected a whole number from 0"),
    ("a negative length", FIELD + 'fact = "min_items"\nnow = -1', "now: expected a whole number from 0"),
    ("another old name", FIELD + 'fact = "name"\nwas = "y"\nnow = "z"', "was: expected the name that `property` gives"),
    ("row 0", FIELD + 'row = 0\nfact = "name"\nnow = "y"', "row: expected a number from 1"),
    ("a property added and removed", FIELD + 'fact = "property"\nwas = "a"\nnow = { type = "b" }', "was: a property is added"),
    ("a property without a type", FIELD + 'fact = "property"\nnow = { required = true }', "type: missing"),
    ("a property in no place", FIELD + 'fact = "property"\nnow = { type = "a", in = "model" }', "in: expected one of path, query"),
    ("a property that is a word", FIELD + 'fact = "property"\nnow = "String"', "now: expected a table with keys"),
    ("an example that is no JSON", PAGE + 'fact = "example"\nexample = 1\nwas = "on"', "was: expected JSON text"),
    ("an example that is no text", PAGE + 'fact = "example"\nexample = 1\nwas = 1', "was: expected JSON text"),
    ("a path that is none", PAGE + 'fact = "example"\nexample = 1\npath = "a.b"\nwas = "1"', "path: expected a JSON path"),
    ("an example of no side", PAGE + 'fact = "example"\nnow = { side = "both", body = "1" }', "side: expected one of request, response"),
    ("an example without a body", PAGE + 'fact = "example"\nnow = { side = "request" }', "body: missing"),
    ("an example of no number", PAGE + 'fact = "example"\nwas = "1"', "example: missing"),
    ("an unknown role", PAGE + 'table = "t"\nfact = "role"\nwas = "other"\nnow = "cookie"', "now: expected one of path"),
    ("an id that is none", PAGE + 'fact = "operation id"\nwas = "A"\nnow = "do it"', "now: expected an id in PascalCase"),
    ("two lines", 'page = "A\\nB"\nreason = "r"\nproperty = "x"\nfact = "default"\nnow = 1', "page: expected one line"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)  # fmt: skip
def test_refused(text: str, message: str) -> None:
    good = entry(FIELD + 'fact = "name"\nnow = "y"')
    with pytest.raises(ScraperError) as caught:
        corrections.read(good + entry(text), file="f.toml")
    found = str(caught.value)
    assert found.startswith(f"f.toml: correction 2: {message}")
    assert found.isprintable()


WHOLE = (
    ("no TOML", "[[correction]\n", "f.toml: not TOML: "),
    ("an unknown table", "[service]\n", "f.toml: service: unknown key"),
    ("one table", "[correction]\n", "f.toml: correction: expected entries"),
    ("no tables", "correction = [1]\n", "f.toml: correction: expected a table"),
)


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE]
)
def test_a_file_that_is_none(text: str, message: str) -> None:
    with pytest.raises(ScraperError) as caught:
        corrections.read(text, file="f.toml")
    assert str(caught.value).startswith(message)
    assert str(caught.value).isprintable()


def test_the_example_of_the_documentation_is_one() -> None:
    """What the package's docstring shows can be copied."""
    lines = (corrections.__doc__ or "").splitlines()
    start = lines.index("    [[correction]]")
    block = lines[start : lines.index("", start)]
    (found,) = corrections.read("\n".join(block), file="f.toml")
    assert isinstance(found.change, TypeChange)

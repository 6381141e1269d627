"""lock.toml: what is written is read again, and what is not ours is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import lock
from scraper.issues import ScraperError
from scraper.names import NONE, Named, Names

GIVEN = Names(
    given={
        Named.OPERATION: {"SwitchLamp.html POST /v1/lamps": "SwitchLamp"},
        Named.GROUP: {"": "Lamps"},
        Named.PROPERTY: {"Lamp/@lamp:class": "lamp_class", "Lamp/1st": "n1st"},
    }
)


def test_the_text_is_sorted_one_line_a_name() -> None:
    lines = lock.write(GIVEN).splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "",
        "[operations]",
        '"SwitchLamp.html POST /v1/lamps" = "SwitchLamp"',
        "",
        "[groups]",
        '"" = "Lamps"',
        "",
        "[properties]",
        '"Lamp/1st" = "n1st"',
        '"Lamp/@lamp:class" = "lamp_class"',
    ]


def test_nothing_is_remembered_without_a_file() -> None:
    assert lock.read("", file="lock.toml") == NONE


@given(
    st.dictionaries(
        st.sampled_from(Named),
        st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"])),
            st.from_regex(r"[A-Z][A-Za-z0-9]{0,9}", fullmatch=True).filter(
                lambda name: name not in ("None", "True", "False")
            ),
            min_size=1,
        ),
    )
)
def test_what_is_written_is_read_again(names: dict[Named, dict[str, str]]) -> None:
    given = Names(given=names)
    assert lock.read(lock.write(given), file="lock.toml") == given


# (title, text, what the error names)
REFUSED = [
    ("no TOML", "[operations", "not TOML"),
    ("an unknown table", "[tags]\n", '"tags": expected one of the tables operations, '),
    ("no table", "groups = 1", '"groups": expected one of the tables'),
    ("a name of another kind", "[groups]\na = 1", '"groups.a": expected a name of letters'),
    ("code for a name", '[members]\na = "x()"', '"members.a": expected a name of letters'),
    ("a schema like a property", '[schemas]\na = "tree"', '"schemas.a": expected a name'),
    ("a name with a line break", '[members]\na = "x\\n"', '"members.a": expected a name'),
    ("letters that look alike", '[members]\na = "ﬁ"', '"members.a": expected a name'),
    ("a keyword", '[arguments]\n"A/body/from" = "from"', "no keyword of Python"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_anything_else_is_refused(text: str, told: str) -> None:
    with pytest.raises(ScraperError) as caught:
        lock.read(text, file="spec/lamps/lock.toml")
    (line,) = str(caught.value).splitlines()
    assert line.startswith("spec/lamps/lock.toml: ")
    assert told in line
    assert line.endswith("or delete it to have all names given anew")

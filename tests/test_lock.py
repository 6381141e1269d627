"""lock.toml: what is written is read again, and what is not ours is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import lock
from scraper.diff.model import Change, Kind, Verdict
from scraper.issues import ScraperError
from scraper.lock import Lock
from scraper.names import Named, Names
from scraper.releases.model import Alias, Entry, History
from scraper.text import Text

NAMES = Names(
    given={
        Named.OPERATION: {"SwitchLamp.html POST /v1/lamps": "SwitchLamp"},
        Named.GROUP: {"": "Lamps"},
        Named.PROPERTY: {"Lamp/@lamp:class": "lamp_class", "Lamp/1st": "n1st"},
    }
)


CHANGE = Change(
    kind=Kind.BOUND,
    verdict=Verdict.BREAKING,
    place=Text("Lamp.dim"),
    old=Text("maximum 9"),
    effect="values beyond it are refused",
    used_by=("SwitchLamp request",),
    source=Text("SwitchLamp.html#a row 2"),
)
LOCK = Lock(
    names=NAMES,
    history=History(
        commit="0" * 40,
        version="1.2.0",
        digest="f" * 64,
        surface={"models.Lamp": "Model", "models.Lamp.dim": "int | None"},
        aliases=(
            Alias(kind=Named.SCHEMA, former="Bulb", name="Lamp", since="1.1.0"),
            Alias(kind=Named.MEMBER, former="Hue/RED", name="CRIMSON", since="1.2.0"),
        ),
        entries=(
            Entry(version="1.2.0", commit="0" * 40, changes=(CHANGE,)),
            Entry(version="1.1.0"),
        ),
    ),
)


def test_the_text_is_sorted_a_line_for_each_name_and_each_change() -> None:
    lines = lock.write(LOCK).splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "[upstream]",
        f'commit = "{"0" * 40}"',
        "[release]",
        'version = "1.2.0"',
        f'digest = "{"f" * 64}"',
        "[[aliases]]",
        'kind = "schemas"',
        'former = "Bulb"',
        'name = "Lamp"',
        'since = "1.1.0"',
        "[[aliases]]",
        'kind = "members"',
        'former = "Hue/RED"',
        'name = "CRIMSON"',
        'since = "1.2.0"',
        "[operations]",
        '"SwitchLamp.html POST /v1/lamps" = "SwitchLamp"',
        "[groups]",
        '"" = "Lamps"',
        "[properties]",
        '"Lamp/1st" = "n1st"',
        '"Lamp/@lamp:class" = "lamp_class"',
        "[surface]",
        '"models.Lamp" = "Model"',
        '"models.Lamp.dim" = "int | None"',
        "[[entries]]",
        'version = "1.2.0"',
        f'commit = "{"0" * 40}"',
        "changes = [",
        (
            '  { kind = "bound", verdict = "breaking", place = "Lamp.dim", old = "maximum 9",'
            ' effect = "values beyond it are refused", source = "SwitchLamp.html#a row 2",'
            ' used_by = ["SwitchLamp request"] },'
        ),
        "]",
        "[[entries]]",
        'version = "1.1.0"',
        'commit = ""',
        "changes = []",
    ]


def test_nothing_is_remembered_without_a_file() -> None:
    assert lock.read("", file="lock.toml") == Lock()


WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TEXTS = WORDS.map(Text)
CHANGES = st.builds(
    Change,
    kind=st.sampled_from(Kind),
    verdict=st.sampled_from(Verdict),
    place=TEXTS,
    old=st.none() | TEXTS,
    new=st.none() | TEXTS,
    effect=WORDS,
    used_by=st.lists(WORDS).map(tuple),
    source=TEXTS,
)
ENTRIES = st.builds(
    Entry,
    version=st.sampled_from(["0.1.0", "2.0.0rc1"]),
    commit=st.sampled_from(["", "a" * 40, "b" * 64]),
    changes=st.lists(CHANGES, max_size=3).map(tuple),
)
GIVEN = st.dictionaries(
    st.sampled_from(Named),
    st.dictionaries(
        WORDS,
        st.from_regex(r"[A-Z][A-Za-z0-9]{0,9}", fullmatch=True).filter(
            lambda name: name not in ("None", "True", "False")
        ),
        min_size=1,
    ),
)


@given(GIVEN, st.dictionaries(WORDS, WORDS), st.lists(ENTRIES, max_size=3))
def test_what_is_written_is_read_again(
    names: dict[Named, dict[str, str]], surface: dict[str, str], entries: list[Entry]
) -> None:
    made = replace(
        LOCK,
        names=Names(given=names),
        history=replace(LOCK.history, surface=surface, entries=tuple(entries)),
    )
    assert lock.read(lock.write(made), file="lock.toml") == made


def test_the_golden_of_this_file_is_read_again() -> None:
    assert lock.read(lock.write(LOCK), file="lock.toml") == LOCK


# (title, text, what the error names)
REFUSED = [
    ("no TOML", "[operations", "not TOML"),
    ("an unknown table", "[tags]\n", '"tags": expected one of upstream, release, '),
    ("no table", "groups = 1", '"groups": expected a table'),
    ("an unknown key", "[release]\nday = 1", '"release.day": expected one of version'),
    ("a release without a version", '[release]\ndigest = ""', '"release.version": expected a version'),
    ("a version that is none", '[release]\nversion = "x"\ndigest = ""', '"release.version": expected'),
    ("a digest that is none", '[release]\nversion = "1"\ndigest = "x"', '"release.digest": expected'),
    ("a commit that is none", '[[entries]]\nversion = "1"\ncommit = "x"', '"entries[0].commit": expected a commit'),
    ("no list of entries", "entries = 1", '"entries": expected a list of tables'),
    ("a list of something else", "entries = [1]", '"entries": expected a list of tables'),
    ("a kind that is none", '[[entries]]\nversion = "1"\ncommit = ""\nchanges = [{kind = "x"}]', '"entries[0].changes[0].kind": expected one of'),
    ("an alias of nothing", '[[aliases]]\nkind = "schemas"\nformer = "a b"', '"aliases[0].former": expected a name'),
    ("code in an alias", '[[aliases]]\nkind = "members"\nformer = "A/b; x"', '"aliases[0].former": expected a name'),
    ("a keyword as an alias", '[[aliases]]\nkind = "members"\nformer = "A/from"', '"aliases[0].former": expected no keyword'),
    ("words that are none", '[surface]\na = 1', '"surface.a": expected a string'),
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
    assert line.endswith("take it from git again")


def test_a_lock_too_large_to_be_read_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = Names(given={Named.OPERATION: {"Lamp.html GET /a": "ListLamps"}})
    assert lock.write(Lock(names=names))
    monkeypatch.setattr(lock, "LARGEST_LOCK", 100)
    with pytest.raises(ScraperError, match=r"^lock\.toml: would have more than"):
        lock.write(Lock(names=names))

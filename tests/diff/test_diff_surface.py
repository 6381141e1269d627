"""Two surfaces beside each other: a table of small ones, and the committed package with a change in its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from scraper.diff.annotations import Annotations
from scraper.diff.model import Change, Kind, Verdict
from scraper.diff.surface import compare
from scraper.emit.python import files, lay_out, surface
from scraper.names import Former, Named
from scraper.text import Text
from tests.emit_python.printed import everything, whole
from tests.support.references import committed

Lines = Mapping[str, str]

B, C = "breaking", "compatible"
NOTHING: Lines = {}

TREES: Lines = {
    "Password": "httpx2.Auth",
    "Password(name)": "at 1: str",
    "Password(word)": "at 2: str",
    "models.Color": "OpenStrEnum",
    "models.Color.RED": "'red'",
    "models.Leaf": "Model",
    "models.Leaf.color": "models.Color | str | None",
    "models.Leaf.size": "needed int",
    "models.Seed": "Model",
    "models.Seed.kind": "str | None",
    "models.Seed.deep": "needed int",
    "models.TreeRequest": "Model",
    "models.TreeRequest.seed": "needed models.Seed",
    "trees": "group",
    "trees.plant": "models.Leaf",
    "trees.plant(name)": "str | None = None",
    "trees.plant(seed)": "models.Seed | Mapping[str, Any]",
    "trees.show": "models.Leaf | None",
    "trees.size": "float",
    "trees.iterate": "Iterator[models.Leaf]",
    "every operation(timeout)": "float | None = None",
}  # fmt: skip


def without(*starts: str) -> Lines:
    return {n: v for n, v in TREES.items() if not n.startswith(starts)}


def having(**lines: str) -> Lines:
    return {**TREES, **lines}


CASES: tuple[tuple[str, Lines, Lines, dict[str, str]], ...] = (
    ("nothing", TREES, TREES, {}),
    ("a first surface", NOTHING, {"trees": "group", "trees.a": "None"}, {"trees": C}),
    # what goes counts once
    ("a group goes", TREES, without("trees"), {"trees": B}),
    ("a method goes", TREES, without("trees.plant"), {"trees.plant": B}),
    ("a model goes", TREES, without("models.Seed"), {"models.Seed": B}),
    ("a class of the runtime goes", TREES, without("Password"), {"Password": B}),
    ("a member goes", TREES, without("models.Color.RED"), {"models.Color.RED": B}),
    ("an attribute goes", TREES, without("models.Leaf.size"), {"models.Leaf.size": B}),
    ("an argument goes", TREES, without("trees.plant(name)"), {"trees.plant(name)": B}),
    ("an argument of all goes", TREES, without("every"), {"every operation(timeout)": B}),
    # what comes counts once
    ("a group comes", without("trees"), TREES, {"trees": C}),
    ("a method comes", without("trees.plant"), TREES, {"trees.plant": C}),
    ("a model comes", without("models.Seed"), TREES, {"models.Seed": C}),
    ("a member comes", without("models.Color.RED"), TREES, {"models.Color.RED": C}),
    ("an optional argument comes", without("trees.plant(name)"), TREES, {"trees.plant(name)": C}),
    ("an argument that must be given comes", without("trees.plant(seed)"), TREES, {"trees.plant(seed)": B}),
    ("any more arguments come", TREES, having(**{"trees.plant(**more)": "Any"}), {"trees.plant(**more)": C}),
    ("an attribute of an answer comes", without("models.Leaf.size"), TREES, {"models.Leaf.size": C}),
    ("a needed attribute of what is given comes", without("models.Seed.deep"), TREES, {"models.Seed.deep": B}),
    ("a needed attribute of a body comes", without("models.TreeRequest.seed"), TREES, {"models.TreeRequest.seed": B}),
    ("an optional attribute comes", without("models.Seed.kind"), TREES, {"models.Seed.kind": C}),
    ("of a group called models a method goes", {"models": "group", "models.show": "None", "models.A": "Model"}, {"models": "group", "models.A": "Model"}, {"models.show": B}),
    ("a group called models goes, and a model", {"models": "group", "models.show": "None", "models.A": "Model"}, {}, {"models": B, "models.A": B}),
    # arguments
    ("an argument takes more", TREES, having(**{"trees.plant(name)": "str | int | None = None"}), {"trees.plant(name)": C}),
    ("an argument takes less", TREES, having(**{"trees.plant(name)": "str = None"}), {"trees.plant(name)": B}),
    ("an argument takes anything", TREES, having(**{"trees.plant(seed)": "Any"}), {"trees.plant(seed)": C}),
    ("an argument takes something else", TREES, having(**{"trees.plant(seed)": "int"}), {"trees.plant(seed)": B}),
    ("an enumeration is documented", TREES, having(**{"trees.plant(name)": "models.Color | str | None = None"}), {"trees.plant(name)": C}),
    ("an enumeration is no longer", having(**{"trees.plant(name)": "models.Color | str | None = None"}), TREES, {"trees.plant(name)": C}),
    ("a list of anything", having(**{"trees.plant(name)": "Sequence[str] = ()"}), having(**{"trees.plant(name)": "Sequence[models.Color | str] | None = ()"}), {"trees.plant(name)": C}),
    ("a list of others", having(**{"trees.plant(name)": "Sequence[str]"}), having(**{"trees.plant(name)": "Sequence[int]"}), {"trees.plant(name)": B}),
    ("a default comes", TREES, having(**{"trees.plant(seed)": "models.Seed | Mapping[str, Any] = None"}), {"trees.plant(seed)": C}),
    ("a default goes", TREES, having(**{"trees.plant(name)": "str | None"}), {"trees.plant(name)": B}),
    ("a default changes", TREES, having(**{"trees.plant(name)": "str | None = ''"}), {"trees.plant(name)": B}),
    ("positions change", TREES, having(**{"Password(name)": "at 2: str", "Password(word)": "at 1: str"}), {"Password(name)": B, "Password(word)": B}),
    ("a position goes", TREES, having(**{"Password(word)": "str"}), {"Password(word)": B}),
    ("a position comes", having(**{"Password(word)": "str"}), TREES, {"Password(word)": C}),
    # what is returned
    ("less is returned", TREES, having(**{"trees.show": "models.Leaf"}), {"trees.show": C}),
    ("None may be returned", TREES, having(**{"trees.plant": "models.Leaf | None"}), {"trees.plant": B}),
    ("something else is returned", TREES, having(**{"trees.plant": "models.Seed"}), {"trees.plant": B}),
    ("anything is returned", TREES, having(**{"trees.plant": "Any"}), {"trees.plant": B}),
    ("a whole number is returned", TREES, having(**{"trees.size": "int"}), {"trees.size": C}),
    ("other items are iterated over", TREES, having(**{"trees.iterate": "Iterator[models.Seed]"}), {"trees.iterate": B}),
    ("a list instead", TREES, having(**{"trees.iterate": "list[models.Leaf]"}), {"trees.iterate": B}),
    ("a coroutine instead", {"f": "int"}, {"f": "await int"}, {"f": B}),
    # attributes of what is read
    ("an attribute may be None", TREES, having(**{"models.Leaf.size": "int | None"}), {"models.Leaf.size": B}),
    ("an attribute cannot be None", TREES, having(**{"models.Leaf.color": "models.Color | str"}), {"models.Leaf.color": C}),
    ("an attribute loses its enumeration", TREES, having(**{"models.Leaf.color": "str | None"}), {"models.Leaf.color": C}),
    ("an attribute gets an enumeration", having(**{"models.Leaf.color": "str | None"}), TREES, {"models.Leaf.color": C}),
    ("an attribute of another type", TREES, having(**{"models.Leaf.size": "str"}), {"models.Leaf.size": B}),
    ("an attribute of an answer is always there", TREES, having(**{"models.Leaf.color": "needed models.Color | str | None"}), {"models.Leaf.color": C}),
    # attributes of what is given
    ("an attribute takes more", TREES, having(**{"models.Seed.deep": "int | None"}), {"models.Seed.deep": C}),
    ("an attribute takes less", TREES, having(**{"models.Seed.kind": "str"}), {"models.Seed.kind": B}),
    ("an attribute must be given", TREES, having(**{"models.Seed.kind": "needed str | None"}), {"models.Seed.kind": B}),
    ("an attribute of a body takes more", TREES, having(**{"models.TreeRequest.seed": "models.Seed | None"}), {"models.TreeRequest.seed": C}),
    ("both ways it may only stay", having(**{"trees.seed": "models.Seed"}), having(**{"trees.seed": "models.Seed", "models.Seed.deep": "int | None"}), {"models.Seed.deep": B}),
    ("deep inside of an answer", having(**{"models.Leaf.seeds": "list[models.Seed]"}), having(**{"models.Leaf.seeds": "list[models.Seed]", "models.Seed.deep": "int | None"}), {"models.Seed.deep": B}),
    # classes and members
    ("another base", TREES, having(**{"models.Color": "OpenIntEnum"}), {"models.Color": B}),
    ("one more base", TREES, having(Password="httpx2.Auth, Protocol"), {"Password": C}),
    ("another value", TREES, having(**{"models.Color.RED": "'rot'"}), {"models.Color.RED": B}),
    # what is deprecated
    ("a method is deprecated", TREES, having(**{"trees.plant": "deprecated models.Leaf"}), {"trees.plant": C}),
    ("a method is no longer so", having(**{"trees.plant": "deprecated models.Leaf"}), TREES, {"trees.plant": C}),
    ("a deprecated one goes", having(**{"trees.old": "deprecated None"}), TREES, {"trees.old": B}),
    ("a deprecated one returns else", having(**{"trees.old": "None"}), having(**{"trees.old": "deprecated int"}), {"trees.old": B}),
)  # fmt: skip


def verdicts(changes: tuple[Change, ...]) -> dict[Text, str]:
    return {one.place: one.verdict.value for one in changes}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_verdicts(old: Lines, new: Lines, expected: dict[str, str]) -> None:
    found = compare(old, new)
    assert verdicts(found) == {Text(name): one for name, one in expected.items()}
    assert all(one.kind is Kind.PYTHON and one.effect for one in found)


def renamed(old: str, new: str) -> Lines:
    """The trees under another name, the former one besides."""
    return {n.replace(old, new): v.replace(old, new) for n, v in TREES.items()} | {
        old: f"deprecated name of {new}"
    }


@pytest.mark.parametrize(
    ("old", "new"), [("models.Leaf", "models.Blade"), ("trees", "woods")]
)
def test_a_former_name_is_as_good(old: str, new: str) -> None:
    found = compare(TREES, renamed(old, new))
    assert verdicts(found) == {Text(old): C, Text(new): C}
    assert {one.place: one.effect for one in found}[Text(old)] == "using it warns"
    assert compare(renamed(old, new), renamed(old, new)) == ()


def test_a_former_name_goes_one_day() -> None:
    lines = renamed("models.Leaf", "models.Blade")
    later = {name: value for name, value in lines.items() if name != "models.Leaf"}
    assert verdicts(compare(lines, later)) == {Text("models.Leaf"): B}


def test_what_has_a_former_name_changes_like_anything() -> None:
    lines = renamed("models.Leaf", "models.Blade")
    later = {**lines, "models.Blade.size": "int | None"}
    names = [Text("models.Blade.size"), Text("models.Leaf.size")]
    assert verdicts(compare(lines, later)) == dict.fromkeys(names, B)
    assert verdicts(compare(TREES, later))[Text("models.Leaf.size")] == B


def test_a_class_without_its_former_name_is_another_one() -> None:
    lines = renamed("models.Leaf", "models.Blade")
    later = {name: value for name, value in lines.items() if name != "models.Leaf"}
    found = verdicts(compare(TREES, later))
    assert found.pop(Text("models.Blade")) == C
    assert {*found.values()} == {B}
    assert {Text("models.Leaf"), Text("trees.plant")} <= found.keys()


def test_the_asynchronous_client_counts_where_it_differs() -> None:
    old = {**TREES, "async trees.plant": "int"}
    assert compare(old, old) == ()
    assert verdicts(compare(old, TREES)) == {Text("async trees.plant"): B}
    both = {**old, "trees.show": "models.Leaf | str | None"}
    assert verdicts(compare(old, both)) == {Text("trees.show"): B}
    other = {**old, "trees.plant": "None"}
    assert verdicts(compare(old, other)) == {Text("trees.plant"): B}
    lacking = {**TREES, "async trees.plant": "absent"}
    assert verdicts(compare(TREES, lacking)) == {Text("async trees.plant"): B}
    assert verdicts(compare(lacking, TREES)) == {Text("async trees.plant"): C}


def test_changes_are_in_order_and_say_from_what_to_what() -> None:
    new = {**without("trees.plant(name)"), "a": "group", "trees.show": "models.Leaf"}
    found = compare(TREES, new)
    assert [one.place for one in found] == [Text("trees.plant(name)"), Text("a"), Text("trees.show")]  # fmt: skip
    assert [(one.old, one.new) for one in found] == [
        (Text("str | None = None"), None),
        (None, Text("group")),
        (Text("models.Leaf | None"), Text("models.Leaf")),
    ]


FITS: tuple[tuple[str, str, bool], ...] = (
    ("str", "str", True),
    ("str", "str | None", True),
    ("str | None", "str", False),
    ("A | str", "str", True),
    ("A", "str", True),
    ("str", "A", False),
    ("int", "float", True),
    ("bool", "int", False),
    ("str", "Any", True),
    ("Any", "str", False),
    ("Any", "object", True),
    ("list[A]", "list[str]", False),
    ("Sequence[A]", "Sequence[str] | None", True),
    ("Mapping[str, A]", "Mapping[str, str]", True),
    ("Mapping[str, int]", "Mapping[str, str]", False),
    ("Sequence[A]", "Iterator[A]", False),
    ("no python", "no python", True),
    ("no python", "str", False),
)


@pytest.mark.parametrize(("inner", "outer", "expected"), FITS)
def test_annotations(inner: str, outer: str, expected: bool) -> None:
    annotations = Annotations(classes={"A": "OpenStrEnum"})
    assert annotations.fits(inner, outer) is expected


EDITED: tuple[tuple[str, str, Callable[[str], str], dict[str, str]], ...] = (
    (
        "a property goes",
        "models/flavor.py",
        lambda text: "".join(
            line for line in text.splitlines(True) if not line.startswith("    code:")
        ),
        {"models.Flavor.code": B},
    ),
    (
        "a default goes",
        "resources/intelligent_task.py",
        lambda text: text.replace("model_id: str | None = None", "model_id: str"),
        {"intelligent_task.create_task(model_id)": B},
    ),
    (
        "an optional argument comes",
        "resources/intelligent_task.py",
        lambda text: text.replace("timeout: Timeout | None = None,\n    )", "timeout: Timeout | None = None,\n        trace: str = '',\n    )"),
        {"intelligent_task.create_task(trace)": C},
    ),
    (
        "an argument of the runtime goes",
        "_runtime/password.py",
        lambda text: text.replace("        auth_url: str | None = None,\n", "", 1),
        {"Password(auth_url)": B},
    ),
    (
        "a name is no longer handed on",
        "__init__.py",
        lambda text: text.replace('    "AccessKey",\n', ""),
        {"AccessKey": B},
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "edit", "expected"),
    [case[1:] for case in EDITED],
    ids=[case[0] for case in EDITED],
)
def test_a_change_of_the_printed_text(
    path: str, edit: Callable[[str], str], expected: dict[str, str]
) -> None:
    printed = dict(committed("modelarts").files)
    before = surface(printed, "otc_modelarts")
    for folder in ("resources", "async_resources"):
        one = f"otc_modelarts/{path}".replace("/resources/", f"/{folder}/")
        printed[one] = edit(committed("modelarts").files[one])
        assert printed[one] != committed("modelarts").files[one]
    found = compare(before, surface(printed, "otc_modelarts"))
    assert verdicts(found) == {Text(name): one for name, one in expected.items()}


def test_only_the_asynchronous_client_changes() -> None:
    printed = dict(committed("modelarts").files)
    before = surface(printed, "otc_modelarts")
    path = "otc_modelarts/async_resources/intelligent_task.py"
    printed[path] = printed[path].replace("dataset_id: str,", "dataset_id: int,")
    found = compare(before, surface(printed, "otc_modelarts"))
    place = Text("async intelligent_task.create_task(dataset_id)")
    assert [(one.place, one.verdict) for one in found] == [(place, Verdict.BREAKING)]


def test_a_renamed_operation_and_group_break_nothing() -> None:
    made = whole()
    renamed = {"GrowTree": "RaiseTree", "ListByPage": "ListPages"}
    later = replace(
        made,
        tags=(made.tags[0], replace(made.tags[1], name="Curving")),
        operations=tuple(
            replace(
                one,
                id=renamed.get(one.id, one.id),
                tag="Curving" if one.tag == "Bending" else one.tag,
            )
            for one in made.operations
        ),
    )
    former: Former = {Named.OPERATION: renamed, Named.GROUP: {"Bending": "Curving"}}
    before = surface(everything(), "otc_things")
    found = compare(
        before, surface(files(later, lay_out(later, former=former)), "otc_things")
    )
    assert {one.verdict for one in found} == {Verdict.COMPATIBLE}
    without = compare(before, surface(files(later, lay_out(later)), "otc_things"))
    assert {one.place for one in without if one.verdict is Verdict.BREAKING} == {
        Text("bending"),
        Text("things.grow_tree"),
        Text("things.wait_grow_tree"),
        Text("things.list_by_page"),
        Text("things.iter_by_page"),
    }


def test_a_surface_is_its_own() -> None:
    lines = surface(committed("modelarts").files, "otc_modelarts")
    assert compare(lines, lines) == ()

"""The surface of a package: what users can name, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.api.model import Ref
from scraper.emit.python import files, lay_out, surface
from scraper.emit.python.client import EXPORTED
from scraper.emit.python.surface import ASYNC
from scraper.names import Former, Named
from tests.emit.builders import api, operation, response, schema
from tests.emit_python.printed import everything, whole
from tests.support.references import committed

GENERATED = Path(__file__).parents[2] / "generated" / "modelarts"
ON_DISK = {
    path.relative_to(GENERATED).as_posix(): path.read_text(encoding="utf-8")
    for path in GENERATED.rglob("*.py")
}
SEED = surface(ON_DISK, "otc_modelarts")

LINES: tuple[tuple[str, str], ...] = (
    ("models.TaskType", "OpenStrEnum"),
    ("models.TaskType.PRE_LABEL", "'pre-label'"),
    ("models.ResultType.SAVE_TO_OBS", "0"),
    ("models.Flavor", "Model"),
    ("models.Flavor.code", "str | None"),
    ("models.SmartTaskConfig.flavor", "models.Flavor | None"),
    ("models.ExportParams.search_conditions", "list[models.SearchCondition] | None"),
    ("intelligent_task", "group"),
    ("intelligent_task.create_task", "models.SmartTaskResp"),
    ("intelligent_task.create_task(dataset_id)", "str"),
    ("intelligent_task.create_task(config)", "models.SmartTaskConfig | Mapping[str, Any] | None = None"),
    ("every operation(timeout)", "Timeout | None = None"),
    ("ModelArts", "Client"),
    ("ModelArts(auth)", "httpx2.Auth | None = None"),
    ("ModelArts(http_client)", "httpx2.Client | None = None"),
    ("ModelArts.base_url", "str | None"),
    ("ModelArts.with_options", "Self"),
    ("ModelArts.with_options(timeout)", "Timeout | None = None"),
    ("ModelArts.close", "None"),
    ("AsyncModelArts", "AsyncClient"),
    ("async ModelArts.close", "absent"),
    ("async ModelArts.aclose", "None"),
    ("Password", "httpx2.Auth"),
    ("Password(username)", "at 1: str"),
    ("Password(password)", "at 2: str"),
    ("Password(region)", "str | None = None"),
    ("Password.region", "Any"),
    ("AccessKey.names_project", "bool"),
    ("Answer.value", "_T"),
    ("ConfigurationError", "APIError, ValueError"),
    ("NotFoundError", "APIStatusError"),
    ("APIStatusError.error_code", "str | None"),
    ("APIError(message)", "at 1: str"),
    ("wait_until", "_T"),
    ("wait_until(poll)", "at 1: Callable[[], _T]"),
    ("wait_until(failure)", "Collection[object] = ()"),
    ("async_wait_until", "await _T"),
    ("with_response", "Callable[_P, Coroutine[Any, Any, Answer[_T]]] | Callable[_P, Answer[_T]]"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "value"), LINES)
def test_the_committed_package(name: str, value: str) -> None:
    assert SEED[name] == value


def test_it_is_that_of_the_printed_files() -> None:
    assert surface(committed("modelarts").files, "otc_modelarts") == SEED
    assert [*SEED] == sorted(SEED)


def test_all_that_is_exported_and_nothing_else() -> None:
    apart = (ASYNC, "models.", "every ", "intelligent_task")
    alone = {one for one in SEED if not one.startswith(apart) and "(" not in one}
    assert {one.split(".")[0] for one in alone} == {
        "ModelArts",
        "AsyncModelArts",
        *EXPORTED,
    }


def test_nothing_private_is_in_it() -> None:
    steps = [step for name in SEED for step in name.replace("(", ".").split(".")]
    assert not [step for step in steps if step.startswith("_")]
    # What a model has from pydantic, and an error from another one, is told nowhere else again.
    assert [one for one in SEED if one.startswith("models.Flavor.")] == [
        "models.Flavor.code"
    ]
    assert not [one for one in SEED if one.startswith("NotFoundError.")]


def test_the_asynchronous_client_is_told_where_it_differs() -> None:
    assert [one for one in SEED if one.startswith(ASYNC)] == [
        "async ModelArts.aclose",
        "async ModelArts.close",
    ]
    path = "otc_modelarts/async_resources/intelligent_task.py"
    other = ON_DISK[path].replace("dataset_id: str", "dataset_id: int")
    found = surface({**ON_DISK, path: other}, "otc_modelarts")
    assert found.items() - SEED.items() == {
        ("async intelligent_task.create_task(dataset_id)", "int")
    }


def test_a_model_may_be_called_as_if_it_were_asynchronous() -> None:
    leaf = operation(responses=[response("200", Ref(name="AsyncLeaf"))])
    made = api(leaf, schemas=[schema("AsyncLeaf"), schema("Leaf")])
    found = surface(files(made, lay_out(made)), "otc_things")
    assert found["things.show_thing"] == "models.AsyncLeaf"
    assert "async things.show_thing" not in found


def test_an_argument_of_every_operation_that_one_has_otherwise() -> None:
    path = "otc_modelarts/resources/intelligent_task.py"
    method = ON_DISK[path].partition("    def create_task(")[2]
    other = method.replace("timeout: Timeout | None", "timeout: float | None")
    text = f"{ON_DISK[path]}\n    def delete_task({other}"
    found = surface({**ON_DISK, path: text}, "otc_modelarts")
    assert found["every operation(timeout)"] == "Timeout | None = None"
    assert found["intelligent_task.delete_task(timeout)"] == "float | None = None"


def test_where_a_model_is_stored_does_not_matter() -> None:
    text = ON_DISK["otc_modelarts/models/__init__.py"].replace(".flavor", ".other")
    moved = {
        path.replace("/flavor.py", "/other.py"): words
        for path, words in ON_DISK.items()
    }
    moved["otc_modelarts/models/__init__.py"] = text
    assert surface(moved, "otc_modelarts") == SEED


FORMER: Former = {
    Named.SCHEMA: {"Blade": "Leaf"},
    Named.OPERATION: {"SowTree": "GrowTree", "ListPages": "ListByPage"},
    Named.GROUP: {"Curving": "Bending"},
    Named.MEMBER: {"Color/ROSE": "RED"},
}

PRINTED: tuple[tuple[str, str], ...] = (
    ("models.Blade", "deprecated name of models.Leaf"),
    ("curving", "deprecated name of bending"),
    ("models.Color.ROSE", "deprecated 'red'"),
    ("things.sow_tree", "deprecated None"),
    ("things.wait_sow_tree", "deprecated models.Leaf"),
    ("things.wait_sow_tree(poll_delay)", "float | None = None"),
    ("things.iter_pages", "deprecated Iterator[models.Leaf]"),
    ("things.iter_pages(at)", "int | None = None"),
    ("things.cut_tree", "deprecated None"),
    ("models.Leaf.class_", "deprecated dict[str, Any]"),
    ("models.Leaf.id", "needed str"),
    ("models.Leaf.color", "models.Color | str"),
    ("things.plant_tree(leaf)", "models.Leaf | Mapping[str, Any]"),
    ("things.replace_trees(body)", "Sequence[models.Leaf | Mapping[str, Any]]"),
)


def test_what_is_deprecated_is_marked() -> None:
    made = files(whole(), lay_out(whole(), former=FORMER))
    found = surface(made, "otc_things")
    assert {name: found[name] for name, _ in PRINTED} == dict(PRINTED)
    names = {name for name, _ in PRINTED[:8]}
    plain = surface(everything(), "otc_things")
    assert found.keys() - plain.keys() - names == {
        "things.list_pages",
        "things.list_pages(at)",
        "things.wait_sow_tree(wait_timeout)",
    }
    assert plain.items() <= found.items()


def test_an_empty_api_has_the_runtime() -> None:
    made = files(api(), lay_out(api()))
    found = surface(made, "otc_things")
    assert found["Things"] == "Client"
    assert not [one for one in found if one.startswith(("models.", "every"))]

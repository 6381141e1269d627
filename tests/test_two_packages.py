"""Two generated packages in one program: credentials are shared, errors are handled alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import otc_modelarts
import pytest
from otc_modelarts import ModelArts

from scraper import pipeline, service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text
from tests import lamps
from tests.support import checkers
from tests.support.driving import importable, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of an invented service."""
    pages = {"SwitchLamp.html": lamps.SWITCH, "chapter_1.html": lamps.CHAPTER}
    reference = Reference(
        pages=tuple(
            Page(name=Text(name), content=text.encode()) for name, text in pages.items()
        ),
        service=service.read(lamps.SERVICE, name="lamps", file="service.toml"),
    )
    written = tmp_path_factory.mktemp("lamps")
    write(pipeline.run(reference).files, written)
    return written


@pytest.fixture
def otc_lamps(folder: Path) -> Iterator[Any]:
    with importable(folder, "otc_lamps") as package:
        yield package


class Cloud:
    """IAM and both services."""

    def __init__(self, iam: int = 201, status: int = 200) -> None:
        self.iam = iam
        self.status = status
        self.seen: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.seen.append(request)
        if request.url.path.endswith("/auth/tokens"):
            return httpx2.Response(
                self.iam,
                headers={"X-Subject-Token": "t1"},
                json={"token": {"project": {"id": "p1"}}},
            )
        return httpx2.Response(self.status, json={"task_id": "a", "lamp_id": "b"})

    def paths(self) -> list[str]:
        return [one.url.path for one in self.seen]


def clients(otc_lamps: Any, cloud: Cloud, auth: httpx2.Auth, **more: Any) -> Any:
    transport = httpx2.MockTransport(cloud)
    return (
        ModelArts(auth=auth, http_client=httpx2.Client(transport=transport), **more),
        otc_lamps.Lamps(
            auth=auth, http_client=httpx2.Client(transport=transport), **more
        ),
    )


def call_both(modelarts: Any, lamps: Any) -> None:
    modelarts.intelligent_task.create_task(dataset_id="d")
    lamps.lamp_management.switch_lamp(lamp_id="l", state="on")


@pytest.mark.parametrize("package", ["otc_modelarts", "otc_lamps"])
def test_one_password_serves_both(package: str, otc_lamps: Any) -> None:
    made_by = otc_modelarts if package == "otc_modelarts" else otc_lamps
    auth = made_by.Password("u", "hush", domain_name="d", project_name="eu-de")
    cloud = Cloud()
    call_both(*clients(otc_lamps, cloud, auth))
    assert [path for path in cloud.paths() if "tokens" in path] == ["/v3/auth/tokens"]
    served = [one for one in cloud.seen if "tokens" not in one.url.path]
    assert [one.headers["X-Auth-Token"] for one in served] == ["t1", "t1"]
    assert all("/p1/" in one.url.path for one in served)


@pytest.mark.parametrize("package", ["otc_modelarts", "otc_lamps"])
def test_one_key_signs_for_both(package: str, otc_lamps: Any) -> None:
    made_by = otc_modelarts if package == "otc_modelarts" else otc_lamps
    cloud = Cloud()
    auth = made_by.AccessKey("ak", "hush")
    call_both(*clients(otc_lamps, cloud, auth, region="eu-de", project_id="p2"))
    assert [one.headers["X-Project-Id"] for one in cloud.seen] == ["p2", "p2"]


@pytest.mark.parametrize("iam", [401, 503])
def test_a_client_raises_the_errors_of_its_own_package(
    iam: int, otc_lamps: Any
) -> None:
    """Whoever made the credentials: `except otc_modelarts.APIError` is enough."""
    for made_by in (otc_modelarts, otc_lamps):
        auth = made_by.Password("u", "hush", domain_name="d", project_name="eu-de")
        one, other = clients(otc_lamps, Cloud(iam=iam), auth, max_retries=0)
        with pytest.raises(otc_modelarts.APIStatusError) as ours:
            one.intelligent_task.create_task(dataset_id="d")
        with pytest.raises(otc_lamps.APIStatusError) as theirs:
            other.lamp_management.switch_lamp(lamp_id="l", state="on")
        assert ours.value.status_code == theirs.value.status_code == iam
        assert str(ours.value) == str(theirs.value)
        assert not ours.value.may_have_been_processed
        assert ours.value.attempts == 1


def test_one_handler_for_all(otc_lamps: Any) -> None:
    """Every error is an httpx2.HTTPError."""
    cloud = Cloud(status=404)
    known = {"region": "eu-de", "project_id": "p"}
    modelarts, lamps = clients(otc_lamps, cloud, httpx2.Auth(), **known)
    caught: list[str] = []
    calls: list[Callable[[], object]] = [
        lambda: modelarts.intelligent_task.create_task(dataset_id="d"),
        lambda: lamps.lamp_management.switch_lamp(lamp_id="l", state="on"),
        lambda: modelarts.intelligent_task.create_task(dataset_id=5),
    ]
    for call in calls:
        try:
            call()
        except httpx2.HTTPError as error:
            caught.append(
                f"{type(error).__module__.split('.')[0]}.{type(error).__name__}"
            )
    assert caught == [
        "otc_modelarts.NotFoundError",
        "otc_lamps.NotFoundError",
        "otc_modelarts.InvalidRequest",
    ]


def test_many_clients_do_not_share_a_state(otc_lamps: Any) -> None:
    cloud = Cloud()
    made = [
        clients(otc_lamps, cloud, otc_modelarts.Token(f"t{n}"), region="eu-de",
                project_id=f"p{n}")
        for n in range(50)
    ]  # fmt: skip
    for one, other in made:
        call_both(one, other)
    assert [one.headers["X-Auth-Token"] for one in cloud.seen[::2]] == [
        f"t{n}" for n in range(50)
    ]
    assert [path.split("/")[2] for path in cloud.paths()[1::2]] == [
        f"p{n}" for n in range(50)
    ]


def test_tasks_of_both_share_a_token(otc_lamps: Any) -> None:
    cloud = Cloud()
    auth = otc_lamps.Password("u", "hush", domain_name="d", project_name="eu-de")

    async def main() -> None:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(cloud)) as http:
            one = otc_modelarts.AsyncModelArts(auth=auth, http_client=http)
            other = otc_lamps.AsyncLamps(auth=auth, http_client=http)
            await asyncio.gather(
                one.intelligent_task.create_task(dataset_id="d"),
                other.lamp_management.switch_lamp(lamp_id="l", state="on"),
            )

    asyncio.run(main())
    assert sum("tokens" in path for path in cloud.paths()) == 1


USER = """
import httpx2
from otc_lamps import AccessKey, APIStatusError as LampsError, Lamps, Password, Token
from otc_modelarts import AsyncModelArts, ModelArts, NotFoundError


def call(auth: Password | Token | AccessKey) -> str:
    with Lamps(auth=auth) as lamps, ModelArts(auth=auth) as modelarts:
        try:
            lamps.lamp_management.switch_lamp(lamp_id="l", state="on")
            return modelarts.intelligent_task.create_task(dataset_id="d").task_id
        except (LampsError, NotFoundError) as error:
            return error.error_code or str(error.status_code)
        except httpx2.HTTPError as error:
            return str(error)


slower = AsyncModelArts(cloud="x").with_options(timeout=1, max_retries=0, deadline=9)
group = slower.intelligent_task
"""


def test_a_program_that_uses_both_is_typed(folder: Path, tmp_path: Path) -> None:
    generated = Path(__file__).parents[1] / "generated" / "modelarts"
    for package in (folder / "otc_lamps", generated / "otc_modelarts"):
        (tmp_path / package.name).symlink_to(package)
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    checkers.mypy_is_clean([tmp_path / "user.py"])
    checkers.pyright_is_clean(tmp_path)

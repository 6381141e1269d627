"""pyproject.toml, README, LICENSE and NOTICE of a generated project."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from scraper.api.model import Pagination, Paging
from scraper.emit.packaging import files
from scraper.emit.templates import folder
from scraper.text import Text
from tests.emit.builders import HOSTILE, SERVICE, SOURCE, api, hostile_api, operation

USAGE = "from otc_things import Things\n\nprint(Things)\n"


def test_the_files() -> None:
    made = files(api(), usage=USAGE)
    assert sorted(made) == ["LICENSE", "NOTICE", "README.md", "pyproject.toml"]
    assert all(text.endswith("\n") for text in made.values())


def test_pyproject() -> None:
    made = tomllib.loads(files(api(), usage=USAGE)["pyproject.toml"])
    project = made["project"]
    assert project["name"] == "otc-things"
    assert project["version"] == "0.1.0"
    assert project["description"] == "Typed client for the Things API"
    assert project["requires-python"] == ">=3.11"
    assert project["license"] == "Apache-2.0"
    assert project["license-files"] == ["LICENSE", "NOTICE"]
    assert project["readme"] == "README.md"
    assert "Typing :: Typed" in project["classifiers"]
    assert sorted(project["dependencies"]) == [
        "httpx2>=2,<3",
        "pydantic>=2.12,<3",
        "typing_extensions>=4.12",
    ]
    assert made["build-system"]["build-backend"] == "hatchling.build"
    wheel = made["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["otc_things"]


def test_readme() -> None:
    written = files(api(), usage=USAGE)["README.md"]
    assert written.startswith("# Things for Python\n")
    assert f"```python\n{USAGE}```" in written
    assert "`otc-things`" in written
    assert "`AsyncThings`" in written
    assert "Source of the documents: a folder of pages\n" in written


def test_readme_tells_of_lists_where_there_are_any() -> None:
    pages = Pagination(
        style=Paging.PAGE,
        parameter=Text("page"),
        size=Text("limit"),
        items=(),
        source=SOURCE,
    )
    listing = replace(operation("ListThings"), pagination=pages)
    assert "## Lists" in files(api(listing), usage=USAGE)["README.md"]
    assert "## Lists" not in files(api(operation()), usage=USAGE)["README.md"]


def test_a_fence_in_the_usage_ends_nothing() -> None:
    tokens = MarkdownIt().parse(files(api(), usage='x = "```"\n```\n')["README.md"])
    assert 'x = "```"\n```\n' in [token.content for token in tokens]


def test_licence_is_the_text_as_it_lies_there() -> None:
    licence = (folder() / "packaging" / "LICENSE").read_text(encoding="utf-8")
    assert files(api(), usage="")["LICENSE"] == licence
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_notice() -> None:
    notice = files(api(), usage="")["NOTICE"]
    assert notice.startswith("otc-things\n")
    assert notice.endswith("Source of the documents: a folder of pages\n")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(text: str) -> None:
    made = files(hostile_api(text), usage="")
    plain = files(api(service=replace(SERVICE, title=Text("a"))), usage="")
    tomllib.loads(made["pyproject.toml"])
    for name in made:
        assert made[name].count("\n") == plain[name].count("\n")
        made[name].encode()
    kinds = {token.type for token in MarkdownIt().parse(made["README.md"])}
    assert kinds == {token.type for token in MarkdownIt().parse(plain["README.md"])}

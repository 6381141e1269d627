"""Two invented services as folders: as they were, and as they are once a command has run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.kills.running import command
from tests.lamps import SERVICE, SWITCH, write_service
from tests.support.breaking import Tree, tree

ROOT = Path(__file__).parents[2]
DIMMED = SWITCH.replace("1 to 100", "1 to 50").replace("Share of red.", "Wieviel Röte…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A folder, a command that changes it, and what the folder is before and after."""

    title: str
    call: tuple[str, ...]
    folder: Path
    """The folder as it was; a run gets a copy."""
    before: Tree
    after: Tree

    def copy(self, to: Path) -> Path:
        shutil.copytree(self.folder, to, symlinks=True)
        return to


def scenarios(root: Path, only: str = "") -> list[Scenario]:
    """Every command that writes, over small services and over that of this repository; or one of these."""
    return [
        _scenario(root, title, prepare, call)
        for title, prepare, call in _PREPARED
        if only in ("", title)
    ]


def _scenario(
    root: Path, title: str, prepare: Callable[[Path], None], call: tuple[str, ...]
) -> Scenario:
    folder, other = root / title / "before", root / title / "after"
    folder.mkdir(parents=True)
    prepare(folder)
    shutil.copytree(folder, other, symlinks=True)
    done = command(other, *call)
    assert done.status == 0, done.stderr
    found = Scenario(
        title=title, call=call, folder=folder, before=tree(folder), after=tree(other)
    )
    assert found.before != found.after
    return found


def _nothing(folder: Path) -> None:
    for name in ("lamps", "doors"):
        write_service(folder / "spec", name, SERVICE.replace("amps", name[1:]))


def _generated(folder: Path) -> None:
    _nothing(folder)
    assert command(folder, "generate").status == 0
    (folder / "generated" / "lamps" / ".git").mkdir()
    (folder / "generated" / "lamps" / ".git" / "HEAD").write_text("mine")


def _changed(folder: Path) -> None:
    _generated(folder)
    for name in ("lamps", "doors"):
        page = folder / "spec" / name / "SwitchLamp.html"
        page.write_text(DIMMED, encoding="utf-8")
        copied = DIMMED.replace("SwitchLamp", "Switch2").replace("/v1/", "/v2/")
        page.with_name("Switch2.html").write_text(copied, encoding="utf-8")


def _pending(folder: Path) -> None:
    _changed(folder)
    assert command(folder, "generate").status == 0


def _upstream(folder: Path) -> None:
    _generated(folder)
    documents = folder / "documents" / "docs" / "lamps"
    documents.mkdir(parents=True)
    (documents / "SwitchLamp.html").write_text(DIMMED, encoding="utf-8")
    chapter = folder / "spec" / "lamps" / "chapter_1.html"
    shutil.copy(chapter, documents / "chapter_1.html")


def _modelarts(folder: Path) -> None:
    spec = folder / "spec" / "modelarts"
    shutil.copytree(ROOT / "spec" / "modelarts", spec)
    page = spec / "CreateTask.html"
    content = page.read_bytes()
    page.write_bytes(content.replace(b"labeling", b"naming"))
    assert command(folder, "generate").status == 0
    page.write_bytes(content)


_PREPARED: tuple[tuple[str, Callable[[Path], None], tuple[str, ...]], ...] = (
    ("first", _nothing, ("generate",)),
    ("changed", _changed, ("generate",)),
    ("release", _pending, ("release",)),
    ("update", _upstream, ("update", "lamps", "--from", "documents")),
    ("modelarts", _modelarts, ("generate",)),
)

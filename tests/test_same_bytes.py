"""The same pages give the same bytes, whatever the machine, its settings and its Python are like."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tests.lamps import SERVICE, SWITCH, write_service

ROOT = Path(__file__).parents[1]
CONTENTS = """[
  {"code": "1", "p_code": "", "title": "Lamp Management", "uri": "chapter_1.html"},
  {"code": "2", "p_code": "1", "title": "Schälter…", "uri": "SwitchLamp.html"}
]"""
CORRECTIONS = '''
[[correction]]
page = "SwitchLamp.html"
property = "dim"
fact = "maximum"
was = 100
now = 255
reason = """The service \\
  takes a byte: ä, İ, ı, ß, 灯."""
'''
TITLE = SERVICE.replace('title = "Lamps"', 'title = "İstanbul ışıkları 灯"')
UPSIDE_DOWN = """
import os, runpy, sys
listed, scanned = os.listdir, os.scandir
os.listdir = lambda *place: sorted(listed(*place), reverse=True)
sys.path.insert(0, os.environ["ROOT"])
sys.argv[:] = ["scraper", *sys.argv[1:]]
runpy.run_module("scraper", run_name="__main__", alter_sys=True)
"""
ISOLATED = UPSIDE_DOWN.replace(", reverse=True", "")
Written = dict[str, bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A service with a memory of an earlier run, and pages whose names and words clash since."""
    folder = tmp_path_factory.mktemp("service")
    service = write_service(folder / "spec", toml=TITLE)
    assert called(folder, Surroundings(title="earlier"), "generate").returncode == 0
    shutil.rmtree(folder / "generated")
    (service / "corrections.toml").write_text(CORRECTIONS, encoding="utf-8")
    (service / "CLASS.TXT.json").write_text(CONTENTS, encoding="utf-8")
    for name, path, words in (
        ("a_1", "/v2/", "Größe, größe und GRÖSSE: ﬁ"),
        ("Z_9", "/v3/", "灯の色 ışık İ"),
        ("switchlamp2", "/v4/", "e\u0301 and é"),
    ):
        page = SWITCH.replace("SwitchLamp", name).replace("/v1/", path)
        page = page.replace("Brightness", words).replace("to 100", f"to 10{len(words)}")
        page = page.replace("color", f"color-{name[0]}").replace(
            "Color", "COLOR" + name
        )
        (service / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """What usual surroundings give."""
    usual = written(
        folder, tmp_path_factory.mktemp("usual"), Surroundings(title="usual")
    )
    assert len(usual) > 60
    return usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where and how the program is called."""

    title: str
    variables: dict[str, str | None] = field(default_factory=dict[str, "str | None"])
    """Of the environment; None stands for one that is not set."""
    python: str = sys.executable
    options: tuple[str, ...] = ("-m", "scraper")
    prepare: Callable[[Path], None] = lambda _: None
    """What is different on disk."""
    umask: int = 0o022
    cwd: str = "."
    arguments: tuple[str, ...] = ()


def called(
    folder: Path, where: Surroundings, command: str
) -> subprocess.CompletedProcess[str]:
    variables: dict[str, str | None] = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "ROOT": str(ROOT),
        **where.variables,
    }
    return subprocess.run(
        [
            where.python,
            *where.options,
            command,
            *(each.format(folder=folder) for each in where.arguments),
        ],
        cwd=folder / where.cwd,
        env={name: value for name, value in variables.items() if value is not None},
        umask=where.umask,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def written(service: Path, work: Path, where: Surroundings) -> Written:
    """All that `generate` writes in these surroundings; `check` agrees with it."""
    folder = work / "here"
    shutil.copytree(service, folder)
    where.prepare(folder)
    for command in ("generate", "check"):
        done = called(folder, where, command)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in (folder / "generated").rglob("*")
        if path.is_file()
    }
    return found | {"lock.toml": (folder / "spec/lamps/lock.toml").read_bytes()}


def _line_ends(*names: str) -> Callable[[Path], None]:
    """As git leaves them with core.autocrlf."""

    def prepare(folder: Path) -> None:
        for name in names:
            for path in (folder / "spec/lamps").glob(name):
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    return prepare


def _created(*, reverse: bool) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        spec = folder / "spec/lamps"
        kept = {path.name: path.read_bytes() for path in spec.iterdir()}
        shutil.rmtree(spec)
        spec.mkdir()
        for name in sorted(kept, reverse=reverse):
            (spec / name).write_bytes(kept[name])

    return prepare


def _folders(*names: str) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        for name in names:
            (folder / name).mkdir()
            (folder / name).chmod(0o555)

    return prepare


def _old_files(folder: Path) -> None:
    for path in (folder / "spec").rglob("*"):
        os.utime(path, (0, 0))
        path.chmod(path.stat().st_mode & ~0o022)


def _variables(*settings: str) -> Iterator[Surroundings]:
    for setting in settings:
        pairs = [each.partition("=") for each in setting.split()]
        variables: dict[str, str | None] = {
            name: value if equals else None for name, equals, value in pairs
        }
        yield Surroundings(title=setting, variables=variables)


@cache
def _locales() -> tuple[str, ...]:
    """Those that say another thing of letters, numbers or bytes, as far as the machine has them."""
    wanted = ("tr_TR.utf8", "de_DE.utf8", "ja_JP.eucjp", "en_US.iso88591")
    found = subprocess.run(
        ["locale", "-a"], check=False, capture_output=True, text=True
    )
    return tuple(each for each in wanted if each in found.stdout.split())


IS_OPTIMIZED = ("-OO", "-m", "scraper")
SURROUNDINGS = [
    *_variables(
        "PYTHONHASHSEED=0", "PYTHONHASHSEED=1", "PYTHONHASHSEED=4294967295", "PYTHONHASHSEED=random",
        "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=C.UTF-8", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0",
        "LC_ALL=xx_YY.UTF-8", "LANG LC_ALL LC_CTYPE LANGUAGE", "PYTHONUTF8=0", "PYTHONUTF8=1",
        "TZ=UTC", "TZ=Asia/Kathmandu", "TZ=America/St_Johns", "TZ=nowhere",
        "PYTHONIOENCODING=ascii", "PYTHONIOENCODING=utf-16", "PYTHONOPTIMIZE=2", "PYTHONDONTWRITEBYTECODE=1",
        "PYTHONINTMAXSTRDIGITS=640", "PYTHONMALLOC=debug", "COLUMNS=20 TERM=dumb NO_COLOR=1",
        "COLUMNS=400 TERM=xterm FORCE_COLOR=1 CLICOLOR_FORCE=1", "HOME", "HOME=/nowhere XDG_CACHE_HOME=/nowhere",
        "SOURCE_DATE_EPOCH=0", "SOURCE_DATE_EPOCH=4102444800", "USER=x LOGNAME=y HOSTNAME=z", "TMPDIR=/nowhere",
        "BLACK_CACHE_DIR=/nowhere", "PYTHONSAFEPATH=1", "PYTHONPROFILEIMPORTTIME PYTHONNODEBUGRANGES=1",
    ),
    *(Surroundings(title=f"LC_ALL={each}", variables={"LC_ALL": each, "PYTHONUTF8": "0"}) for each in _locales()),
    Surroundings(title="warnings are errors", options=("-X", "dev", "-W", "error", "-m", "scraper")),
    Surroundings(title="isolated", options=("-I", "-c", ISOLATED)),
    Surroundings(title="files listed the other way round", options=("-c", UPSIDE_DOWN)),
    Surroundings(title="files made in one order", prepare=_created(reverse=False)),
    Surroundings(title="files made in the other", prepare=_created(reverse=True)),
    Surroundings(title="old files", prepare=_old_files),
    Surroundings(title="CRLF in TOML", prepare=_line_ends("*.toml")),
    Surroundings(title="CRLF in pages", prepare=_line_ends("*.html", "*.json")),
    Surroundings(title="CRLF everywhere", prepare=_line_ends("*")),
    Surroundings(title="umask 000", umask=0),
    Surroundings(title="umask 077", umask=0o077),
    Surroundings(title="absolute paths", cwd="/", arguments=("--spec", "{folder}/spec", "--out", "{folder}/generated")),
    Surroundings(title="paths that go up", cwd="spec/lamps", arguments=("--spec", "../", "--out", "../../generated/")),
    Surroundings(title="a read-only HOME", prepare=_folders("home"), variables={"HOME": "home", "XDG_CACHE_HOME": None}),
]  # fmt: skip


@pytest.mark.parametrize("where", SURROUNDINGS, ids=lambda where: where.title)
def test_the_surroundings_change_nothing(
    folder: Path, expected: Written, tmp_path: Path, where: Surroundings
) -> None:
    assert written(folder, tmp_path, where) == expected


def pythons() -> dict[str, str]:
    """Every Python that the generator runs on and that has what it needs: version → program.

    They are looked for on PATH, where they usually are installed, beside this checkout (`.venv*`), and in the
    variable PYTHONS.
    """
    usual = (
        "/usr/bin",
        "/usr/local/bin",
        "/opt/*/bin",
        "~/.pyenv/versions/*/bin",
        "~/.local/share/uv/python/*/bin",
    )
    folders = [*os.get_exec_path(), *usual, f"{ROOT}/.venv*/bin"]
    found = [sys.executable, *os.environ.get("PYTHONS", "").split(os.pathsep)]
    for each in folders:
        place = Path(each).expanduser()
        found += map(
            str,
            sorted(Path(place.anchor or ".").glob(str(place / "python3*").lstrip("/"))),
        )
    versions: dict[str, str] = {}
    ask = "import scraper.cli.program, sys; print(sys.implementation.name, *sys.version_info[:2], sep='-')"
    for program in dict.fromkeys(filter(os.path.isfile, found)):
        if not re.fullmatch(r"python(?:3(?:\.\d+)?)?", Path(program).name):
            continue
        done = subprocess.run(
            [program, "-c", ask], cwd=ROOT, check=False, capture_output=True, text=True
        )
        if done.returncode == 0:
            versions.setdefault(done.stdout.strip(), program)
    return versions


def test_every_python_of_this_machine_gives_the_same_bytes(
    folder: Path,
    expected: Written,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    found = pythons()
    record_property("pythons", sorted(found))
    sys.stdout.write(f"Pythons that were compared: {', '.join(sorted(found))}\n")
    assert sys.executable in found.values()
    for version, program in found.items():
        where = Surroundings(title=version, python=program)
        assert written(folder, tmp_path / version, where) == expected


def test_services_that_are_made_at_once_are_as_those_made_one_by_one(
    folder: Path, expected: Written, tmp_path: Path
) -> None:
    """The generator has one worker; several of them, each with a service of its own, do not disturb each other."""
    places = [tmp_path / str(number) for number in range(3)]
    processes: list[subprocess.Popen[bytes]] = []
    for place in places:
        shutil.copytree(folder, place)
        processes.append(
            subprocess.Popen(
                [sys.executable, "-m", "scraper", "generate"],
                cwd=place,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                stdout=subprocess.DEVNULL,
            )
        )
    assert [process.wait() for process in processes] == [0, 0, 0]
    for place in places:
        found = {
            path.relative_to(place).as_posix(): path.read_bytes()
            for path in (place / "generated").rglob("*")
            if path.is_file()
        }
        assert found == {k: v for k, v in expected.items() if k != "lock.toml"}


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_modes_follow_the_umask(folder: Path, tmp_path: Path, umask: int) -> None:
    work = tmp_path / "here"
    shutil.copytree(folder, work)
    assert called(work, Surroundings(title="", umask=umask), "generate").returncode == 0
    made = [work / "spec/lamps/lock.toml", *(work / "generated").rglob("*")]
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in made}
    assert modes == {(True, 0o777 & ~umask), (False, 0o666 & ~umask)}

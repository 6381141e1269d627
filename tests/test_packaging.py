"""The generator as others install it: the wheel works outside a checkout, and the lock names what is pinned."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from scraper import pipeline, service, workspace
from scraper.pipeline import Reference
from tests.lamps import SERVICE, write_service

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(
    path.relative_to(ROOT / "templates").as_posix()
    for path in (ROOT / "templates").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from that sdist; no network is needed."""
    out = tmp_path_factory.mktemp("dist")
    call = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*call, str(ROOT)], check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment with the wheel; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(scripts / "python")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.check_output(asked, text=True).strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    (wheel,) = distributions.glob("*.whl")
    call = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    call += ["--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run(call, check=True, capture_output=True)
    return scripts


def test_the_wheel_holds_every_template_and_nothing_of_the_checkout(
    distributions: Path,
) -> None:
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    inside = "scraper/_templates/"
    packed = [each.removeprefix(inside) for each in names if each.startswith(inside)]
    assert sorted(packed) == TEMPLATES
    assert "scraper/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "scraper",
        "otc_sdk_scraper",
    }


def test_the_sdist_holds_sources_and_licence_only(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    top = {name.split("/")[0] for name in names}
    assert top == {
        "scraper", "templates", "README.md", "LICENSE", "pyproject.toml", "PKG-INFO", ".gitignore",
    }  # fmt: skip
    assert not [name for name in names if "__pycache__" in name]


def test_an_installed_generator_works_outside_a_checkout(
    installed: Path, tmp_path: Path
) -> None:
    folder = write_service(tmp_path / "spec")
    subprocess.run([installed / "scraper", "generate"], cwd=tmp_path, check=True)
    asked = [str(installed / "python"), "-c", "import scraper; print(scraper.__file__)"]
    where = subprocess.check_output(asked, cwd=tmp_path, text=True)
    assert Path(where).is_relative_to(installed.parent)
    subprocess.run([installed / "scraper", "check"], cwd=tmp_path, check=True)

    about = service.read(SERVICE, name="lamps", file="service.toml")
    here = pipeline.run(
        Reference(pages=workspace.read_pages(folder), service=about)
    ).files
    assert workspace.compare(tmp_path / "generated", "lamps", here) == ()


def test_what_the_output_depends_on_is_pinned_and_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lock = (ROOT / "requirements.lock").read_text()
    pinned = {each for each in project["dependencies"] if "==" in each}
    names = {each.partition("==")[0] for each in pinned}
    assert names == {
        "beautifulsoup4",
        "black",
        "jinja2",
        "jsonschema",
        "lxml",
        "pyyaml",
    }
    for each in pinned:
        assert f"\n{each} \\\n    --hash=sha256:" in f"\n{lock}"


def test_the_lock_names_no_place() -> None:
    """Only names, versions, conditions and hashes: no index and no path of the machine it was made on."""
    allowed = re.compile(
        r"[a-z0-9-]+==[\w.]+( ; [\w\s.'<>=!]+)? \\"
        r"|    --hash=sha256:[0-9a-f]{64}( \\)?"
        r"|    #( via|  )( [a-z0-9_.-]+)?( \(.*\))?"
    )
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    assert len(lines) > 500
    for line in lines:
        assert allowed.fullmatch(line), line
        assert "/" not in line

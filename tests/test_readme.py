"""The README is true: its commands are run and print what it shows, its snippets work against a server on this machine."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from tests.linting.linters import missing

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SERVER = "https://modelarts.eu-de.otc.t-systems.com"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCKS if language == "python"]
CONSOLE = {
    command: printed
    for language, block in BLOCKS
    if language == "console"
    for command, printed in re.findall(
        r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE
    )
}


class Service(BaseHTTPRequestHandler):
    """Answers any POST with a task, and remembers what was sent."""

    seen: list[tuple[str, dict[str, str], Any]]

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = json.loads(self.rfile.read(length))
        self.seen.append((self.path, dict(self.headers), body))
        answer = json.dumps({"task_id": "r0jT2zwxBDKf8KEnSuZ"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, dict[str, str], Any]]]]:
    """The address of a service on this machine, and the requests that it has seen."""
    seen: list[tuple[str, dict[str, str], Any]] = []
    handler = type("Handler", (Service,), {"seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}", seen
        http.shutdown()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of a fresh environment with the generated distribution; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("user")
    venv.create(folder, with_pip=False)
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.check_output(asked, text=True).strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    # The command of the README, with what keeps it quick and off the network.
    command = next(one for one in CONSOLE if one.startswith("pip install"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "--disable-pip-version-check",
    ]
    quick = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    run([*pip, *command.split()[1:], *quick], ROOT)
    return python


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_block_is_checked_here() -> None:
    assert [language for language, _ in BLOCKS].count("python") == len(PYTHON) == 2
    assert list(CONSOLE) == [
        "make generate",
        "make test",
        "pip install ./generated/modelarts",
        "make openapi",
        "make update",
        ".venv/bin/python -m scraper diff HEAD spec/modelarts --fail-on breaking",
        ".venv/bin/python -m scraper generate --pages path/to/api-ref --service dns --out /tmp/sdk",
        ".venv/bin/python -m scraper explain CreateTask",
    ]


def test_make_generate_prints_what_the_readme_shows(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(
        r"^generate:.*\n\t\$\(BIN\)/python (.*)$", makefile, re.MULTILINE
    )
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(ROOT / "generated", tmp_path / "generated")
    printed = run_here(recipe.split(), tmp_path)
    assert printed == CONSOLE["make generate"]


FLAVOR = re.compile(r"(>flavor</p>\s*</td>\s*<td[^>]*><p[^>]*>)No<")
ACCURATE = re.compile(r"(achieves more accurate labeling\.</li>)")


def test_make_openapi_prints_what_the_readme_shows() -> None:
    if reason := missing():
        pytest.skip(reason)
    made = subprocess.run(
        [sys.executable, "-m", "tests.linting", "generated/modelarts"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == CONSOLE["make openapi"]


def test_make_update_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """With a repository in which the page has the changes that the README tells."""
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(ROOT / "generated", tmp_path / "generated")
    service = tmp_path / "spec/modelarts/service.toml"
    page = tmp_path / "spec/modelarts/CreateTask.html"
    text = FLAVOR.sub(r"\1Yes<", page.read_text(encoding="utf-8"))
    text = ACCURATE.sub(r"\1<li><strong>best</strong>: Both in turn.</li>", text)
    upstream = tmp_path / "upstream"
    folder = upstream / "docs/modelarts/api-ref"
    folder.mkdir(parents=True)
    (folder / page.name).write_text(text, encoding="utf-8")
    person = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    run(["git", "init", "--quiet"], upstream)
    run(["git", "add", "."], upstream)
    run(["git", *person, "commit", "--quiet", "--message=x"], upstream)
    named = re.sub(
        r'(?m)^repository = ".*"', f'repository = "{upstream}"', service.read_text()
    )
    service.write_text(named)

    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(
        r"^update:.*\n\t@\$\(BIN\)/python (.*?) \$", makefile, re.MULTILINE
    )
    printed = run_here(recipe.split(), tmp_path)
    assert re.sub(r"`[0-9a-f]{40}`", "`…`", printed) == CONSOLE["make update"]


def test_diff_prints_what_the_readme_shows() -> None:
    (command,) = [one for one in CONSOLE if "scraper diff" in one]
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout of git")
    assert run_here(command.split()[1:], ROOT) == CONSOLE[command]


def test_make_test_is_pytest() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^test:.*\n\t\$\(BIN\)/python -m pytest", makefile, re.MULTILINE)


def test_another_service(tmp_path: Path) -> None:
    (command,) = [one for one in CONSOLE if "--pages" in one]
    pages = tmp_path / "api-ref"
    shutil.copytree(ROOT / "spec" / "modelarts", pages)
    words = command.replace("path/to/api-ref", str(pages)).split()
    out = words.index("--out") + 1
    run_here([*words[1:out], str(tmp_path / "sdk")], tmp_path)
    assert (tmp_path / "sdk" / "dns" / "otc_dns" / "__init__.py").is_file()


def test_explain_prints_what_the_readme_shows() -> None:
    (command,) = [one for one in CONSOLE if "explain" in one]
    shown = CONSOLE[command].splitlines()
    printed = run_here(command.split()[1:], ROOT).splitlines()
    left = iter(printed)
    assert shown
    assert all(line == "…" or line in left for line in shown)


def test_the_issues_shown_are_real() -> None:
    (block,) = [code for language, code in BLOCKS if language == "text"]
    issues = (ROOT / "generated/modelarts/issues.txt").read_text(encoding="utf-8")
    assert block.strip()
    assert set(block.splitlines()) <= set(issues.splitlines())


def test_a_call(
    server: tuple[str, list[tuple[str, dict[str, str], Any]]],
    installed: str,
    tmp_path: Path,
) -> None:
    """The snippet, in a fresh environment: the body on the wire is the documented example, and the answer parses."""
    address, seen = server
    assert PYTHON[0].count(SERVER) == 1
    (tmp_path / "call.py").write_text(
        PYTHON[0].replace(SERVER, address), encoding="utf-8"
    )
    assert run([installed, "call.py"], tmp_path) == "r0jT2zwxBDKf8KEnSuZ\n"
    ((path, headers, body),) = seen
    project = re.search(r'project_id="(\w+)"', PYTHON[0])
    assert project is not None
    assert path == f"/v2/{project[1]}/datasets/WxCREuCkBSAlQr9xrde/tasks"
    assert headers["X-Auth-Token"] == "your token"
    assert body in documented_requests()


def test_a_refused_call(
    server: tuple[str, list[tuple[str, dict[str, str], Any]]],
    installed: str,
    tmp_path: Path,
) -> None:
    """The second snippet, with the client of the first: the error is the one that its comment shows."""
    address, seen = server
    call, _, comment = PYTHON[1].partition("# ")
    opening = PYTHON[0].partition("    task =")[0].replace(SERVER, address)
    body = "".join(f"    {line}\n" for line in call.splitlines())
    (tmp_path / "call.py").write_text(opening + body, encoding="utf-8")
    done = subprocess.run(
        [installed, "call.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    told = comment.replace("\n# ", " ").strip()
    assert done.stderr.strip().splitlines()[-1].endswith(told)
    assert not seen


def documented_requests() -> list[Any]:
    text = (ROOT / "generated/modelarts/openapi.yaml").read_text(encoding="utf-8")
    (item,) = yaml.safe_load(text)["paths"].values()
    content = item["post"]["requestBody"]["content"]["application/json"]
    return [one["value"] for one in content["examples"].values()]


def run_here(arguments: list[str], folder: Path) -> str:
    """Run this environment's Python, with the checkout importable."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

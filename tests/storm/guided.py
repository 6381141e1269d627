"""One stage under atheris, which looks for bytes that reach further into the code.

    python -m tests.storm.guided STAGE RUNS SEED FOLDER

The stage `every` is all of them: the first byte chooses. What fails is written into the folder, and ends the run with a status that
is not 0.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.storm.words import (
    ENTITIES,
    METHODS,
    NUMBERS,
    PRIMITIVES,
    STRANGE,
    VOCABULARY,
)

SLOWEST = 120
"""Seconds after which one document counts as one that hangs."""
LONGEST = 300
"""Seconds after which a run ends, however many there were."""


def main(name: str, runs: str, seed: str, finds: Path) -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["scraper"]):
        stages = importlib.import_module("tests.storm.stages")
    stage = stages.STAGES[name]
    with TemporaryDirectory() as corpus:
        for number, content in enumerate(stage.seeds):
            (Path(corpus) / str(number)).write_bytes(content)
        (Path(corpus) / "dictionary").write_text(dictionary(), encoding="ascii")
        options = {
            "runs": runs,
            "seed": seed,
            "max_len": 8192,
            "dict": f"{corpus}/dictionary",
            "timeout": SLOWEST,
            "max_total_time": LONGEST,
            "rss_limit_mb": 0,
            "artifact_prefix": f"{finds}/{name}-",
        }
        arguments = [f"-{option}={value}" for option, value in options.items()]
        atheris.Setup([name, *arguments, corpus], stage.run)
        atheris.Fuzz()


def available() -> bool:
    """Whether there is a wheel of atheris for this machine and Python."""
    return importlib.util.find_spec("atheris") is not None


def run(name: str, runs: int, seed: int, finds: Path) -> str:
    """A process of its own; what it says, if it does not end well, and how many runs there were."""
    command = [sys.executable, "-m", "tests.storm.guided", name, str(runs), str(seed)]
    done = subprocess.run(
        [*command, str(finds)], capture_output=True, text=True, check=False
    )
    ended = re.search(r"^Done (\d+) runs", done.stderr, re.MULTILINE)
    if done.returncode == 0 and ended:
        return ended[1]
    return f"failed\n{done.stderr[-4000:]}"


def dictionary() -> str:
    """The words that documents use, which chance alone would not find."""
    known = (*VOCABULARY, *ENTITIES, *PRIMITIVES, *METHODS, *NUMBERS, *STRANGE)
    encoded = (each.encode("utf-8", errors="surrogatepass")[:60] for each in known)
    lines = (
        "".join(f"\\x{byte:02X}" for byte in each) for each in dict.fromkeys(encoded)
    )
    return "".join(f'"{line}"\n' for line in lines)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))

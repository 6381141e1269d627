"""One stage under atheris, which looks for bytes that reach further into the code.

    python -m tests.storm.guided STAGE RUNS SEED FOLDER

What fails is written into the folder, and ends the run with a status that is not 0.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SLOWEST = 120
"""Seconds after which one document counts as one that hangs."""


def main(name: str, runs: str, seed: str, finds: Path) -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["scraper"]):
        stages = importlib.import_module("tests.storm.stages")
    stage = stages.STAGES[name]
    with TemporaryDirectory() as corpus:
        for number, content in enumerate(stage.seeds):
            (Path(corpus) / str(number)).write_bytes(content)
        options = {
            "runs": runs,
            "seed": seed,
            "max_len": 8192,
            "timeout": SLOWEST,
            "rss_limit_mb": 0,
            "artifact_prefix": f"{finds}/{name}-",
        }
        arguments = [f"-{option}={value}" for option, value in options.items()]
        atheris.Setup([name, *arguments, corpus], stage.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:4], finds=Path(sys.argv[4]))

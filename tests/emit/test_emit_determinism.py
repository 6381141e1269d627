"""The same Api gives the same bytes, whatever the hash seed is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRINT_ALL = """
import hashlib
from scraper.emit import openapi, packaging, snapshot
from scraper.emit.python.usage import Usage
from tests.emit.builders import HOSTILE, hostile_api

for text in HOSTILE:
    api = hostile_api(text)
    files = packaging.files(api, usage=Usage())
    files |= openapi.files(openapi.view(api, {}), api.service.version)
    written = [snapshot.snapshot(api), *files.values()]
    print(hashlib.sha256("".join(written).encode()).hexdigest())
"""


def digests(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINT_ALL]
    ended = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    )
    return ended.stdout


def test_the_hash_seed_changes_nothing() -> None:
    assert digests("1") == digests("2")
    assert digests("1").count("\n") > 10

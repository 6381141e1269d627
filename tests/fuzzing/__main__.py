"""`make fuzz`: the committed document, and with DOC_EXPORTS those of two whole references."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzzing import campaign
from tests.support.driving import write
from tests.support.references import EXPORTS, ROOT, exported

EACH = 5


def _run(name: str, document: Path) -> campaign.Campaign:
    with TemporaryDirectory() as folder:
        return campaign.run(name, document, Path(folder), each=EACH)


def _run_exported(name: str) -> campaign.Campaign:
    with TemporaryDirectory() as folder:
        write(exported(name).files, Path(folder))
        return _run(name, Path(folder) / "openapi.yaml")


made = [_run("committed", ROOT / "generated" / "modelarts" / "openapi.yaml")]
if EXPORTS:
    made += [_run_exported(name) for name in ("modelarts", "ecs")]
told = [one for each in made for one in campaign.problems(each)]
if EXPORTS:
    told += campaign.unused(made)
sys.stdout.write(campaign.figures(made))
sys.exit("\n".join(told) or 0)

"""`make others`: the figures of every peer on the committed document and on those of two whole references."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.peers import campaign
from tests.peers.programs import missing
from tests.support.references import EXPORTS, ROOT, exported

COMMITTED = ROOT / "generated" / "modelarts" / "openapi.yaml"

if reason := missing():
    sys.exit(reason)
if not EXPORTS:
    sys.exit("DOC_EXPORTS names no folder")
texts = {"committed": COMMITTED.read_text(encoding="utf-8")}
texts |= {name: exported(name).files["openapi.yaml"] for name in ("modelarts", "ecs")}
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    documents = [folder / f"{name}.yaml" for name in texts]
    for document, text in zip(documents, texts.values(), strict=True):
        document.write_text(text, encoding="utf-8")
    made = campaign.run(documents, folder)
sys.stdout.write(campaign.figures(made))
told = [
    f"{one.document}, {one.peer}: {each}" for one in made for each in one.violations
]
told += [f"not needed: {one.peer}: {one.reason}" for one in campaign.needless(made)]
sys.exit("\n".join(told) or 0)

"""`make kill`: the figures of 200 kills. `python -m tests.kills COUNT SEED` makes others, or these again."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.kills import campaign

count, seed = map(int, sys.argv[1:] or ("200", "20260207"))
sys.stdout.write(f"seed {seed}\n")
with tempfile.TemporaryDirectory() as folder:
    made = campaign.run(count, seed, Path(folder))
sys.stdout.write(campaign.figures(made))
sys.exit("\n".join(campaign.violations(made)) or 0)

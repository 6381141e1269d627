"""`make faults`: the figures of 2,000 calls."""

from __future__ import annotations

import sys

from tests.faults import campaign

COUNT = 2000
SEED = 20260203

made = campaign.run(COUNT, SEED)
sys.stdout.write(campaign.figures(made))
sys.exit("\n".join(campaign.violations(made)) or 0)

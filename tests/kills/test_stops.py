"""A command that a disk, a link or another command gets into the way of leaves all old or all new, and the next one works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.calling import stopped
from tests.kills.stops import KINDS
from tests.kills.test_kills import SIGNALS

# A real file system that is full is one more where the system lets us mount it; the other two need no leave.
AT_LEAST = {"small_file_systems": 0}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SIGNALS])
def test_whatever_stops_a_command_all_is_old_or_new(kind: str, tmp_path: Path) -> None:
    stopped(kind, tmp_path, AT_LEAST.get(kind, 1))

"""A command that is killed or told to end leaves all old or all new, and the next one works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.calling import called, stopped

SIGNALS = ("signals", "signals_at_the_start")


def test_whenever_a_command_is_killed_all_is_old_or_new() -> None:
    done = called("tests.kills", "15", "1")
    assert done.stderr == ""
    told = {line[:46].strip(): int(line[46:]) for line in done.stdout.splitlines()[1:]}
    assert told["kills"] == told["survived"] == 15
    assert told["old afterwards"] > 0
    assert told["new afterwards"] > 0


@pytest.mark.parametrize("kind", SIGNALS)
def test_whenever_a_command_is_told_to_end_all_is_old_or_new(
    kind: str, tmp_path: Path
) -> None:
    stopped(kind, tmp_path)

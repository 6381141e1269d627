"""The formatter of record."""

from __future__ import annotations

from black import format_str
from black.mode import Mode, TargetVersion

_MODE = Mode(target_versions={TargetVersion.PY311})


def formatted(source: str) -> str:
    """Python source in black's style, with its default settings.

    Raises an exception of black's when the source is no Python: an error in a template.
    """
    return format_str(source, mode=_MODE)

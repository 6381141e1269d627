"""Where `make tools` puts programs of other people."""

from __future__ import annotations

from pathlib import Path

BIN = Path(__file__).parents[1] / "tools" / "node_modules" / ".bin"

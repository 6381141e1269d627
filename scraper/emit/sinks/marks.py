"""Characters that no reader sees, as ranges for the brackets of a regular expression."""

from __future__ import annotations

from typing import Final

DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of writing: what stands behind one is shown elsewhere."""
WIDTHLESS: Final = "\u200b-\u200d\u2060-\u2065\ufeff"
"""Marks without a width that leave the direction as it is."""
UNPRINTABLE: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
"""What no YAML file may hold, not even in a comment; half a surrogate pair aside, which no file at all can hold."""

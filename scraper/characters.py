"""Characters that no reader sees, or takes for others, as ranges for the brackets of a regular expression.

`str.isprintable` and `repr` know what one version of Unicode knows, which is another one in each version of Python. What is
printed must not depend on that.
"""

from __future__ import annotations

import re
from typing import Final

DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of writing: what stands behind one is shown elsewhere."""
WIDTHLESS: Final = "\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e0fff"
"""Marks without a width that leave the direction as it is; the last ones spell words that nobody sees."""
UNPRINTABLE: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
"""What no YAML file may hold, not even in a comment; half a surrogate pair aside, which no file at all can hold."""
_BLANKS: Final = "\t\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FORMATS: Final = (
    "\xad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_NO_CHARACTERS: Final = "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff"
UNSEEN: Final = (
    UNPRINTABLE + _BLANKS + DIRECTION + WIDTHLESS + _FORMATS + _NO_CHARACTERS
)
"""All of these, blanks besides the usual one, and what has no meaning of its own; not the line break."""

_ESCAPED: Final = re.compile(f"[\n{UNSEEN}]")


def escaped(words: str) -> str:
    """The words with every such character, and every line break, as Python escapes it: `\\n`, `\\x1b`, `\\u202e`."""
    return _ESCAPED.sub(lambda match: match[0].encode("unicode_escape").decode(), words)

"""Characters that nobody sees: which these are, and how they are written."""

from __future__ import annotations

import ast
import sys
import unicodedata

import pytest

from scraper.characters import escaped

UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs")
"""Unicode's categories of controls, formats, private use, halves of pairs, and separators."""


def test_every_character_that_unicode_calls_so_is_escaped() -> None:
    seen = [
        hex(number)
        for number in range(sys.maxunicode + 1)
        if unicodedata.category(chr(number)) in UNSEEN
        and number != ord(" ")
        and escaped(chr(number)) == chr(number)
    ]
    assert not seen


def test_no_character_that_is_seen_is_escaped() -> None:
    """What no version of Unicode has given a meaning yet stays too: a later one may."""
    unseen = [
        hex(number)
        for number in range(sys.maxunicode + 1)
        if unicodedata.category(chr(number))[0] in "LMNPS"
        and not 0xE0000 <= number <= 0xE0FFF
        and escaped(chr(number)) != chr(number)
    ]
    assert not unseen


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        ("Ümläut 云 🦆", "Ümläut 云 🦆"),
        ("a\nb\t\r", r"a\nb\t\r"),
        ("\x1b[31m\x00\x7f\x85", r"\x1b[31m\x00\x7f\x85"),
        ("a\xa0b\xad", r"a\xa0b\xad"),
        ("\u202e\u2028\ufeff\uffff", r"\u202e\u2028\ufeff\uffff"),
        ("\ud800\udfff", r"\ud800\udfff"),
        ("\U000e0041\U0010ffff", r"\U000e0041\U0010ffff"),
        (r"\x1b", r"\x1b"),
    ],
    ids=ascii,
)
def test_escaped(words: str, expected: str) -> None:
    assert escaped(words) == expected


def test_python_reads_what_is_escaped() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    plain = every.replace("\\", "").replace('"', "")
    assert ast.literal_eval(f'"{escaped(plain)}"') == plain

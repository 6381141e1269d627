"""The counter of steps finds what `re` finds, so its figures can be trusted; and it tells growth from growth."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.backtracking import Call
from tests.support.programs_of_patterns import compiled


def by_re(pattern: re.Pattern[str], call: Call, text: str) -> list[tuple[int, int]]:
    """The spans that `re` finds."""
    match call:
        case Call.MATCH:
            hits = [pattern.match(text)]
        case Call.FULLMATCH:
            hits = [pattern.fullmatch(text)]
        case Call.SEARCH:
            hits = [pattern.search(text)]
        case Call.EACH:
            hits = [*pattern.finditer(text)]
    return [one.span() for one in hits if one]


def same(source: str, text: str) -> None:
    pattern = re.compile(source)
    ours = compiled(pattern)
    for call in Call:
        assert list(ours.spans(call, text)) == by_re(pattern, call, text), call


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"a*?b", "aaab"),
        (r"(?:ab|a)(?:c|bcd)d*", "abcd"),
        (r"(a+|b)*?c", "aabac"),
        (r"(?i)straße|İ|ſ", "STRAßE İ i S"),
        (r"(?P<q>['\"])(?:(?!(?P=q)).)*(?P=q)", "x'a\"b' \"c'"),
        (r"(?i)(a)b\1", "abAaBA"),
        (r"(?<=a)b(?!c)", "ab abc bb"),
        (r"(?<!ab)c", "abc c"),
        (r"(?>a+)b|a++c", "aaab aaac"),
        (r"(?:ab?){2,3}+b", "ababab"),
        (r"(?m)^ *$", "a\n  \n\nb\n"),
        (r"\Aa|a\Z|a$", "aba\n"),
        (r"\b\w+\b|\B", "one, two"),
        (r"(?a)\b\w+", "né e"),
        (r"(a)?(?(1)b|c)", "ab c b"),
        (r"(?s).(?-s:.)", "\n\na"),
        (r"[^\W\d_]+|\S", "a1_é-"),
        (r"(?:a?){3,}", "aa"),
        (r"(?:a*)*b|(?:a*?)+?", "aab"),
        (r"x*", "axxb"),
        (r"(?!)|a", "a"),
        (r"(?:(a)|b)*\1", "aba"),
        (r"(?=(a+))\1b", "aab"),
        (r"a{2,3}?a{1}", "aaaa"),
    ],
)
def test_spans_are_those_of_re(source: str, text: str) -> None:
    same(source, text)


def test_bytes_are_seen_as_re_sees_them() -> None:
    pattern = re.compile(rb"(?i)<\w+\s*>|\xe9")
    found = compiled(pattern).spans(Call.EACH, "<A > \xe9 <\xe9>\xa0")
    hits = [
        one.span() for one in pattern.finditer("<A > \xe9 <\xe9>\xa0".encode("latin-1"))
    ]
    assert list(found) == hits != []


ITEMS = st.sampled_from(
    ["a", "b", ".", r"\s", r"\w", "[ab]", "[^a]", "^", "$", r"\b", r"\Z", "a|", "ab"]
)


def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    repeats = [
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "??",
        "*+",
        "++",
        "?+",
        "{2}",
        "{1,2}",
        "{2,}?",
    ]
    opening = ["(?:", "(?>", "(?=", "(?!", "(?i:"]
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(repeats)).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
        st.tuples(st.sampled_from(opening), inner).map(
            lambda two: f"{two[0]}{two[1]})"
        ),
    )


@settings(max_examples=500, deadline=None)
@given(
    st.recursive(ITEMS, larger, max_leaves=6),
    st.text("abA \n", max_size=7),
)
def test_spans_of_any_pattern_are_those_of_re(source: str, text: str) -> None:
    same(source, text)

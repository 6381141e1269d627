"""A TOML text as tables whose errors name file and key."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from scraper import toml
from scraper.issues import ScraperError, quoted
from scraper.service.naming import is_handed_on
from scraper.text import Text


def parsed(text: str, file: str) -> Table:
    """The whole text; raises ScraperError when it is not TOML."""
    return Table(values=toml.loads(text, file=file), file=file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A TOML table whose errors name file and key."""

    values: Mapping[str, object]
    file: str
    prefix: str = ""

    def error(self, key: str, expected: str, found: object) -> ScraperError:
        value = quoted(Text(found if isinstance(found, str) else repr(found)))
        return ScraperError(
            f"{self.file}: {self.prefix}{key}: expected {expected}, found {value}"
        )

    def only(self, *keys: str, optional: Sequence[str] = ()) -> Table:
        """The table itself, when it has exactly these keys, with or without the optional ones."""
        for key in self.values:
            if key not in (*keys, *optional):
                known = ", ".join((*keys, *optional))
                raise ScraperError(
                    f"{self.file}: {self.prefix}{one_line(key)}: unknown key;"
                    f" expected one of {known}"
                )
        for key in keys:
            if key not in self.values:
                raise ScraperError(f"{self.file}: {self.prefix}{key}: missing key")
        return self

    def table(self, key: str) -> Table:
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.error(key, f"a table [{key}]", value)
        return Table(
            values=cast("dict[str, object]", value), file=self.file, prefix=f"{key}."
        )

    def string(self, key: str, expected: str, form: re.Pattern[str]) -> str:
        value = self.values[key]
        if not isinstance(value, str) or not _fits(value, form):
            raise self.error(key, expected, value)
        return value

    def identifier(self, key: str, expected: str, form: re.Pattern[str]) -> str:
        value = self.string(key, expected, form)
        if keyword.iskeyword(value):
            raise self.error(key, f"{expected}, no keyword of Python", value)
        if is_handed_on(value):
            raise self.error(key, f"{expected}, no name of the runtime", value)
        return value

    def strings(
        self, key: str, expected: str, form: re.Pattern[str]
    ) -> tuple[str, ...]:
        values = self.values[key]
        if not isinstance(values, list):
            raise self.error(key, f"a list of {expected}", values)
        strings: list[str] = []
        for value in cast("list[object]", values):
            if not isinstance(value, str) or not _fits(value, form):
                raise self.error(key, f"a list of {expected}", value)
            strings.append(value)
        return tuple(strings)


def _fits(value: str, form: re.Pattern[str]) -> bool:
    return value.isprintable() and form.fullmatch(value) is not None


def one_line(words: str) -> str:
    return quoted(Text(words))[1:-1]

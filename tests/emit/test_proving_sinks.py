"""A sink with a hole in it: the proof stops what gets through, and nothing is printed at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from scraper import lock, pipeline
from scraper.emit.proving import UnprovedError
from scraper.emit.sinks import json, lines, python, toml, yaml
from scraper.lock import Lock
from scraper.names import Named, Names
from scraper.text import Text
from tests.attacks.positions import reference

HOLES: tuple[tuple[str, object, str, Callable[..., Any], str, str], ...] = (
    ("docstrings", python, "_escaped", str, "function", '""" canary() """'),
    ("a line of code", python, "_escaped", str, "code", '"""+canary()+"""'),
    ("literals", python, "_string", "'{}'".format, "name", "'+canary()+'"),
    ("keys", python, "_string", "'{}'".format, "name", "': canary(), '"),
    ("escapes", python, "_string", "'{}'".format, "value", "canary\\"),
    ("YAML", yaml, "_dumped", '"{}"'.format, "description", '"\ncanary: "1'),
    ("JSON", json, "block", '{{"canary": "{}"}}'.format, "title", '"'),
)


@pytest.mark.parametrize(
    ("module", "function", "hole", "place", "string"),
    [row[1:] for row in HOLES],
    ids=[row[0] for row in HOLES],
)
def test_a_hole_is_found(
    module: object,
    function: str,
    hole: Callable[..., Any],
    place: str,
    string: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attacked = reference({1: string}, [place])
    assert pipeline.run(attacked).files
    monkeypatch.setattr(module, function, hole)
    with pytest.raises(UnprovedError, match="nothing was written"):
        pipeline.run(attacked)


def test_a_hole_in_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = reference({1: "harmless"}, ())
    titled = replace(usual.service, title=Text('"]\n[project.scripts]\nx = "y'))
    attacked = replace(usual, service=titled)
    monkeypatch.setattr(lines, "escaped", str)
    assert pipeline.run(attacked).files
    monkeypatch.setattr(toml, "string", '"{}"'.format)
    with pytest.raises(UnprovedError, match=r"^pyproject\.toml"):
        pipeline.run(attacked)


def test_a_hole_in_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Lock(names=Names(given={Named.SCHEMA: {'A" = "B"\n"C': "D"}}))
    assert lock.read(lock.write(made), file="lock.toml") == made
    monkeypatch.setattr(toml, "string", '"{}"'.format)
    with pytest.raises(UnprovedError, match=r"^lock\.toml"):
        lock.write(made)

"""What people changed in service.toml, and chapters with another title or description; their order is no change."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.model import Api
from scraper.diff import words
from scraper.diff.model import Change, Kind, Verdict
from scraper.text import Prose, Text


def changes(old: Api, new: Api) -> Iterator[Change]:
    """Changes of the service itself; its version and where its documents come from do not count."""
    before, after = old.service, new.service
    for place, was, now in (
        ("package", before.package, after.package),
        ("client", before.client, after.client),
        ("distribution", before.distribution, after.distribution),
    ):
        if was != now:
            yield _change(
                Kind.NAME, place, Text(was), Text(now), "programs import another name"
            )
    if before.server.url != after.server.url:
        yield _change(
            Kind.SERVER,
            "server",
            before.server.url,
            after.server.url,
            "calls go to another server where none is named",
        )
    for region in before.server.regions:
        if region not in after.server.regions:
            yield _change(Kind.SERVER, "region", region, None, "the region is gone")
    for region in after.server.regions:
        if region not in before.server.regions:
            yield _change(Kind.SERVER, "region", None, region, "the region is new")
    yield from _reworded(Kind.TITLE, "service", before.title, after.title)
    now_told = {tag.name: tag for tag in new.tags}
    for tag in old.tags:
        if told := now_told.get(tag.name):
            place = f"group {tag.name}"
            yield from _reworded(Kind.TITLE, place, tag.title, told.title)
            yield from _reworded(
                Kind.DESCRIPTION, place, tag.description, told.description
            )


def _reworded(
    kind: Kind, place: str, old: Prose | Text, new: Prose | Text
) -> Iterator[Change]:
    if not words.same(old, new):
        yield Change(
            kind=kind,
            verdict=Verdict.DOCUMENTATION,
            place=Text(place),
            old=words.text(old) if old else None,
            new=words.text(new) if new else None,
        )


def _change(
    kind: Kind, place: str, old: Text | None, new: Text | None, effect: str
) -> Change:
    return Change(
        kind=kind,
        verdict=Verdict.COMPATIBLE if old is None else Verdict.BREAKING,
        place=Text(place),
        old=old,
        new=new,
        effect=effect,
    )

"""What people changed in service.toml, and chapters with another title."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.model import Api
from scraper.diff import words
from scraper.diff.model import Change, Kind, Verdict
from scraper.text import Text


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
    titles = [("service", before.title, after.title)]
    now_titled = {tag.name: tag.title for tag in new.tags}
    titles += [
        (f"group {tag.name}", tag.title, now_titled[tag.name])
        for tag in old.tags
        if tag.name in now_titled
    ]
    for place, was_titled, titled in titles:
        if not words.same(was_titled, titled):
            yield _change(Kind.TITLE, place, was_titled, titled, "")


def _change(
    kind: Kind, place: str, old: Text | None, new: Text | None, effect: str
) -> Change:
    verdict = Verdict.COMPATIBLE if old is None else Verdict.BREAKING
    return Change(
        kind=kind,
        verdict=Verdict.DOCUMENTATION if kind is Kind.TITLE else verdict,
        place=Text(place),
        old=old,
        new=new,
        effect=effect,
    )

"""What changed of what an operation sends and answers: bodies, headers of answers, examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from scraper.api.model import Example, Property, RequestBody, Response
from scraper.diff import words
from scraper.diff.both import Both
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.properties import type_changes
from scraper.diff.verdicts import Event
from scraper.emit.sinks import lines, tree
from scraper.text import Text

_BREAKING, _COMPATIBLE, _WORDS = Verdict


def body_changes(both: Both) -> Iterator[Change]:
    old, new, place = both.old.body, both.new.body, both.place("request body")
    match old, new:
        case RequestBody(), RequestBody():
            yield from type_changes(old.type, new.type, both.sides, place)
            both.meet(old.type, new.type, Direction.REQUEST)
            if old.media_type != new.media_type:
                effect = "the package sends it so; the call stays"
                yield both.change(
                    Kind.MEDIA_TYPE,
                    _COMPATIBLE,
                    "request body",
                    old.media_type,
                    new.media_type,
                    effect,
                )
            if old.required is not new.required:
                event = Event.NOW_REQUIRED if new.required else Event.NOW_OPTIONAL
                yield place.change(
                    Kind.REQUIRED,
                    event,
                    old=Text("yes" if old.required else "no"),
                    new=Text("yes" if new.required else "no"),
                )
            yield from _examples(both, "request", old.examples, new.examples)
        case None, RequestBody():
            event = Event.ADDED_REQUIRED if new.required else Event.ADDED
            yield place.change(Kind.BODY, event, new=new.media_type)
        case RequestBody(), None:
            yield place.change(Kind.BODY, Event.REMOVED, old=old.media_type)
        case _:
            pass


def response_changes(both: Both) -> Iterator[Change]:
    before = {one.status: one for one in both.old.responses}
    after = {one.status: one for one in both.new.responses}
    answers = both.old.answer, both.new.answer
    if answers[0] and answers[1] and answers[0].status != answers[1].status:
        # The answer is the same one, whatever its status is now.
        yield both.change(
            Kind.RESPONSE,
            _COMPATIBLE,
            f"response {answers[1].status}",
            Text(answers[0].status),
            Text(answers[1].status),
            "the service answers with another status; both are read",
        )
        yield from _response(both, answers[0], answers[1])
        del before[answers[0].status], after[answers[1].status]
    elif answers[0] and answers[0].type and not answers[1]:
        place = both.place(f"response {answers[0].status}", Direction.RESPONSE)
        yield place.change(Kind.BODY, Event.REMOVED, old=Text("a body"))
        del before[answers[0].status]
    elif answers[1] and answers[1].type and not answers[0]:
        place = both.place(f"response {answers[1].status}", Direction.RESPONSE)
        yield place.change(Kind.BODY, Event.ADDED, new=Text("a body"))
        del after[answers[1].status]
    for status in sorted(before.keys() | after.keys()):
        match before.get(status), after.get(status):
            case Response() as old, Response() as new:
                yield from _response(both, old, new)
            case Response() as old, _:
                yield _status(both, status, old=old.description, new=None)
            case _, Response() as new:
                yield _status(both, status, old=None, new=new.description)
            case _:
                pass


def _status(both: Both, status: str, *, old: Text | None, new: Text | None) -> Change:
    there = Text(status)
    return both.change(
        Kind.RESPONSE,
        _WORDS,
        f"response {status}",
        None if old is None else there,
        None if new is None else there,
        "the list of statuses is told otherwise",
    )


def _response(both: Both, old: Response, new: Response) -> Iterator[Change]:
    inside = f"response {new.status}"
    place = both.place(inside, Direction.RESPONSE, new.source)
    match old.type, new.type:
        case None, None:
            pass
        case None, _:
            yield place.change(Kind.BODY, Event.ADDED, new=Text("a body"))
        case _, None:
            yield place.change(Kind.BODY, Event.REMOVED, old=Text("a body"))
        case before, after:
            yield from type_changes(before, after, both.sides, place)
            both.meet(before, after, Direction.RESPONSE)
    yield from _headers(both, old.headers, new.headers, inside)
    yield from place.reworded(Kind.DESCRIPTION, old.description, new.description)
    yield from _examples(both, inside, old.examples, new.examples)


def _headers(
    both: Both, old: Sequence[Property], new: Sequence[Property], inside: str
) -> Iterator[Change]:
    before, after = ({one.name: one for one in side} for side in (old, new))
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        known = now or was
        assert known is not None
        place = both.place(
            tree.joined(inside, " header ", name),
            Direction.RESPONSE,
            known.source,
        )
        if was and now:
            yield from both.compared(was, now, place, Direction.RESPONSE)
        else:
            event = Event.ADDED if now else Event.REMOVED
            yield place.change(
                Kind.PARAMETER,
                event,
                old=None if was is None else name,
                new=None if now is None else name,
            )


def _examples(
    both: Both, inside: str, old: Sequence[Example], new: Sequence[Example]
) -> Iterator[Change]:
    """Examples that are new, gone or other; the same value in another layout or order is the same example."""
    gone = _unmatched(old, new)
    come = _unmatched(new, old)
    for was, now in zip_longest(gone, come):
        shown = now or was
        place = both.place(f"{inside} example", source=shown.source)
        yield Change(
            kind=Kind.EXAMPLE,
            verdict=_WORDS,
            place=place.name,
            old=None if was is None else words.text(was.value),
            new=None if now is None else words.text(now.value),
            used_by=place.used_by,
            source=Text(lines.place(place.source)),
        )


def _unmatched(these: Sequence[Example], those: Sequence[Example]) -> list[Example]:
    left = list(those)
    found: list[Example] = []
    for one in these:
        twin = _twin(one, left)
        if twin is None:
            found.append(one)
        else:
            left.remove(twin)
    return found


def _twin(one: Example, others: Sequence[Example]) -> Example | None:
    return next(
        (other for other in others if words.same_json(one.value, other.value)), None
    )

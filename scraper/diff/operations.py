"""What changed of an operation: its line, its parameters, its bodies, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from scraper.api.model import (
    Example,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Type,
)
from scraper.diff import words
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.pairing import shape
from scraper.diff.pairs import Pairs, Use
from scraper.diff.properties import Place, property_changes, type_changes
from scraper.diff.types import Sides
from scraper.diff.verdicts import Event
from scraper.emit.sinks import lines, tree
from scraper.source import Source
from scraper.text import Text

_BREAKING, _COMPATIBLE, _WORDS = Verdict


def removed(operation: Operation) -> Change:
    return _whole(operation, old=_line(operation))


def added(operation: Operation) -> Change:
    return _whole(operation, new=_line(operation))


def _whole(
    operation: Operation, *, old: Text | None = None, new: Text | None = None
) -> Change:
    return Change(
        kind=Kind.OPERATION,
        verdict=_COMPATIBLE if new else _BREAKING,
        place=Text(operation.id),
        old=old,
        new=new,
        effect="the method is new" if new else "the method is gone",
        source=Text(lines.place(operation.source)),
    )


def _line(operation: Operation) -> Text:
    return tree.joined(operation.method, " ", operation.path)


def changes(
    old: Operation, new: Operation, sides: Sides, pairs: Pairs
) -> Iterator[Change]:
    """All that changed of an operation; the schemas it uses are noted in the pairs, to be compared once."""
    both = _Both(old=old, new=new, sides=sides, pairs=pairs)
    yield from both.line()
    yield from both.parameters()
    yield from both.body()
    yield from both.responses()
    yield from both.helpers()
    yield from both.told()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    """One operation in both Apis."""

    old: Operation
    new: Operation
    sides: Sides
    pairs: Pairs

    def place(
        self,
        inside: str | Text = "",
        direction: Direction = Direction.REQUEST,
        source: Source | None = None,
    ) -> Place:
        gap = " " if inside else ""
        return Place(
            name=tree.joined(self.new.id, gap, inside),
            used_by=(f"{self.new.id} {direction.value}",),
            directions=frozenset({direction}),
            source=source or self.new.source,
        )

    def change(
        self,
        kind: Kind,
        verdict: Verdict,
        inside: str | Text,
        old: Text | None,
        new: Text | None,
        effect: str,
    ) -> Change:
        place = self.place(inside)
        return Change(
            kind=kind,
            verdict=verdict,
            place=place.name,
            old=old,
            new=new,
            effect=effect,
            used_by=(self.new.id,),
            source=Text(lines.place(place.source)),
        )

    def line(self) -> Iterator[Change]:
        """The name, the group, the method and the path."""
        old, new = self.old, self.new
        if old.id != new.id:
            effect = "the former name stays as a deprecated alias"
            yield self.change(
                Kind.NAME, _COMPATIBLE, "", Text(old.id), Text(new.id), effect
            )
        if old.tag != new.tag:
            effect = "programs find the method in another group of the client"
            yield self.change(
                Kind.GROUP, _BREAKING, "", Text(old.tag), Text(new.tag), effect
            )
        if (old.method, shape(old.path)) != (new.method, shape(new.path)):
            effect = "the method calls another path; its name and arguments stay"
            yield self.change(
                Kind.PATH, _COMPATIBLE, "", _line(old), _line(new), effect
            )
        if old.deprecated is not new.deprecated:
            event = Event.DEPRECATED if new.deprecated else Event.RESTORED
            yield self.place().change(
                Kind.DEPRECATION,
                event,
                old=Text("in use" if new.deprecated else "deprecated"),
                new=Text("deprecated" if new.deprecated else "in use"),
            )

    def parameters(self) -> Iterator[Change]:
        before, after = _parameters(self.old), _parameters(self.new)
        for key in sorted(before.keys() - after.keys()):
            was = before[key]
            moved = _elsewhere(key, after, before)
            if moved is not None:
                yield from self._moved(was, moved)
                continue
            yield self._at(was).change(
                Kind.PARAMETER, Event.REMOVED, old=was.property.name
            )
        for key in sorted(after.keys() - before.keys()):
            now = after[key]
            if _elsewhere(key, before, after) is None:
                event = Event.ADDED_REQUIRED if now.property.required else Event.ADDED
                yield self._at(now).change(Kind.PARAMETER, event, new=now.property.name)
        for key in sorted(before.keys() & after.keys()):
            was, now = before[key], after[key]
            if was.property.name != now.property.name:
                yield self.change(
                    Kind.NAME,
                    _BREAKING,
                    tree.joined("path ", now.property.name),
                    was.property.name,
                    now.property.name,
                    "the argument has another name",
                )
            yield from self._compared(was.property, now.property, self._at(now))

    def _moved(self, old: Parameter, new: Parameter) -> Iterator[Change]:
        yield self.change(
            Kind.LOCATION,
            _COMPATIBLE,
            tree.joined(new.location.value, " ", new.property.name),
            Text(old.location.value),
            Text(new.location.value),
            "the package sends it there; the argument stays",
        )
        yield from self._compared(old.property, new.property, self._at(new))

    def _at(self, parameter: Parameter) -> Place:
        name = tree.joined(parameter.location.value, " ", parameter.property.name)
        return self.place(name, source=parameter.property.source)

    def _compared(
        self,
        old: Property,
        new: Property,
        place: Place,
        direction: Direction = Direction.REQUEST,
    ) -> Iterator[Change]:
        yield from property_changes(old, new, self.sides, place)
        self._meet(old.type, new.type, direction)

    def _meet(self, old: Type, new: Type, direction: Direction) -> None:
        self.pairs.meet(old, new, Use(operation=self.new.id, direction=direction))

    def body(self) -> Iterator[Change]:
        old, new, place = self.old.body, self.new.body, self.place("request body")
        match old, new:
            case RequestBody(), RequestBody():
                yield from type_changes(old.type, new.type, self.sides, place)
                self._meet(old.type, new.type, Direction.REQUEST)
                if old.media_type != new.media_type:
                    effect = "the package sends it so; the call stays"
                    yield self.change(
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
                yield from self._examples("request", old.examples, new.examples)
            case None, RequestBody():
                event = Event.ADDED_REQUIRED if new.required else Event.ADDED
                yield place.change(Kind.BODY, event, new=new.media_type)
            case RequestBody(), None:
                yield place.change(Kind.BODY, Event.REMOVED, old=old.media_type)
            case _:
                pass

    def responses(self) -> Iterator[Change]:
        before = {one.status: one for one in self.old.responses}
        after = {one.status: one for one in self.new.responses}
        answers = self.old.answer, self.new.answer
        if answers[0] and answers[1] and answers[0].status != answers[1].status:
            # The answer is the same one, whatever its status is now.
            yield self.change(
                Kind.RESPONSE,
                _COMPATIBLE,
                f"response {answers[1].status}",
                Text(answers[0].status),
                Text(answers[1].status),
                "the service answers with another status; both are read",
            )
            yield from self._response(answers[0], answers[1])
            before.pop(answers[0].status), after.pop(answers[1].status)
        for status in sorted(before.keys() | after.keys()):
            match before.get(status), after.get(status):
                case Response() as old, Response() as new:
                    yield from self._response(old, new)
                case Response() as old, _:
                    yield self._status(status, old=old.description, new=None)
                case _, Response() as new:
                    yield self._status(status, old=None, new=new.description)
                case _:
                    pass

    def _status(self, status: str, *, old: Text | None, new: Text | None) -> Change:
        there = Text(status)
        return self.change(
            Kind.RESPONSE,
            _WORDS,
            f"response {status}",
            None if old is None else there,
            None if new is None else there,
            "the list of statuses is told otherwise",
        )

    def _response(self, old: Response, new: Response) -> Iterator[Change]:
        inside = f"response {new.status}"
        place = self.place(inside, Direction.RESPONSE, new.source)
        match old.type, new.type:
            case None, None:
                pass
            case None, _:
                yield place.change(Kind.BODY, Event.ADDED, new=Text("a body"))
            case _, None:
                yield place.change(Kind.BODY, Event.REMOVED, old=Text("a body"))
            case before, after:
                yield from type_changes(before, after, self.sides, place)
                self._meet(before, after, Direction.RESPONSE)
        yield from self._headers(old.headers, new.headers, inside)
        yield from place.reworded(Kind.DESCRIPTION, old.description, new.description)
        yield from self._examples(inside, old.examples, new.examples)

    def _headers(
        self, old: Sequence[Property], new: Sequence[Property], inside: str
    ) -> Iterator[Change]:
        before, after = ({one.name: one for one in side} for side in (old, new))
        for name in sorted(before.keys() | after.keys()):
            was, now = before.get(name), after.get(name)
            known = now or was
            assert known is not None
            place = self.place(
                tree.joined(inside, " header ", name),
                Direction.RESPONSE,
                known.source,
            )
            if was and now:
                yield from property_changes(was, now, self.sides, place)
            else:
                event = Event.ADDED if now else Event.REMOVED
                yield place.change(
                    Kind.PARAMETER,
                    event,
                    old=None if was is None else name,
                    new=None if now is None else name,
                )

    def helpers(self) -> Iterator[Change]:
        """What gives the items of all pages, and what waits."""
        old, new = self.old, self.new
        for kind, was, now, there in (
            (Kind.PAGINATION, old.pagination, new.pagination, "pages have an iterator"),
            (Kind.WAITER, old.waiter, new.waiter, "the end can be waited for"),
        ):
            if bool(was) is not bool(now):
                yield self.change(
                    kind,
                    _COMPATIBLE if now else _BREAKING,
                    "",
                    Text("yes" if was else "no"),
                    Text("yes" if now else "no"),
                    there if now else "the method beside it is gone",
                )

    def told(self) -> Iterator[Change]:
        """Title and description."""
        place = self.place()
        yield from place.reworded(Kind.TITLE, self.old.title, self.new.title)
        yield from place.reworded(
            Kind.DESCRIPTION, self.old.description, self.new.description
        )

    def _examples(
        self, inside: str, old: Sequence[Example], new: Sequence[Example]
    ) -> Iterator[Change]:
        """Examples that are new, gone or other; the same value in another layout or order is the same example."""
        gone = _unmatched(old, new)
        come = _unmatched(new, old)
        for was, now in zip_longest(gone, come):
            shown = now or was
            place = self.place(f"{inside} example", source=shown.source)
            yield Change(
                kind=Kind.EXAMPLE,
                verdict=_WORDS,
                place=place.name,
                old=None if was is None else words.text(was.value),
                new=None if now is None else words.text(now.value),
                used_by=place.used_by,
                source=Text(lines.place(place.source)),
            )


def _parameters(operation: Operation) -> Mapping[tuple[str, Text], Parameter]:
    """By location and name; those of the path by their place in it, for a path says the same whatever their names."""
    order = tree.characters(operation.path)
    found: dict[tuple[str, Text], Parameter] = {}
    in_path = [one for one in operation.parameters if one.location is Location.PATH]
    in_path.sort(
        key=lambda one: order.find(f"{{{tree.characters(one.property.name)}}}")
    )
    for number, one in enumerate(in_path):
        found[Location.PATH.value, Text(str(number))] = one
    for one in operation.parameters:
        if one.location is not Location.PATH:
            found[one.location.value, one.property.name] = one
    return found


def _elsewhere(
    key: tuple[str, Text],
    others: Mapping[tuple[str, Text], Parameter],
    own: Mapping[tuple[str, Text], Parameter],
) -> Parameter | None:
    """The parameter of the same name in the other Api, if it stands at another location only there."""
    location, name = key
    for (other, called), parameter in others.items():
        if called == name and other != location and (other, called) not in own:
            return parameter
    return None


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
    alike: Callable[[Example], bool] = lambda other: words.same_json(  # noqa: E731
        one.value, other.value
    )
    return next((other for other in others if alike(other)), None)

"""Every peer on documents, and what must hold of each: no complaint, nothing left out, output that can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, repeat
from pathlib import Path

import yaml

from tests.peers.output import defects, type_errors
from tests.peers.peculiar import PECULIAR, Peculiarity, own
from tests.peers.programs import PEERS, Peer, count, generated

_COLUMNS = "{:<36}{:<11}{:>11}{:>8}{:>7}{:>12}{:>7}{:>9}{:>10}\n"
_AT_A_TIME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a peer made of a document."""

    peer: str
    document: str
    expected: int
    """The operations of the document."""
    operations: int
    models: int
    files: int
    complaints: tuple[str, ...]
    """What the peer told while it generated, the peculiar aside."""
    type_errors: tuple[str, ...]
    defects: tuple[str, ...]
    peculiar: tuple[Peculiarity, ...]
    """For each line that counts for nothing, the reason."""

    @property
    def violations(self) -> Iterator[str]:
        """What must not be; nothing if all is well."""
        if self.operations != self.expected:
            yield f"{self.operations} of {self.expected} operations"
        yield from self.complaints
        yield from self.type_errors
        yield from self.defects


def run(documents: Iterable[Path], folder: Path) -> tuple[Made, ...]:
    """Every peer on every document; what they write is in a folder for each, `<document>/<peer>`."""
    documents = [document for document in documents for _ in PEERS]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        return tuple(pool.map(make, cycle(PEERS), documents, repeat(folder)))


def make(peer: Peer, document: Path, folder: Path) -> Made:
    """One peer on one document."""
    where = folder / document.stem / peer.name.replace(" ", "-")
    where.mkdir(parents=True)
    peculiar: list[Peculiarity] = []
    sort = _sorting(peer, peculiar)
    complaints = sort(generated(peer, document, where))
    files = sum(path.is_file() for path in where.rglob("*")) - 1  # output.log
    return Made(
        peer=peer.name,
        document=document.stem,
        expected=_operations(document),
        operations=count(where, peer.operations),
        models=count(where, peer.models),
        files=files,
        complaints=complaints,
        type_errors=sort(type_errors(peer, where)),
        defects=sort(defects(peer, where)),
        peculiar=tuple(peculiar),
    )


def _sorting(
    peer: Peer, peculiar: list[Peculiarity]
) -> Callable[[Iterable[str]], tuple[str, ...]]:
    """What keeps the lines that count, and puts the entries of the others aside."""

    def sort(lines: Iterable[str]) -> tuple[str, ...]:
        kept: list[str] = []
        for line in lines:
            found = own(peer.name, line)
            if found is None:
                kept.append(line)
            else:
                peculiar.append(found)
        return tuple(kept)

    return sort


def _operations(document: Path) -> int:
    loaded = yaml.safe_load(document.read_text(encoding="utf-8"))
    items: Iterable[dict[str, object]] = loaded["paths"].values()
    return sum(
        isinstance(found, dict) and "operationId" in found
        for item in items
        for found in item.values()
    )


def needless(made: Iterable[Made]) -> Iterator[Peculiarity]:
    """Entries that no line fell under: a later version of the peer has mended it, or the document has changed."""
    seen = {found for one in made for found in one.peculiar}
    yield from (one for one in PECULIAR if one not in seen)


def figures(made: Iterable[Made]) -> str:
    """A table, for people."""
    heads = "operations models files complaints types defects peculiar".split()
    lines = [_COLUMNS.format("", "", *heads)]
    for one in made:
        told = (one.complaints, one.type_errors, one.defects, one.peculiar)
        numbers = [one.models, one.files, *map(len, told)]
        operations = f"{one.operations}/{one.expected}"
        lines.append(_COLUMNS.format(one.peer, one.document, operations, *numbers))
    return "".join(lines)

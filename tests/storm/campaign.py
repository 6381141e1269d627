"""A bounded run over many documents, in two processes: figures, and the finds in their smallest form."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from itertools import count as counted
from pathlib import Path
from time import monotonic
from typing import Final

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.storm.breaks import KINDS, Broken, broken
from tests.storm.checks import CHECKS, Case, Check
from tests.storm.shrinking import smallest

BATCH: Final = 200
WORKERS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A document on which something failed, in its smallest form."""

    signature: str
    """Which check failed, with which exception, where."""
    seed: int
    trace: str
    document: Broken


@dataclass(slots=True, kw_only=True)
class Figures:
    """What was tried, and what came of it."""

    documents: int = 0
    pages: int = 0
    breaks: Counter[str] = field(default_factory=Counter[str])
    checks: Counter[str] = field(default_factory=Counter[str])
    finds: dict[str, Find] = field(default_factory=dict[str, Find])
    seen: Counter[str] = field(default_factory=Counter[str])
    """How often each find was met."""

    def add(self, other: Figures) -> None:
        self.documents += other.documents
        self.pages += other.pages
        self.breaks += other.breaks
        self.checks += other.checks
        self.seen += other.seen
        for signature, find in other.finds.items():
            self.finds.setdefault(signature, find)


def failure(check: Check, case: Case) -> tuple[str, str] | None:
    """Which check failed, with which exception and where, and the whole trace; None where it holds."""
    try:
        check(case)
    except Exception as error:  # noqa: BLE001 - any exception is a find
        frames = traceback.extract_tb(error.__traceback__)
        own = [one for one in frames if "/scraper/" in one.filename] or frames
        place = f"{Path(own[-1].filename).stem}.{own[-1].name}"
        signature = f"{check.__name__}-{type(error).__name__}-{place}"
        return signature, "".join(traceback.format_exception(error))
    return None


def batch(seed: int, size: int, known: frozenset[str] = frozenset()) -> Figures:
    """So many documents. What fails in a way that is not known yet is made as small as it can be."""
    figures = Figures()
    number = counted()

    def each(document: Broken) -> None:
        checks = _due(next(number))
        _count(figures, document, checks)
        case = Case(broken=document)
        for check in checks:
            if failed := failure(check, case):
                figures.seen[failed[0]] += 1
                if failed[0] not in known and failed[0] not in figures.finds:
                    figures.finds[failed[0]] = _find(check, failed[0], document, seed)
                return

    chosen = settings(
        max_examples=size,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    hypothesis.seed(seed)(chosen(given(broken())(each)))()
    return figures


def _find(check: Check, signature: str, document: Broken, seed: int) -> Find:
    def fails(one: Broken) -> bool:
        again = failure(check, Case(broken=one))
        return again is not None and again[0] == signature

    small = smallest(document, fails)
    failed = failure(check, Case(broken=small))
    trace = failed[1] if failed else "it does not fail again\n"
    return Find(signature=signature, seed=seed, trace=trace, document=small)


def _due(number: int) -> tuple[Check, ...]:
    """The checks that a document goes through: a dear one every so often."""
    return tuple(one for one, every in CHECKS.items() if number % every == 1 % every)


def _count(figures: Figures, document: Broken, checks: tuple[Check, ...]) -> None:
    figures.documents += 1
    figures.pages += len(document.pages)
    figures.breaks.update(document.kinds)
    figures.checks.update(check.__name__ for check in checks)


def run(seed: int, size: int, minutes: float, told: Callable[[Figures], None]) -> Figures:
    """Batches until there are so many documents, or the time is over. `told` hears of each batch."""
    end = monotonic() + minutes * 60
    total = Figures()
    seeds = (seed * 1_000_003 + number for number in counted())
    with ProcessPoolExecutor(WORKERS) as pool:
        open_ones: dict[Future[Figures], int] = {}
        while True:
            for made in _next(total.documents + sum(open_ones.values()), size, end):
                if len(open_ones) >= WORKERS:
                    break
                work = partial(batch, next(seeds), made, frozenset(total.finds))
                open_ones[pool.submit(work)] = made
            if not open_ones:
                return total
            done, _ = wait(open_ones, return_when=FIRST_COMPLETED)
            for one in done:
                del open_ones[one]
                total.add(one.result())
                told(total)


def _next(so_far: int, size: int, end: float) -> Iterator[int]:
    """The sizes of the batches that are still wanted."""
    while so_far < size and monotonic() < end:
        yield min(BATCH, size - so_far)
        so_far += BATCH


def keep(find: Find, folder: Path) -> None:
    """The pages of a find, and what is wrong with them."""
    place = folder / "".join(c if c.isalnum() or c in "-." else "_" for c in find.signature)
    place.mkdir(parents=True, exist_ok=True)
    for name, content in find.document.pages.items():
        (place / name).write_bytes(content)
    if find.document.contents:
        (place / "CLASS.TXT.json").write_bytes(find.document.contents)
    for name, text in find.document.meant.pages.items():
        (place / f"{name}.meant").write_text(text, encoding="utf-8")
    about = f"seed {find.seed}\n{', '.join(find.document.kinds)}\n{find.trace}"
    (place / "trace.txt").write_text(
        about, encoding="utf-8", errors="backslashreplace"
    )


def table(figures: Figures) -> str:
    """The figures in lines."""
    lines = [f"documents {figures.documents}, of {figures.pages} pages", "broken by"]
    lines += [f"  {kind:<14}{figures.breaks[kind]:>8}" for kind in KINDS]
    lines += ["through"]
    lines += [f"  {name:<14}{number:>8}" for name, number in figures.checks.items()]
    lines += [f"finds {len(figures.finds)}"]
    lines += [f"  {figures.seen[one]:>6} times {one}" for one in figures.finds]
    return "\n".join(lines) + "\n"

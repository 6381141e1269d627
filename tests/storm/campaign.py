"""A bounded run over many documents, in two processes: figures, and the finds in their smallest form."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from tests.storm.breaks import KINDS, Broken, break_one
from tests.storm.checks import CHECKS, Case, Check
from tests.storm.shrinking import smallest

BATCH: Final = 200
WORKERS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A document on which something failed, in its smallest form."""

    signature: str
    """Which check failed, with which exception, where."""
    trace: str
    document: Broken
    seed: int = 0
    number: int = 0


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


def batch(seed: int, numbers: range, known: frozenset[str] = frozenset()) -> Figures:
    """The documents of these numbers. What fails in a way that is not known yet is made as small as it can be."""
    figures = Figures()
    for number in numbers:
        document = made(seed, number)
        case = Case(broken=document)
        checks = tuple(one for one, every in CHECKS.items() if number % every == 0)
        _count(figures, document)
        for check in checks:
            figures.checks[check.__name__] += 1
            if failed := failure(check, case):
                signature, _ = failed
                figures.seen[signature] += 1
                if signature not in known and signature not in figures.finds:
                    found = _find(check, signature, document)
                    figures.finds[signature] = replace(found, seed=seed, number=number)
                break
    return figures


def made(seed: int, number: int) -> Broken:
    """The document of that number."""
    return break_one(Random(f"{seed} {number}").randint)  # noqa: S311 - no secret


def _find(check: Check, signature: str, document: Broken) -> Find:
    def fails(one: Broken) -> bool:
        again = failure(check, Case(broken=one))
        return again is not None and again[0] == signature

    small = smallest(document, fails)
    failed = failure(check, Case(broken=small))
    trace = failed[1] if failed else "it does not fail again\n"
    return Find(signature=signature, trace=trace, document=small)


def _count(figures: Figures, document: Broken) -> None:
    figures.documents += 1
    figures.pages += len(document.pages)
    figures.breaks.update(document.kinds)


def run(
    seed: int, size: int, minutes: float, told: Callable[[Figures], None]
) -> Figures:
    """Batches until there are so many documents, or the time is over. `told` hears of each batch."""
    end = monotonic() + minutes * 60
    total = Figures()
    batches = (range(n, min(n + BATCH, size)) for n in range(0, size, BATCH))
    with ProcessPoolExecutor(WORKERS) as pool:
        running: set[Future[Figures]] = set()
        while True:
            while len(running) < WORKERS and monotonic() < end:
                if (numbers := next(batches, None)) is None:
                    break
                running.add(pool.submit(batch, seed, numbers, frozenset(total.finds)))
            if not running:
                return total
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for one in done:
                total.add(one.result())
                told(total)


def keep(find: Find, folder: Path) -> None:
    """The pages of a find, and what is wrong with them."""
    place = folder / "".join(
        c if c.isalnum() or c in "-." else "_" for c in find.signature
    )
    place.mkdir(parents=True, exist_ok=True)
    for name, content in find.document.pages.items():
        (place / name).write_bytes(content)
    if find.document.contents:
        (place / "CLASS.TXT.json").write_bytes(find.document.contents)
    for name, text in find.document.meant.pages.items():
        (place / f"{name}.meant").write_text(text, encoding="utf-8")
    about = f"seed {find.seed}, document {find.number}\n{', '.join(find.document.kinds)}\n{find.trace}"
    (place / "trace.txt").write_text(about, encoding="utf-8", errors="backslashreplace")


def table(figures: Figures) -> str:
    """The figures in lines."""
    lines = [f"documents {figures.documents}, of {figures.pages} pages", "broken by"]
    lines += [f"  {kind:<14}{figures.breaks[kind]:>8}" for kind in KINDS]
    lines += ["through"]
    lines += [f"  {name:<14}{number:>8}" for name, number in figures.checks.items()]
    lines += [f"finds {len(figures.finds)}"]
    lines += [f"  {figures.seen[one]:>6} times {one}" for one in figures.finds]
    return "\n".join(lines) + "\n"

"""Which pages are operations of their own, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scraper.api.naming import pascal, unique
from scraper.api.reaching import Identified
from scraper.api.vocabulary import VERBS
from scraper.draft.model import OperationDraft, RequestLine, Role
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_TELLING_STEM = re.compile(r"[A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+")
_LOST_E = re.compile(r"([cuvz]|[^aeiou]g|[^e]at|[^aeiou]i[dnrst]|[aeiou][rs])$")
"""How the stems of moving, resizing, changing, creating, providing, combining, releasing end, which lost an e."""

_FILLING = frozenset({"a", "an", "the", "of", "for", "to", "in", "on", "with", "and"})


def newest(draft: OperationDraft) -> RequestLine:
    """The request line of the newest version: /v2.1 before /v2, whatever their order on the page."""
    return max(
        draft.request_lines, key=lambda line: (version(line.path), line.path.plain)
    )


def version(path: Text) -> tuple[int, ...]:
    """The version in a path's first segment: `/v2.1/…` → (2, 1); none → ()."""
    match = re.match(r"/v(\d+(?:\.\d+)*)(?:/|$)", path.plain, re.IGNORECASE)
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def identify(
    drafts: Sequence[OperationDraft],
) -> tuple[tuple[Identified, ...], tuple[Issue, ...]]:
    """Give each operation its id.

    Several pages may document one method and path with different bodies (`POST …/action`): each is an operation. Of
    two pages that tell the same the first by name counts.
    """
    holders: dict[tuple[str, str], list[OperationDraft]] = {}
    identified: list[Identified] = []
    issues: list[Issue] = []
    for draft in sorted(drafts, key=lambda one: one.page):
        line = newest(draft)
        group = holders.setdefault((line.method, shape_of(line.path)), [])
        holder = next((one for one in group if _tells_the_same(one, draft)), None)
        if holder is not None:
            issues.append(_repeated(draft, line, holder))
            continue
        group.append(draft)
        wanted = wanted_id(draft)
        name = unique(wanted, [one.id for one in identified])
        identified.append(Identified(id=name, draft=draft))
    return tuple(identified), tuple(issues)


def _tells_the_same(left: OperationDraft, right: OperationDraft) -> bool:
    """Whether two pages for one method and path document one operation: without bodies, or with one title and body."""
    bodies = _body_names(left), _body_names(right)
    if bodies == (frozenset(), frozenset()):
        return True
    return bodies[0] == bodies[1] and left.title == right.title


def _body_names(draft: OperationDraft) -> frozenset[Text]:
    return frozenset(
        field.name
        for table in draft.tables
        if table.role is Role.BODY
        for field in table.fields
    )


def shape_of(path: Text) -> str:
    """A path template without its parameters' names, which do not tell two paths apart."""
    return re.sub(r"\{[^{}]*\}", "{}", path.plain)


def wanted_id(draft: OperationDraft) -> str:
    """The file's name where it is one in PascalCase, else the title's verb and objects."""
    stem = draft.page.plain.removesuffix(".html")
    if _TELLING_STEM.fullmatch(stem):
        return stem
    title = re.sub(r"\([^()]*\)", " ", draft.title.plain)
    first, *rest = re.findall(r"[A-Za-z0-9]+", title) or [""]
    words = [_verb(first), *(word for word in rest if word.lower() not in _FILLING)]
    name = "".join(pascal(Text(word)) for word in words)
    return name or f"{newest(draft).method.capitalize()}Operation"


def _verb(word: str, verbs: Mapping[str, str] = VERBS) -> str:
    """`Creating` → `Create`: the infinitive of a title's first word."""
    lower = word.lower()
    if lower in verbs:
        return verbs[lower]
    if not lower.endswith("ing") or len(lower) < len("using"):
        return word
    stem = lower.removesuffix("ing")
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return f"{stem}e" if _LOST_E.search(stem) else stem


def _repeated(
    draft: OperationDraft, line: RequestLine, holder: OperationDraft
) -> Issue:
    rows = sum(len(table.fields) for table in draft.tables)
    return Issue(
        code="repeated-operation",
        severity=Severity.WARNING,
        source=line.source,
        detail=f"{line.method} {quoted(line.path)} is documented on {quoted(holder.page)} too, which counts; "
        f"this page's rows ({rows}) are not in the output",
    )

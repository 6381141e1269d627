"""Which pages are operations of their own, and what each is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from scraper.api.naming import pascal, singular, unique
from scraper.api.reaching import Identified
from scraper.api.titles import Reads, wording
from scraper.api.vocabulary import DETAILS
from scraper.draft.model import OperationDraft, RequestLine, Role
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_TELLING_STEM = re.compile(r"[A-Za-z][a-z]+[A-Z][A-Za-z0-9]*")
_VERSION = re.compile(r"v\d+(\.\d+)*", re.IGNORECASE)


def newest(draft: OperationDraft) -> RequestLine:
    """The request line of the newest version: /v2.1 before /v2, whatever their order on the page."""
    return max(
        draft.request_lines, key=lambda line: (version(line.path), line.path.plain)
    )


def identity(draft: OperationDraft) -> str:
    """By what an operation is known again: its page, method and path."""
    line = newest(draft)
    return f"{draft.page.plain} {line.method} {line.path.plain}"


def version(path: Text) -> tuple[int, ...]:
    """The version in a path's first segment: `/v2.1/…` → (2, 1); none → ()."""
    match = re.match(r"/v(\d+(?:\.\d+)*)(?:/|$)", path.plain, re.IGNORECASE)
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def identify(
    drafts: Sequence[OperationDraft], known: Container[str] = ()
) -> tuple[tuple[Identified, ...], tuple[Issue, ...]]:
    """Give each operation its id.

    Several pages may document one method and path with different bodies (`POST …/action`): each is an operation. Of
    two pages that tell the same the one that is `known` to be an operation counts, then the one that tells most, then
    the first by name.
    """
    holders: dict[tuple[str, str], list[OperationDraft]] = {}
    issues: list[Issue] = []
    kept: list[OperationDraft] = []
    order = sorted(
        drafts, key=lambda one: (identity(one) not in known, -_rows(one), one.page)
    )
    for draft in order:
        line = newest(draft)
        group = holders.setdefault((line.method, shape_of(line.path)), [])
        holder = next((one for one in group if _tells_the_same(one, draft)), None)
        if holder is not None:
            issues.append(_repeated(draft, line, holder))
            continue
        group.append(draft)
        kept.append(draft)
    kept.sort(key=lambda one: one.page)
    names = _distinct([wanted(draft) for draft in kept])
    return (
        tuple(
            Identified(id=name, draft=draft)
            for name, draft in zip(names, kept, strict=True)
        ),
        tuple(issues),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an operation may be called."""

    short: str
    full: str
    """With what the short name leaves out."""
    version: str
    segments: tuple[str, ...]
    """The fixed segments of its path."""
    deprecated: bool
    final: bool
    """The name is the author's own."""


def wanted(draft: OperationDraft) -> Wanted:
    """The file's name where it is one in PascalCase; else the title's words."""
    line = newest(draft)
    stem = draft.page.plain.removesuffix(".html")
    final = _TELLING_STEM.fullmatch(stem) is not None
    words = wording(draft.title, line.method, _reads(line))
    segments = _fixed(line.path)
    short = pascal(Text(stem)) if final else words.name(otherwise=_last(segments))
    return Wanted(
        short=short,
        full=f"{short}Details" if words.details and not final else short,
        version="_".join(str(part) for part in version(line.path)),
        segments=segments,
        deprecated=draft.deprecated is not None,
        final=final,
    )


def _reads(line: RequestLine) -> Reads:
    """A path that ends in a parameter leads to one thing (the project aside), one that ends in a plural to several."""
    last = line.path.plain.rstrip("/").rpartition("/")[2]
    if line.method != "GET":
        return Reads.EITHER
    if last.startswith("{"):
        owner = last.strip("{}") in ("project_id", "tenant_id", "domain_id")
        return Reads.EITHER if owner else Reads.ONE
    resource = _last(_fixed(line.path))
    return Reads.MANY if singular(resource) != resource else Reads.EITHER


def _distinct(all_wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """The shortest name of each that no other wants.

    Of several that want one name all tell more, except the only one that is in use: the title in full, the path's
    version, the first segment in which the paths differ, and at last a number.
    """
    names = [one.short for one in all_wanted]
    for step in (_in_full, _by_version, _by_resource):
        groups = defaultdict[str, list[int]](list)
        for at, name in enumerate(names):
            groups[name.lower()].append(at)
        for group in groups.values():
            endings = step([all_wanted[at] for at in group])
            for at, ending in zip(group, endings, strict=True):
                if at in _to_move(group, all_wanted):
                    names[at] += ending
    given: list[str] = []
    for name in names:
        given.append(unique(name, given))
    return tuple(given)


def _in_full(group: Sequence[Wanted]) -> list[str]:
    """What the short name left out, if that tells any two apart."""
    endings = [one.full.removeprefix(one.short) for one in group]
    return endings if len(set(endings)) > 1 else [""] * len(group)


def _by_version(group: Sequence[Wanted]) -> list[str]:
    """The version, if that tells those in use apart."""
    in_use = [one.version for one in group if not one.deprecated]
    if len(set(in_use)) < len(in_use):
        return [""] * len(group)
    return [f"V{one.version}" if one.version else "" for one in group]


def _by_resource(group: Sequence[Wanted]) -> list[str]:
    """The first fixed segment of the path that is not the same in all."""
    shared = next(
        (
            n
            for n, same in enumerate(zip_longest(*(o.segments for o in group)))
            if len(set(same)) > 1
        ),
        None,
    )
    if shared is None:
        return [""] * len(group)
    return [
        pascal(Text(one.segments[shared])) if shared < len(one.segments) else ""
        for one in group
    ]


def _to_move(group: Sequence[int], all_wanted: Sequence[Wanted]) -> Sequence[int]:
    """Of operations that want one name, those that must tell more: all but an author's own and the only one in use."""
    if len(group) == 1:
        return ()
    free = [at for at in group if not all_wanted[at].final]
    in_use = [at for at in group if not all_wanted[at].deprecated]
    return [at for at in free if at not in in_use] if len(in_use) == 1 else free


def _fixed(path: Text) -> tuple[str, ...]:
    return tuple(
        part
        for part in path.plain.split("/")
        if part and "{" not in part and not _VERSION.fullmatch(part)
    )


def _last(segments: Sequence[str]) -> str:
    """What the path is about, in PascalCase: `servers` of `/servers/detail`."""
    telling = [one for one in segments if one.lower() not in DETAILS]
    return pascal(Text(telling[-1])) if telling else ""


def _tells_the_same(left: OperationDraft, right: OperationDraft) -> bool:
    """Whether two pages for one method and path document one operation: without bodies, or with one title and body."""
    bodies = _body_names(left), _body_names(right)
    if bodies == (frozenset(), frozenset()):
        return True
    return bodies[0] == bodies[1] and left.title == right.title


def _rows(draft: OperationDraft) -> int:
    return sum(len(table.fields) for table in draft.tables)


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


def _repeated(
    draft: OperationDraft, line: RequestLine, holder: OperationDraft
) -> Issue:
    return Issue(
        code="repeated-operation",
        severity=Severity.WARNING,
        source=line.source,
        detail=f"{line.method} {quoted(line.path)} is documented on {quoted(holder.page)} too, which counts; "
        f"this page's rows ({_rows(draft)}) are not in the output",
    )

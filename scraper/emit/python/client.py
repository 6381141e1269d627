"""Views of the client module and of the packages' `__init__` modules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.api.model import Service
from scraper.emit.python import former
from scraper.emit.python.docstrings import docstring
from scraper.emit.python.documentation import client_title, resource_docstring
from scraper.emit.python.flavours import AWAITED, PLAIN
from scraper.emit.python.groups import Group, attribute_name
from scraper.emit.python.layout import Layout, class_name
from scraper.emit.python.symbols import ImportLine
from scraper.emit.sinks.python import literal
from scraper.names import Named
from scraper.text import Text

EXPORTED = (
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AccessKey",
    "Answer",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "InternalServerError",
    "InvalidRequest",
    "NotFoundError",
    "PaginationError",
    "Password",
    "PermissionDeniedError",
    "RateLimitError",
    "Token",
    "UnprocessableEntityError",
    "WaitFailedError",
    "WaitTimeoutError",
    "async_wait_until",
    "wait_until",
    "with_response",
)
"""Names of the runtime that the package hands on."""

TAKEN = frozenset(
    (
        "auth base_url close aclose cloud deadline http_client max_response_depth max_response_size max_retries"
        " project_id region send service strict_responses timeout with_options"
    ).split()
)
"""Attributes of a client besides its groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    attribute: str
    module: str
    name: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerGroupView:
    """A former name of a group."""

    attribute: str
    deprecated: str
    """A string literal: what the warning says."""
    name: str
    docstring: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFlavour:
    """One client class, the package of its resources, and what stands before their names."""

    name: str
    base: str
    package: str
    mark: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    title: str
    service: str
    base_url: str
    user_agent: str
    imports: tuple[ImportLine, ...]
    """Of the resources' classes."""
    groups: tuple[GroupView, ...]
    former: tuple[FormerGroupView, ...]
    flavours: tuple[ClientFlavour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    title: str
    client: str
    package: str
    exports: str
    names: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerEntryView:
    """A former name of a class."""

    name: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    title: str
    lines: tuple[ImportLine, ...]
    entries: tuple[EntryView, ...]
    former: tuple[FormerEntryView, ...]

    @property
    def listed(self) -> str:
        """What type checkers have to be told of the list of names when it is empty."""
        return "" if self.entries else ": list[str]"


def client(service: Service, groups: Sequence[Group], layout: Layout) -> ClientView:
    """The module with both clients."""
    title = client_title(service)
    about = f"{title}, one call at a time."
    awaiting = f"{title}, for asyncio: the same surface with `await`."
    return ClientView(
        title=title,
        service=literal(Text(service.name)),
        base_url=literal(service.server.url),
        user_agent=literal(Text(f"{service.distribution}/{service.version}")),
        imports=tuple(
            ImportLine(
                module=f".{flavour.package}.{group.module}",
                names=f"{flavour.mark}{group.name}",
            )
            for flavour in (AWAITED, PLAIN)
            for group in groups
        ),
        groups=tuple(
            GroupView(
                attribute=group.attribute,
                module=group.module,
                name=group.name,
                docstring=resource_docstring(group.tag, 8),
            )
            for group in groups
        ),
        former=tuple(_former_groups(groups, layout)),
        flavours=(
            ClientFlavour(
                name=service.client,
                base="Client",
                package=PLAIN.package,
                mark=PLAIN.mark,
                docstring=docstring([about], 4),
            ),
            ClientFlavour(
                name=f"Async{service.client}",
                base="AsyncClient",
                package=AWAITED.package,
                mark=AWAITED.mark,
                docstring=docstring([awaiting], 4),
            ),
        ),
    )


def _former_groups(
    groups: Sequence[Group], layout: Layout
) -> Iterator[FormerGroupView]:
    by_tag = {group.tag.name: group for group in groups}
    names = former.identifiers(
        layout.former.get(Named.GROUP, {}),
        {tag: tag for tag in by_tag},
        lambda old: attribute_name(old, TAKEN),
        {group.attribute for group in groups},
    )
    for old, tag in names.items():
        group = by_tag[tag]
        yield FormerGroupView(
            attribute=old,
            deprecated=former.warning(old, group.attribute),
            name=group.name,
            docstring=former.about(group.attribute, 8),
            now=group.attribute,
        )


def package(service: Service) -> PackageView:
    """The package's own `__init__`."""
    return PackageView(
        title=client_title(service),
        client=service.client,
        package=service.package,
        exports=", ".join(EXPORTED),
        names=EXPORTED,
        version=literal(Text(service.version)),
    )


def models(service: Service, layout: Layout) -> ModelsView:
    """The package of models: every class by name, its module loaded when it is first used."""
    by_module: dict[str, list[str]] = {}
    for name, module in sorted(layout.modules.items()):
        by_module.setdefault(module, []).append(layout.classes[name])
    return ModelsView(
        title=client_title(service),
        lines=tuple(
            ImportLine(
                module=module, names=", ".join(f"{n} as {n}" for n in sorted(names))
            )
            for module, names in sorted(by_module.items())
        ),
        entries=tuple(
            EntryView(name=name, module=module)
            for name, module in sorted(
                (layout.classes[name], module)
                for name, module in layout.modules.items()
            )
        ),
        former=tuple(
            FormerEntryView(name=old, now=now)
            for old, now in former.identifiers(
                {
                    old: now
                    for kind in (Named.SCHEMA, Named.ENUMERATION)
                    for old, now in layout.former.get(kind, {}).items()
                },
                layout.classes,
                class_name,
                layout.classes.values(),
            ).items()
        ),
    )

"""Views of the client module and of the packages' `__init__` modules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.api.model import Service
from scraper.emit.python.docstrings import docstring
from scraper.emit.python.documentation import client_title, resource_docstring
from scraper.emit.python.flavours import AWAITED, PLAIN
from scraper.emit.python.groups import Group
from scraper.emit.python.layout import Layout
from scraper.emit.python.symbols import ImportLine
from scraper.emit.sinks.python import literal
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
        "auth base_url close aclose cloud deadline http_client max_retries project_id region send service"
        " strict_responses timeout with_options"
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
class ModelsView:
    title: str
    lines: tuple[ImportLine, ...]
    entries: tuple[EntryView, ...]


def client(service: Service, groups: Sequence[Group]) -> ClientView:
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
    )

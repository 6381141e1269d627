"""What people say of a service: the part of the intermediate model that no page tells."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    url: Text
    """May hold variables in braces: `https://modelarts.{region}.otc.t-systems.com`."""
    regions: tuple[Text, ...] = ()
    """Values of the variable `region`, the usual one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who runs a service."""

    name: Text
    url: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What people say of a service in its service.toml, or what follows from its name."""

    name: str
    """The folder's name under spec/ and generated/: `modelarts`."""
    title: Text
    """`ModelArts`."""
    client: str
    """PascalCase: the client class."""
    package: str
    distribution: str
    version: str
    server: Server
    origin: Text
    """Where the documents come from, for NOTICE and README."""
    documentation: Text = Text("")
    """Where people read the pages: the address below which their file names stand; empty where nobody says it."""
    contact: Contact

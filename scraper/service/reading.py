"""The text of a service.toml as a `Service`."""

from __future__ import annotations

import re

from scraper.api.model import Contact, Server, Service
from scraper.releases.versions import VERSION
from scraper.service.naming import CLOUD, FIRST_VERSION, SOMEWHERE, documentation
from scraper.service.table import Table, parsed
from scraper.service.upstream import of_table
from scraper.text import Text

_KEYS = ("title", "client", "package", "distribution", "server")
_OPTIONAL = ("version", "documentation", "contact", "upstream")
_TITLE = re.compile(r"[^\S\n]*+\S.*")
_CLIENT = re.compile(r"[A-Z][A-Za-z0-9]*")
_PACKAGE = re.compile(r"[a-z][a-z0-9_]*")
_DISTRIBUTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[A-Za-z0-9{}._:/-]+")
_WEB = re.compile(r"https?://[A-Za-z0-9._~:/@%+-]+")
_REGION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read(text: str, *, name: str, file: str) -> Service:
    """The service that a service.toml describes.

    `name` is the service's folder under spec/; `file` is how errors call the text. Every key must be known, and there
    but for `version`, `documentation`, [contact] and [upstream]. Raises ScraperError naming file, key and what is expected.
    """
    table = parsed(text, file).only(*_KEYS, optional=_OPTIONAL)
    server = table.table("server").only("url", "regions")
    version = FIRST_VERSION
    if "version" in table.values:
        version = table.string("version", "a version such as 0.1.0", VERSION)
    return Service(
        name=name,
        title=Text(table.string("title", "one line of words", _TITLE)),
        client=table.identifier("client", "a class name such as ModelArts", _CLIENT),
        package=table.identifier(
            "package", "a package name such as otc_modelarts", _PACKAGE
        ),
        distribution=table.string(
            "distribution", "a name such as otc-modelarts", _DISTRIBUTION
        ),
        version=version,
        server=_server(server),
        origin=_origin(table),
        documentation=_documentation(table, name),
        contact=_contact(table),
    )


def _origin(table: Table) -> Text:
    if "upstream" not in table.values:
        return SOMEWHERE
    upstream = of_table(table)
    return Text(f"{upstream.repository}, folder {upstream.folder}")


def _documentation(table: Table, name: str) -> Text:
    if "documentation" not in table.values:
        return documentation(name)
    expected = "an address that begins with https:// and ends with /"
    form = re.compile(_WEB.pattern + "(?<=/)")
    return Text(table.string("documentation", expected, form))


def _contact(table: Table) -> Contact:
    if "contact" not in table.values:
        return CLOUD
    contact = table.table("contact").only("name", "url")
    return Contact(
        name=Text(contact.string("name", "one line of words", _TITLE)),
        url=Text(contact.string("url", "an address that begins with https://", _WEB)),
    )


def _server(table: Table) -> Server:
    url = table.string("url", "an address that begins with https://", _URL)
    variables = set(re.findall(r"\{([^{}]*)\}", url))
    if variables - {"region"} or re.search(r"[{}]", url.replace("{region}", "")):
        raise table.error("url", "no variable but {region}", url)
    regions = table.strings("regions", "names of regions", _REGION)
    if bool(variables) != bool(regions):
        expected = "at least one region" if variables else "none, url has no {region}"
        raise table.error("regions", expected, list(regions))
    if len(set(regions)) != len(regions):
        raise table.error("regions", "each region once", list(regions))
    return Server(url=Text(url), regions=tuple(Text(region) for region in regions))

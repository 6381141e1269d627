"""What people say of a service: the text of a service.toml, or just a name, as a `Service`."""

from __future__ import annotations

import keyword
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from scraper.api.model import Server, Service
from scraper.issues import ScraperError, quoted
from scraper.text import Text

LONGEST_NAME = 64

_KEYS = ("title", "client", "package", "distribution", "version", "server", "upstream")
HANDED_ON = frozenset(
    {
        "APIConnectionError",
        "APIError",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "AccessKey",
        "Answer",
        "AsyncClient",
        "AsyncResource",
        "AuthenticationError",
        "BadRequestError",
        "ByMarker",
        "ByOffset",
        "ByPage",
        "Client",
        "ConfigurationError",
        "ConflictError",
        "DEFAULT_TIMEOUT",
        "InternalServerError",
        "InvalidRequest",
        "Model",
        "NotFoundError",
        "OpenIntEnum",
        "OpenStrEnum",
        "PaginationError",
        "Parameter",
        "Password",
        "PermissionDeniedError",
        "RateLimitError",
        "Request",
        "Resource",
        "Timeout",
        "Token",
        "UNSET",
        "UnprocessableEntityError",
        "WaitFailedError",
        "WaitTimeoutError",
        "async_each_item",
        "async_wait_until",
        "each_item",
        "wait_until",
        "with_response",
    }
)
"""Names of the runtime, beside which a client of the same name could not be used."""

_CLIENT = re.compile(r"[A-Z][A-Za-z0-9]*")
_PACKAGE = re.compile(r"[a-z][a-z0-9_]*")
_DISTRIBUTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?")
_URL = re.compile(r"https?://[A-Za-z0-9{}._:/-]+")
_REGION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REPOSITORY = re.compile(r"https://[A-Za-z0-9._/-]+")
_FOLDER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


def read(text: str, *, name: str, file: str) -> Service:
    """The service that a service.toml describes.

    `name` is the service's folder under spec/; `file` is how errors call the text. Every key must be there and
    known. Raises ScraperError naming file, key and what is expected.
    """
    try:
        table = _Table(values=tomllib.loads(text), file=file)
    except tomllib.TOMLDecodeError as error:
        raise ScraperError(f"{file}: not TOML: {_one_line(str(error))}") from None
    table.only(*_KEYS)
    server = table.table("server").only("url", "regions")
    upstream = table.table("upstream").only("repository", "folder", "pages")
    upstream.strings("pages", "file names of pages", re.compile(r"[^/\\]+\.html"))
    repository = upstream.string("repository", "an https:// address", _REPOSITORY)
    folder = upstream.string("folder", "a relative folder with /", _FOLDER)
    return Service(
        name=name,
        title=Text(table.string("title", "one line of words", re.compile(r".*\S.*"))),
        client=table.identifier("client", "a class name such as ModelArts", _CLIENT),
        package=table.identifier(
            "package", "a package name such as otc_modelarts", _PACKAGE
        ),
        distribution=table.string(
            "distribution", "a name such as otc-modelarts", _DISTRIBUTION
        ),
        version=table.string("version", "a version such as 0.1.0", _VERSION),
        server=_server(server),
        origin=Text(f"{repository}, folder {folder}"),
    )


def from_name(name: str) -> Service:
    """The service that a bare name stands for, when pages come without a service.toml.

    The title is the name as given; folder, package, distribution and client are made of its letters and digits.
    Raises ScraperError when the name has none, or is longer than 64 characters.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    if not words:
        raise ScraperError(
            f"--service {quoted(Text(name))}: expected a name with ASCII letters or digits"
        )
    if len(name) > LONGEST_NAME:
        raise ScraperError(
            f"--service {quoted(Text(name))}: expected at most {LONGEST_NAME} characters"
        )
    slug = "-".join(words).lower()
    return Service(
        name=slug,
        title=Text(name),
        client=_client(words),
        package="otc_" + slug.replace("-", "_"),
        distribution="otc-" + slug,
        version="0.1.0",
        server=Server(
            url=Text(f"https://{slug}.{{region}}.otc.t-systems.com"),
            regions=(Text("eu-de"), Text("eu-nl")),
        ),
        origin=Text("a folder of pages"),
    )


def _client(words: list[str]) -> str:
    client = "".join(word[0].upper() + word[1:] for word in words)
    if client[0].isdigit():
        return "Service" + client
    taken = keyword.iskeyword(client) or _is_handed_on(client)
    return client + "Client" if taken else client


def _is_handed_on(client: str) -> bool:
    return not HANDED_ON.isdisjoint({client, f"Async{client}"})


def _server(table: _Table) -> Server:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A TOML table whose errors name file and key."""

    values: Mapping[str, object]
    file: str
    prefix: str = ""

    def error(self, key: str, expected: str, found: object) -> ScraperError:
        value = quoted(Text(found if isinstance(found, str) else repr(found)))
        return ScraperError(
            f"{self.file}: {self.prefix}{key}: expected {expected}, found {value}"
        )

    def only(self, *keys: str) -> _Table:
        """The table itself, when it has exactly these keys."""
        for key in self.values:
            if key not in keys:
                known = ", ".join(keys)
                raise ScraperError(
                    f"{self.file}: {self.prefix}{_one_line(key)}: unknown key;"
                    f" expected one of {known}"
                )
        for key in keys:
            if key not in self.values:
                raise ScraperError(f"{self.file}: {self.prefix}{key}: missing key")
        return self

    def table(self, key: str) -> _Table:
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.error(key, f"a table [{key}]", value)
        return _Table(
            values=cast("dict[str, object]", value), file=self.file, prefix=f"{key}."
        )

    def string(self, key: str, expected: str, form: re.Pattern[str]) -> str:
        value = self.values[key]
        if not isinstance(value, str) or not _fits(value, form):
            raise self.error(key, expected, value)
        return value

    def identifier(self, key: str, expected: str, form: re.Pattern[str]) -> str:
        value = self.string(key, expected, form)
        if keyword.iskeyword(value):
            raise self.error(key, f"{expected}, no keyword of Python", value)
        if _is_handed_on(value):
            raise self.error(key, f"{expected}, no name of the runtime", value)
        return value

    def strings(
        self, key: str, expected: str, form: re.Pattern[str]
    ) -> tuple[str, ...]:
        values = self.values[key]
        if not isinstance(values, list):
            raise self.error(key, f"a list of {expected}", values)
        strings: list[str] = []
        for value in cast("list[object]", values):
            if not isinstance(value, str) or not _fits(value, form):
                raise self.error(key, f"a list of {expected}", value)
            strings.append(value)
        return tuple(strings)


def _fits(value: str, form: re.Pattern[str]) -> bool:
    return value.isprintable() and form.fullmatch(value) is not None


def _one_line(words: str) -> str:
    return quoted(Text(words))[1:-1]

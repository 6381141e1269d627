"""A bare name as a `Service`, and which names a client cannot have."""

from __future__ import annotations

import keyword
import re
import unicodedata

from scraper.api.model import Contact, Server, Service
from scraper.issues import ScraperError, quoted
from scraper.text import Text

LONGEST_NAME = 64
FIRST_VERSION = "0.1.0"
SOMEWHERE = Text("a folder of pages")
"""Where pages come from when nobody says it."""
CLOUD = Contact(
    name=Text("Open Telekom Cloud"), url=Text("https://www.open-telekom-cloud.com")
)
"""Who runs a service when nobody says it."""

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
        version=FIRST_VERSION,
        server=Server(
            url=Text(f"https://{slug}.{{region}}.otc.t-systems.com"),
            regions=(Text("eu-de"), Text("eu-nl")),
        ),
        origin=SOMEWHERE,
        documentation=documentation(slug),
        contact=CLOUD,
    )


def documentation(name: str) -> Text:
    """Where the cloud's help center has the pages of a service, by the links that pages of other services hold."""
    return Text(f"https://docs.otc.t-systems.com/en-us/api/{name}/")


def _client(words: list[str]) -> str:
    client = "".join(word[0].upper() + word[1:] for word in words)
    if client[0].isdigit():
        return "Service" + client
    taken = keyword.iskeyword(client) or is_handed_on(client)
    return client + "Client" if taken else client


def is_handed_on(client: str) -> bool:
    return not HANDED_ON.isdisjoint({client, f"Async{client}"})

"""Keeping secrets out of what people read: representations and error texts."""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote, quote_plus

import httpx2

from .limits import parsed
from .types import is_array, is_object

MASK = "***"

_ENDINGS = (
    "secret secrets token authorization cookie credential credentials passphrase pwd"
    " userdata accesskey secretkey privatekey apikey authkey sessionkey securitykey"
    " encryptionkey signingkey storagekey accountkey"
)
_SECRET = re.compile(
    rf"passwd|password|(?:{'|'.join(_ENDINGS.split())})$", re.IGNORECASE
)
_SECRET_LAST_WORD = re.compile(
    r"(?:^|[^A-Za-z])(?i:pass|sk)$|[a-z](?:Pass|PASS|Sk|SK)$"
)
"""Names that end so, but not in words such as `compass`, `TASK` or `diskTask`."""
_HARMLESS = re.compile(r"(?:next|page|paging|continuation|list)token$")
_SHORTEST = 4
"""Characters; a shorter secret is not looked for in texts: it may be part of words."""
_FRAMING = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that follow from the content as it was sent."""
_DEEPEST = 64
"""Levels of objects and arrays that are shown."""
_ENCODING = re.compile(
    r"(?:ascii|utf-(?:8|16|32)|iso8859|cp\d|gb|big5|koi8|euc_|shift_jis)"
)
"""What Python calls the encodings of texts."""
_MORE = "…"
"""Stands for what is deeper."""


def is_secret(name: str) -> bool:
    """Whether a property, parameter or header holds a secret, going by its name."""
    letters = re.sub(r"[^a-z0-9]", "", name.lower())
    if _HARMLESS.search(letters):
        return False
    return bool(_SECRET.search(letters) or _SECRET_LAST_WORD.search(name))


def masked(name: str, value: Any, *, levels: int = _DEEPEST) -> Any:
    """The value of a property as it may be shown: secrets at any depth are masked.

    Objects and arrays deeper than `levels` are left out.
    """
    if is_secret(name) and value is not None and not isinstance(value, bool):
        return MASK
    if not is_object(value) and not is_array(value):
        return value
    if levels == 0:
        return _MORE
    below = levels - 1
    if is_object(value):
        return {
            key: masked(str(key), each, levels=below) for key, each in value.items()
        }
    return [masked(name, item, levels=below) for item in value]


def secrets_of(request: httpx2.Request) -> frozenset[str]:
    """The secrets that a request has in its headers, its query and its JSON body."""
    pairs = [*request.headers.multi_items(), *request.url.params.multi_items()]
    found = {value for name, value in pairs if is_secret(name)}
    # Without a JSON body there are no properties to go by.
    with suppress(ValueError, httpx2.RequestNotRead):
        found.update(_secret_strings("", parsed(request.content)))
    return frozenset(secret for secret in found if len(secret) >= _SHORTEST)


def without_secrets(request: httpx2.Request) -> httpx2.Request:
    """The request as it may be shown: the secrets in it are masked."""
    content = b""
    with suppress(httpx2.RequestNotRead):
        content = request.content
    with suppress(ValueError):
        if content:
            body = masked("", parsed(content))
            content = json.dumps(body, ensure_ascii=False).encode()
    headers = list(_shown_headers(request.headers, ()))
    url = url_without_secrets(request.url)
    return httpx2.Request(request.method, url, headers=headers, content=content)


def url_without_secrets(url: httpx2.URL) -> httpx2.URL:
    """The address as it may be shown: the secrets in its query are masked."""
    query = url.params.multi_items()
    if not any(is_secret(name) for name, _ in query):
        return url
    shown = [(name, masked(name, value)) for name, value in query]
    return url.copy_with(params=httpx2.QueryParams(shown))


def answer_without_secrets(response: httpx2.Response) -> httpx2.Response:
    """An answer as it may be shown, empty if it was not read: no secret is quoted."""
    secrets = secrets_of(response.request)
    content = b""
    with suppress(httpx2.ResponseNotRead):
        content = response.content
    headers = list(_shown_headers(response.headers, secrets))
    known = ("http_version", "reason_phrase")
    shown = httpx2.Response(
        response.status_code,
        headers=headers,
        content=_redacted(content, secrets),
        request=without_secrets(response.request),
        extensions={
            name: response.extensions[name]
            for name in known
            if name in response.extensions
        },
        default_encoding=response.default_encoding,
    )
    with suppress(RuntimeError):  # a transport of tests does not measure it
        shown.elapsed = response.elapsed
    if not _has_text_encoding(shown):
        shown.encoding = "utf-8"
    return shown


def _has_text_encoding(response: httpx2.Response) -> bool:
    """Whether the answer names an encoding that is one of texts, or none.

    Python knows others by such names too, and `zlib` would inflate the text.
    """
    named = response.charset_encoding
    if named is None:
        return True
    with suppress(LookupError, ValueError):
        return bool(_ENCODING.match(codecs.lookup(named).name))
    return False


def _shown_headers(
    headers: httpx2.Headers, secrets: Iterable[str]
) -> Iterator[tuple[bytes, bytes]]:
    """Names and values; as bytes, for a server may send more than ASCII."""
    for name, value in headers.raw:
        text = name.decode("latin-1")
        if text.lower() not in _FRAMING:
            shown = (
                MASK if is_secret(text) else redact(value.decode("latin-1"), secrets)
            )
            yield name, shown.encode("latin-1")


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with each of the secrets masked, should it quote one."""
    return _replaced(text, _all_forms(secrets))


def _replaced(text: str, forms: Iterable[str]) -> str:
    for form in forms:
        text = text.replace(form, MASK)
    return text


def _all_forms(secrets: Iterable[str]) -> list[str]:
    """How texts may quote any of the secrets, what may hold others first."""
    forms = {form for secret in secrets for form in _forms(secret)}
    return sorted(forms, key=len, reverse=True)


def _forms(secret: str) -> set[str]:
    """How texts may quote a secret: as it is, and as JSON, HTML, URLs and Python do."""
    written = {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}
    encoded = {
        quote(secret, safe="", errors="replace"),
        quote_plus(secret, errors="replace"),
    }
    shown = {repr(secret)[1:-1], repr(secret.encode())[2:-1]}
    return {secret, html.escape(secret), *written, *encoded, *shown}


def _redacted(content: bytes, secrets: Iterable[str]) -> bytes:
    """The content of an answer without secrets, byte for byte as it was if it has none."""
    forms = _all_forms(secrets)
    with suppress(ValueError):
        body = parsed(content)
        shown = _redacted_json(body, forms)
        return content if shown == body else json.dumps(shown).encode()
    for form in forms:
        content = content.replace(form.encode(errors="replace"), MASK.encode())
    return content


def _redacted_json(value: Any, forms: list[str]) -> Any:
    if is_object(value):
        return {
            _replaced(key, forms): _redacted_json(member, forms)
            for key, member in value.items()
        }
    if is_array(value):
        return [_redacted_json(item, forms) for item in value]
    return _replaced(value, forms) if isinstance(value, str) else value


def _secret_strings(name: str, value: Any) -> Iterator[str]:
    if is_object(value):
        for key, member in value.items():
            yield from _secret_strings(name if is_secret(name) else key, member)
    elif is_array(value):
        for item in value:
            yield from _secret_strings(name, item)
    elif isinstance(value, str) and is_secret(name):
        yield value

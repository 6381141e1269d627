"""The signature of a request with an access key: SDK-HMAC-SHA256.

The steps are those of the cloud's "AK/SK signing": a canonical request is hashed into
a string to sign, and signed with a key that a chain of HMACs derives from the secret.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import parse_qsl, quote, unquote

ALGORITHM: Final = "SDK-HMAC-SHA256"
_TERMINATION: Final = "sdk_request"


def canonical_request(
    method: str, path: str, query: str, headers: Mapping[str, str], payload: bytes
) -> str:
    """What both sides make of a request, whatever its spelling on the way.

    `path` and `query` are as they are sent; `headers` are those that are signed, in
    any case and order. The path always ends with a slash.
    """
    known = {name.lower(): value.strip() for name, value in headers.items()}
    return "\n".join(
        (
            method.upper(),
            _canonical_path(path),
            _canonical_query(query),
            "".join(f"{name}:{known[name]}\n" for name in sorted(known)),
            signed_names(headers),
            hashlib.sha256(payload).hexdigest(),
        )
    )


def signed_names(headers: Iterable[str]) -> str:
    """The names of the signed headers, as canonical request and authorization list them."""
    return ";".join(sorted(name.lower() for name in headers))


def scope(date: str, region: str, service: str) -> str:
    """What a signature is valid for; `date` is YYYYMMDD."""
    return f"{date}/{region}/{service}/{_TERMINATION}"


def string_to_sign(moment: str, scope: str, canonical: str) -> str:
    """Algorithm, moment (YYYYMMDDTHHMMSSZ), scope and the canonical request's hash."""
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    return f"{ALGORITHM}\n{moment}\n{scope}\n{hashed}"


def signature(secret_key: str, scope: str, text: str) -> str:
    """The text signed with the key that the scope's parts derive from the secret."""
    key = f"SDK{secret_key}".encode()
    for part in scope.split("/"):
        key = _hmac(key, part)
    return _hmac(key, text).hex()


def _canonical_path(path: str) -> str:
    encoded = "/".join(_encoded(part) for part in unquote(path).split("/"))
    return encoded if encoded.endswith("/") else f"{encoded}/"


def _canonical_query(query: str) -> str:
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    return "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in pairs)


def _encoded(text: str) -> str:
    """RFC 3986: all but letters, digits, `-`, `.`, `_` and `~` is encoded."""
    return quote(text, safe="~")


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()

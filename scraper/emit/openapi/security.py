"""How a request is authenticated: by a token, or by an access key."""

from __future__ import annotations

from scraper.emit.sinks.tree import Branch


def schemes() -> Branch:
    """Either of them is enough."""
    return {
        "token": {
            "type": "apiKey",
            "in": "header",
            "name": "X-Auth-Token",
            "description": (
                "A token of the identity service (IAM): `POST /v3/auth/tokens` there answers with it in the header"
                " `X-Subject-Token`. It is valid for at most 24 hours."
            ),
        },
        "accessKey": {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": (
                "The request's signature by an access key (AK/SK):"
                " `SDK-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`."
                " `X-Sdk-Date` (signed) and `X-Project-Id` go with it, and `X-Security-Token` where the key is temporary."
            ),
        },
    }

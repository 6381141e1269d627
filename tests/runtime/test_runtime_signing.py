"""Signatures of access keys: against another implementation, a published vector and the steps of the specification."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime
from importlib import import_module
from typing import Any
from urllib.parse import quote, urlencode

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.runtime import (
    AccessKey,
    Client,
    ConfigurationError,
    InvalidRequest,
    Parameter,
    Request,
    Token,
    signing,
)

# The other implementation; it has no types.
CREDENTIALS: Any = import_module("huaweicloudsdkcore.auth.credentials")
SDK_REQUEST: Any = import_module("huaweicloudsdkcore.sdk_request")
SIGNER: Any = import_module("huaweicloudsdkcore.signer.signer")

MOMENT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
SECRET = "sk-Very/Secret+1"
AUTHORIZATION = re.compile(
    r"SDK-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<scope>[^,]+), "
    r"SignedHeaders=(?P<names>[a-z0-9;-]+), Signature=(?P<signature>[0-9a-f]{64})"
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SEGMENT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1, max_size=12).filter(lambda one: one.strip("."))  # fmt: skip
REQUESTS = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]),
        "segments": st.lists(SEGMENT, max_size=4),
        "slash": st.booleans(),
        "query": st.lists(st.tuples(TEXT, TEXT), max_size=4),
        "headers": st.dictionaries(
            st.from_regex(r"X-[A-Za-z0-9]{1,8}", fullmatch=True).filter(
                lambda name: name.lower() != "x-sdk-date"
            ),
            st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12),
            max_size=3,
        ),
        "body": st.one_of(st.just(b""), TEXT.map(str.encode)),
    }
)


def signed(key: AccessKey, request: httpx2.Request) -> re.Match[str]:
    key.sign(request, MOMENT)
    match = AUTHORIZATION.fullmatch(request.headers["Authorization"])
    assert match, request.headers["Authorization"]
    return match


@settings(max_examples=500, deadline=None)
@given(REQUESTS)
def test_the_canonical_request_is_that_of_another_implementation(
    parts: dict[str, Any],
) -> None:
    path = "/" + "/".join(quote(one, safe="") for one in parts["segments"])
    path += "/" if parts["slash"] else ""
    headers = {
        **parts["headers"],
        "Host": "h.example",
        "X-Sdk-Date": "20260203T040506Z",
    }
    folded = {name.lower(): value for name, value in headers.items()}
    theirs = SDK_REQUEST.SdkRequest(
        method=parts["method"],
        schema="https",
        host="h.example",
        resource_path=path,
        query_params=list(parts["query"]),
        header_params=dict(folded),
        body=parts["body"],
    )
    signer = SIGNER.Signer(CREDENTIALS.BasicCredentials("ak", SECRET))
    names = signer._process_signed_headers(theirs)
    expected = signer._process_canonical_request(theirs, names)
    ours = signing.canonical_request(
        parts["method"], path, urlencode(parts["query"]), folded, parts["body"]
    )
    assert ours == expected


def test_the_published_vector() -> None:
    """Huawei's own form: no scope, and the key is the secret itself."""
    headers = {
        "Host": "service.endpoint.myhuaweicloud.com",
        "X-Sdk-Date": "20200608T023900Z",
    }
    canonical = signing.canonical_request("GET", "/resources", "size=1", headers, b"")
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    text = f"SDK-HMAC-SHA256\n20200608T023900Z\n{hashed}"
    found = hmac.new(b"SecretKey", text.encode(), hashlib.sha256).hexdigest()
    assert (found[:8], found[-5:]) == ("cfb4171a", "cd842")


def by_hand(secret: str, scope: str, canonical: str) -> str:
    """The specification's steps, one by one."""
    date, region, service, end = scope.split("/")

    def step(key: bytes, text: str) -> bytes:
        return hmac.digest(key, text.encode("utf-8"), "sha256")

    of_date = step(b"SDK" + secret.encode(), date)
    of_region = step(of_date, region)
    of_service = step(of_region, service)
    signing_key = step(of_service, end)
    hashed = hashlib.sha256(canonical.encode("utf-8")).hexdigest()
    text = "SDK-HMAC-SHA256\n20260203T040506Z\n" + scope + "\n" + hashed
    return step(signing_key, text).hex()


@pytest.mark.parametrize(
    ("region", "service", "scope"),
    [
        ("", "", "20260203///sdk_request"),
        ("eu-de", "ecs", "20260203/eu-de/ecs/sdk_request"),
    ],
)
def test_scope_and_key_chain(region: str, service: str, scope: str) -> None:
    key = AccessKey("AK1", SECRET, region=region, service=service)
    request = httpx2.Request(
        "POST",
        "https://h.example:8443/v1/p/things%2Fx?b=2&a=%C3%A4&a=1&c=",
        content=b'{"a":1}',
        headers={
            "Content-Type": "application/json",
            "X-Project-Id": "p",
            "Accept": "*/*",
        },
    )
    match = signed(key, request)
    assert (match["key"], match["scope"]) == ("AK1", scope)
    assert match["names"] == "content-type;host;x-project-id;x-sdk-date"
    canonical = "\n".join(
        [
            "POST",
            "/v1/p/things/x/",
            "a=1&a=%C3%A4&b=2&c=",
            "content-type:application/json",
            "host:h.example:8443",
            "x-project-id:p",
            "x-sdk-date:20260203T040506Z",
            "",
            match["names"],
            hashlib.sha256(b'{"a":1}').hexdigest(),
        ]
    )
    assert match["signature"] == by_hand(SECRET, scope, canonical)


def test_a_temporary_key_sends_and_signs_its_token() -> None:
    request = httpx2.Request("GET", "https://h.example/")
    match = signed(AccessKey("AK1", SECRET, security_token="tok-1"), request)
    assert request.headers["X-Security-Token"] == "tok-1"
    assert match["names"] == "host;x-sdk-date;x-security-token"


def test_every_attempt_is_signed_anew_without_the_old_signature() -> None:
    key, request = AccessKey("AK1", SECRET), httpx2.Request("GET", "https://h.example/")
    first = signed(key, request)[0]
    assert signed(key, request)[0] == first


def test_sync_and_async_clients_sign() -> None:
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["Authorization"])
        return httpx2.Response(204)

    async def many() -> None:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as http:
            await http.post(
                "https://h.example/a", json={}, auth=AccessKey("AK1", SECRET)
            )

    import asyncio  # noqa: PLC0415

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http:
        http.post("https://h.example/a", json={}, auth=AccessKey("AK1", SECRET))
    asyncio.run(many())
    assert [bool(AUTHORIZATION.fullmatch(one)) for one in seen] == [True, True]


UNUSABLE = [
    {"access_key": ""},
    {"access_key": "a b"},
    {"secret_key": "ä"},
    {"secret_key": None},
    {"secret_key": "x\n"},
    {"security_token": ""},
    {"region": "a/b"},
    {"service": "a/b"},
]


@pytest.mark.parametrize("given_", UNUSABLE, ids=str)
def test_what_cannot_be_used_is_refused(given_: dict[str, Any]) -> None:
    arguments = {"access_key": "AK1", "secret_key": SECRET, **given_}
    with pytest.raises(ConfigurationError) as caught:
        AccessKey(**arguments)
    assert SECRET not in str(caught.value)


def test_the_secret_is_not_shown() -> None:
    shown = repr(AccessKey("AK1", SECRET, security_token="tok-1"))
    assert shown == "AccessKey('AK1', '***')"


class Demo(Client):
    _service = "demo"
    _base_url = "https://demo.example"


@pytest.mark.parametrize(
    ("auth", "of_client", "of_call", "expected"),
    [
        (AccessKey("AK1", SECRET), "p1", None, "p1"),
        (AccessKey("AK1", SECRET), "p1", "p2", "p2"),
        (AccessKey("AK1", SECRET), None, "p2", "p2"),
        (Token("t"), "p1", None, None),
    ],
)
def test_a_signed_request_tells_its_project(
    auth: httpx2.Auth, of_client: str | None, of_call: str | None, expected: str | None
) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(204)

    path = [Parameter("project_id", of_call, str)]
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Demo(auth=auth, project_id=of_client, http_client=http)
    client.send(Request("GET", "/v1/{project_id}/things", path=path), None)
    (request,) = seen
    assert request.headers.get("X-Project-Id") == expected
    signed_too = "x-project-id" in request.headers.get("Authorization", "")
    assert signed_too is (expected is not None)


@pytest.mark.parametrize("project", ["pr\xe4", "a\nb"])
def test_a_project_that_no_header_can_carry(project: str) -> None:
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json={})

    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    client = Client(
        auth=AccessKey("ak", "sk"),
        base_url="https://x.example",
        project_id=project,
        http_client=http,
    )
    with pytest.raises(InvalidRequest, match="project_id: has characters"):
        client.send(Request("GET", "/x"), None)
    assert sent == []

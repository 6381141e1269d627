"""Many calls of a service that fails on purpose, and what must hold for each of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

import httpx2
import pytest

from templates.runtime import (
    AccessKey,
    APIError,
    AsyncClient,
    Client,
    Parameter,
    Password,
    Request,
    Token,
)
from tests.faults.loopback import serving
from tests.faults.service import TOKEN_PATH, Service

MAX_RETRIES: Final = 3
_PATIENCE: Final = 120.0
"""Seconds after which a call counts as one that hangs."""
_THREADS: Final = 24
_TASKS: Final = 48
_METHODS: Final = ("GET", "PUT", "DELETE", "POST")
_PAUSES: Final = {
    "retries._FIRST_PAUSE": 0.005,
    "retries._LONGEST_PAUSE": 0.02,
    "renewing._PATIENCE": 0.05,
}
OPTIONS: Final[dict[str, Any]] = {
    "timeout": httpx2.Timeout(0.5, connect=5, pool=5),
    "max_retries": MAX_RETRIES,
    "deadline": 2.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call, and what came of it."""

    id: str
    method: str
    credentials: str
    is_async: bool

    @property
    def request(self) -> Request:
        body: dict[str, Any] = {}
        if self.method in {"PUT", "POST"}:
            body = {"body": {"id": self.id}, "body_type": dict[str, str]}
        path = [Parameter("id", self.id, str)]
        return Request(self.method, "/v1/{id}", path=path, **body)


@dataclass(slots=True)
class Campaign:
    """The calls, what came of each, and how often each began a request."""

    service: Service
    calls: list[Call]
    came: dict[str, object] = field(default_factory=dict[str, object])
    """Of each call's id: the id that was returned, or what was raised."""
    begun: Counter[str] = field(default_factory=Counter[str])

    def requested(self, request: httpx2.Request) -> None:
        """A hook of the sync clients; each id is of one call, which is one thread."""
        self.begun[request.url.path] += 1

    async def async_requested(self, request: httpx2.Request) -> None:
        """The same of the asynchronous ones."""
        self.requested(request)


def run(count: int, seed: int) -> Campaign:
    """Make the calls, half of them from threads, half from tasks."""
    kinds = list(product((False, True), _METHODS, ("token", "password", "key")))
    calls = [
        Call(id=f"c{number}", is_async=is_async, method=method, credentials=credentials)
        for number in range(count)
        for is_async, method, credentials in [kinds[number % len(kinds)]]
    ]
    campaign = Campaign(Service(seed), calls)
    with _short_pauses(), serving(campaign.service.handle) as address:
        credentials: dict[str, httpx2.Auth] = {
            "token": Token("ready"),
            "key": AccessKey("AK", "SK", security_token="temporary"),
            "password": Password(
                "user", "pass", domain_name="d", project_id="p", auth_url=address
            ),
        }
        with ThreadPoolExecutor(1) as other:
            tasks = other.submit(
                asyncio.run, _from_tasks(campaign, credentials, address)
            )
            _from_threads(campaign, credentials, address)
            tasks.result(_PATIENCE)
    return campaign


@contextmanager
def _short_pauses() -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, seconds in _PAUSES.items():
            patch.setattr(f"templates.runtime.{name}", seconds)
        yield


def _from_threads(
    campaign: Campaign, credentials: dict[str, httpx2.Auth], address: str
) -> None:
    with ExitStack() as stack:
        clients: dict[str, Client] = {}
        for name, auth in credentials.items():
            hooks = {"request": [campaign.requested]}
            http = stack.enter_context(httpx2.Client(event_hooks=hooks))
            clients[name] = Client(
                auth=auth, base_url=address, http_client=http, **OPTIONS
            )

        def call(one: Call) -> None:
            try:
                answer = clients[one.credentials].send(one.request, dict[str, str])
                campaign.came[one.id] = answer["id"]
            except BaseException as error:  # noqa: BLE001 - judged later
                campaign.came[one.id] = error

        pool = ThreadPoolExecutor(_THREADS)
        made = [pool.submit(call, one) for one in campaign.calls if not one.is_async]
        hanging = wait(made, _PATIENCE).not_done
        pool.shutdown(wait=False, cancel_futures=True)
        assert not hanging, f"{len(hanging)} calls of threads hang"


async def _from_tasks(
    campaign: Campaign, credentials: dict[str, httpx2.Auth], address: str
) -> None:
    hooks = {"request": [campaign.async_requested]}
    places = asyncio.Semaphore(_TASKS)

    async def call(client: AsyncClient, one: Call) -> None:
        async with places:
            try:
                answer = await client.send(one.request, dict[str, str])
                campaign.came[one.id] = answer["id"]
            except Exception as error:  # noqa: BLE001 - judged later
                campaign.came[one.id] = error

    https = {name: httpx2.AsyncClient(event_hooks=hooks) for name in credentials}
    clients = {
        name: AsyncClient(
            auth=auth, base_url=address, http_client=https[name], **OPTIONS
        )
        for name, auth in credentials.items()
    }
    made = [
        call(clients[one.credentials], one) for one in campaign.calls if one.is_async
    ]
    try:
        await asyncio.wait_for(asyncio.gather(*made), _PATIENCE)
    finally:
        for http in https.values():
            await http.aclose()


def violations(campaign: Campaign) -> Iterator[str]:
    """What must not have happened; nothing if all is well."""
    for call in campaign.calls:
        for problem in _problems(campaign, call):
            yield f"{call.method} {call.id} ({call.credentials}): {problem}"


def _problems(campaign: Campaign, call: Call) -> Iterator[str]:
    path = f"/v1/{call.id}"
    record = campaign.service.calls.get(path)
    processed = record.processed if record else 0
    begun = campaign.begun[path]
    came = campaign.came.get(call.id)
    if record is not None and record.received > begun:
        yield f"received {record.received} times, but begun {begun} times"
    if call.method == "POST" and processed > 1:
        yield f"processed {processed} times"
    # A refused token is renewed within an attempt, once.
    each = 2 if call.credentials == "password" else 1
    if begun > each * (1 + MAX_RETRIES):
        yield f"{begun} requests"
    if isinstance(came, APIError):
        if not came.may_have_been_processed and processed:
            yield f"processed, though the error says it was not: {came}"
        if not 1 <= came.attempts <= 1 + MAX_RETRIES:
            yield f"{came.attempts} attempts"
        if call.credentials != "password" and begun != came.attempts:
            yield f"{came.attempts} attempts, but {begun} requests"
    elif came != call.id:
        yield f"came to {came!r}"
    elif not processed:
        yield "returned, but was not processed"


def figures(campaign: Campaign) -> str:
    """What happened, for people."""
    errors = [one for one in campaign.came.values() if isinstance(one, BaseException)]
    records = campaign.service.calls
    posts = [
        records.get(f"/v1/{one.id}") for one in campaign.calls if one.method == "POST"
    ]
    asked = records.get(TOKEN_PATH)
    lines = {
        "calls": len(campaign.calls),
        "requests begun": sum(campaign.begun.values()),
        "of them for tokens": campaign.begun[TOKEN_PATH],
        "tokens asked for / issued": f"{asked and asked.received} / {campaign.service.tokens}",
        "faults": campaign.service.faults.total(),
        **{
            f"  {kind}": number
            for kind, number in campaign.service.faults.most_common()
        },
        "returned": len(campaign.came) - len(errors),
        "raised": len(errors),
        **_counted(type(one).__name__ for one in errors),
        "raised, surely not processed": sum(
            not getattr(one, "may_have_been_processed", True) for one in errors
        ),
        "requests per call": "",
        **_counted(campaign.begun[f"/v1/{one.id}"] for one in campaign.calls),
        "POSTs processed once": sum(bool(one and one.processed == 1) for one in posts),
        "POSTs processed twice": sum(bool(one and one.processed > 1) for one in posts),
        "broken promises": len(list(violations(campaign))),
    }
    return "".join(f"{name:<32}{value!s:>8}\n" for name, value in lines.items())


def _counted(values: Iterator[Any]) -> dict[str, int]:
    return {f"  {value}": number for value, number in sorted(Counter(values).items())}

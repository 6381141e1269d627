"""Credentials that nobody gave: from the environment, or from a clouds.yaml."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Final

import httpx2

from .access_key import AccessKey
from .auth import Token
from .error_bodies import one_line
from .errors import ConfigurationError
from .iam import without_project
from .password import Password
from .regions import region_of_project
from .types import is_object

_LOOKED_FOR: Final = (
    "no credentials: give auth=Token(…), Password(…) or AccessKey(…), or cloud=…, or set"
    " one of OS_CLOUD, OS_TOKEN, OS_USERNAME and OS_PASSWORD, OS_ACCESS_KEY and"
    " OS_SECRET_KEY in the environment"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What proves who calls, and what is known with it."""

    auth: httpx2.Auth
    region: str | None = None
    project_id: str | None = None
    base_url: str | None = None
    verify: ssl.SSLContext | bool = True
    """How the servers' certificates are checked."""


def from_environment(
    environment: Mapping[str, str], *, service: str, distribution: str
) -> Credentials:
    """What the variables `OS_…` give, in the order in which `_LOOKED_FOR` names them.

    Raises:
        ConfigurationError: Nothing was found, or only a part of what is needed.
    """
    # A password may begin or end with blanks.
    given = {
        name: value if name == "OS_PASSWORD" else value.strip()
        for name, value in environment.items()
    }
    if cloud := given.get("OS_CLOUD"):
        return from_cloud(cloud, service=service, distribution=distribution)
    told = {
        name: next((given[one] for one in variables if given.get(one)), None)
        for name, variables in _VARIABLES.items()
    }
    return _credentials(told, _VARIABLES, _LOOKED_FOR)


_VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "token": ("OS_TOKEN",),
    "username": ("OS_USERNAME",),
    "password": ("OS_PASSWORD",),
    "domain_name": ("OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"),
    "domain_id": ("OS_USER_DOMAIN_ID", "OS_DOMAIN_ID"),
    "project_name": ("OS_PROJECT_NAME", "OS_TENANT_NAME"),
    "project_id": ("OS_PROJECT_ID", "OS_TENANT_ID"),
    "auth_url": ("OS_AUTH_URL",),
    "region": ("OS_REGION_NAME",),
    "access_key": ("OS_ACCESS_KEY",),
    "secret_key": ("OS_SECRET_KEY",),
    "security_token": ("OS_SECURITY_TOKEN",),
}
"""What each fact is called in the environment, the first that is set counts."""

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "token": ("token",),
    "username": ("username",),
    "password": ("password",),
    "domain_name": ("user_domain_name", "domain_name"),
    "domain_id": ("user_domain_id", "domain_id"),
    "project_name": ("project_name", "tenant_name"),
    "project_id": ("project_id", "tenant_id"),
    "auth_url": ("auth_url",),
    "region": ("region_name",),
    "access_key": ("access_key", "ak"),
    "secret_key": ("secret_key", "sk"),
    "security_token": ("security_token",),
}
"""And in an entry of a clouds.yaml, at its top or in `auth`."""


def from_cloud(name: str, *, service: str, distribution: str) -> Credentials:
    """What an entry of clouds.yaml (with secure.yaml) gives; openstacksdk reads it.

    Raises:
        ConfigurationError: There is no such entry, a part of it is missing, or
            openstacksdk is not installed.
    """
    try:
        config: Any = import_module("openstack.config")
        exceptions: Any = import_module("openstack.exceptions")
    except ImportError:
        raise ConfigurationError(
            f"clouds.yaml is read by openstacksdk: pip install '{distribution}[clouds]'"
        ) from None
    try:
        cloud = config.OpenStackConfig().get_one(cloud=name, validate=False)
        verify, certificate = cloud.get_requests_verify_args()
    except exceptions.SDKException as error:
        raise ConfigurationError(f"cloud {name!r}: {one_line(str(error))}") from None
    entry: Mapping[str, Any] = cloud.config
    auth = entry.get("auth")
    members = {**entry, **(auth if is_object(auth) else {})}
    told = {
        fact: next((str(members[key]) for key in keys if members.get(key)), None)
        for fact, keys in _KEYS.items()
    }
    kind = one_line(str(members.get("auth_type", "password")))
    nothing = f"cloud {name!r} has no name and password, token or access key"
    found = _credentials(told, _KEYS, f"{nothing}; its auth_type is {kind}")
    server = members.get(f"{service.replace('-', '_')}_endpoint_override")
    return replace(
        found,
        base_url=without_project(server) or server,
        verify=_verification(name, verify, certificate),
    )


def _credentials(
    told: Mapping[str, str | None],
    names: Mapping[str, tuple[str, ...]],
    nothing: str,
) -> Credentials:
    """The first kind of credentials of which something is there."""
    region = told["region"] or region_of_project(told["project_name"])
    if told["token"]:
        auth: httpx2.Auth = Token(told["token"])
    elif told["username"] or told["password"]:
        auth = _password(told, names, region)
    elif told["access_key"] or told["secret_key"]:
        known = _needed(told, names, "access_key", "secret_key")
        auth = AccessKey(*known, security_token=told["security_token"])
    else:
        raise ConfigurationError(nothing)
    return Credentials(auth=auth, region=region, project_id=told["project_id"])


def _password(
    told: Mapping[str, str | None],
    names: Mapping[str, tuple[str, ...]],
    region: str | None,
) -> Password:
    username, password = _needed(told, names, "username", "password")
    for either in (
        ("domain_name", "domain_id"),
        ("project_name", "project_id"),
        ("auth_url", "region"),
    ):
        known = [one for one in either if told[one] or (one == "region" and region)]
        if not known:
            more = " or ".join(names[one][0] for one in either)
            raise ConfigurationError(f"{names['username'][0]} needs {more} too")
    has_domain_name, has_project_id = told["domain_name"], told["project_id"]
    return Password(
        username,
        password,
        domain_name=told["domain_name"],
        domain_id=None if has_domain_name else told["domain_id"],
        project_id=told["project_id"],
        project_name=None if has_project_id else told["project_name"],
        region=region,
        auth_url=told["auth_url"],
    )


def _needed(
    told: Mapping[str, str | None],
    names: Mapping[str, tuple[str, ...]],
    *facts: str,
) -> list[str]:
    """The values of facts that only make sense together."""
    missing = [names[fact][0] for fact in facts if not told[fact]]
    if missing:
        there = " and ".join(names[fact][0] for fact in facts if told[fact])
        raise ConfigurationError(f"{there} is set, but not {' and '.join(missing)}")
    return [told[fact] or "" for fact in facts]


def _verification(cloud: str, verify: Any, certificate: Any) -> ssl.SSLContext | bool:
    """What requests takes for `verify` and `cert`, as httpx2 takes it.

    Raises:
        ConfigurationError: A file is missing, or is no certificate.
    """
    try:
        return _context(verify, certificate)
    except OSError as error:  # also what ssl raises
        why = one_line(str(error))
        raise ConfigurationError(
            f"cloud {cloud!r}: cacert or cert cannot be used: {why}"
        ) from None


def _context(verify: Any, certificate: Any) -> ssl.SSLContext | bool:
    if verify is True and not certificate:
        return True
    if verify is False and not certificate:
        return False
    is_path = isinstance(verify, str)
    context = ssl.create_default_context(cafile=verify if is_path else None)
    if verify is False:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if certificate:
        pair = (certificate,) if isinstance(certificate, str) else certificate
        context.load_cert_chain(*pair)
    return context

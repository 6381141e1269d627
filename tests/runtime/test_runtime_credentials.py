"""Credentials that nobody gave: OS_… variables, clouds.yaml, and what a client makes of them."""

from __future__ import annotations

import builtins
import os
import ssl
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import certifi
import httpx2
import pytest

from templates.runtime import (
    AccessKey,
    AsyncClient,
    Client,
    ConfigurationError,
    Password,
    Token,
    credentials,
)
from templates.runtime.credentials import Credentials, from_cloud, from_environment

pytestmark = pytest.mark.filterwarnings(
    # openstacksdk warns of what it will drop, whether it is used or not.
    "ignore::openstack.warnings.RemovedInSDK60Warning"
)

SECRET = "hush-hush"
USER = {
    "OS_USERNAME": "u",
    "OS_PASSWORD": SECRET,
    "OS_USER_DOMAIN_NAME": "d",
    "OS_PROJECT_NAME": "eu-de_x",
}


class Demo(Client):
    _service = "demo-service"
    _base_url = "https://demo.{region}.example"
    _user_agent = "otc-demo/1.2"


class AsyncDemo(AsyncClient):
    _service = "demo-service"
    _base_url = "https://demo.{region}.example"
    _user_agent = "otc-demo/1.2"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty environment; the folder, in which files of openstacksdk are looked for."""
    for name in [one for one in os.environ if one.startswith("OS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(**variables: str) -> Credentials:
    return from_environment(variables, service="demo", distribution="otc-demo")


def asked(auth: Any) -> Any:
    """The address of IAM, and the user and the scope that it is asked for."""
    body = auth._body["auth"]
    user = body["identity"]["password"]["user"]
    return auth._address, user, body["scope"]["project"]


@pytest.mark.parametrize(
    ("variables", "kind", "region", "project_id"),
    [
        ({"OS_TOKEN": "t"}, Token, None, None),
        (
            {"OS_TOKEN": "t", "OS_PROJECT_ID": "p", "OS_REGION_NAME": "eu-nl"},
            Token,
            "eu-nl",
            "p",
        ),
        ({"OS_TOKEN": "t", **USER}, Token, "eu-de", None),
        (USER, Password, "eu-de", None),
        ({**USER, "OS_PROJECT_ID": "p"}, Password, "eu-de", "p"),
        ({**USER, "OS_REGION_NAME": "eu-nl"}, Password, "eu-nl", None),
        ({**USER, "OS_ACCESS_KEY": "a", "OS_SECRET_KEY": "s"}, Password, "eu-de", None),
        (
            {"OS_ACCESS_KEY": "a", "OS_SECRET_KEY": "s", "OS_TENANT_ID": "p"},
            AccessKey,
            None,
            "p",
        ),
        (
            {"OS_ACCESS_KEY": "a", "OS_SECRET_KEY": "s", "OS_TENANT_NAME": "eu-nl_y"},
            AccessKey,
            "eu-nl",
            None,
        ),
        ({"OS_TOKEN": "", "OS_ACCESS_KEY": "a", "OS_SECRET_KEY": "s"}, AccessKey, None, None),
    ],
)  # fmt: skip
def test_the_environment(
    variables: dict[str, str], kind: type, region: str | None, project_id: str | None
) -> None:
    told = found(**variables)
    assert (type(told.auth), told.region, told.project_id) == (kind, region, project_id)


@pytest.mark.parametrize(
    ("variables", "address", "domain", "project"),
    [
        ({}, "https://iam.eu-de.otc.t-systems.com/v3", {"name": "d"},
         {"name": "eu-de_x", "domain": {"name": "d"}}),
        ({"OS_USER_DOMAIN_NAME": "", "OS_DOMAIN_NAME": "e"},
         "https://iam.eu-de.otc.t-systems.com/v3", {"name": "e"},
         {"name": "eu-de_x", "domain": {"name": "e"}}),
        ({"OS_USER_DOMAIN_NAME": "", "OS_USER_DOMAIN_ID": "i"},
         "https://iam.eu-de.otc.t-systems.com/v3", {"id": "i"},
         {"name": "eu-de_x", "domain": {"id": "i"}}),
        ({"OS_PROJECT_ID": "p"}, "https://iam.eu-de.otc.t-systems.com/v3",
         {"name": "d"}, {"id": "p"}),
        ({"OS_PROJECT_NAME": "", "OS_TENANT_NAME": "eu-nl"},
         "https://iam.eu-nl.otc.t-systems.com/v3", {"name": "d"},
         {"name": "eu-nl", "domain": {"name": "d"}}),
        ({"OS_AUTH_URL": "https://iam.example/v3"}, "https://iam.example/v3",
         {"name": "d"}, {"name": "eu-de_x", "domain": {"name": "d"}}),
    ],
)  # fmt: skip
def test_what_the_password_is_for(
    variables: dict[str, str], address: str, domain: Any, project: Any
) -> None:
    auth = found(**{**USER, **variables}).auth
    user = {"name": "u", "password": SECRET, "domain": domain}
    assert asked(auth) == (address, user, project)


def test_a_password_may_begin_and_end_with_blanks() -> None:
    _, told, _ = asked(found(**{**USER, "OS_PASSWORD": "  x "}).auth)
    assert told["password"] == "  x "


def test_a_temporary_key() -> None:
    auth = found(OS_ACCESS_KEY="a", OS_SECRET_KEY="s", OS_SECURITY_TOKEN="t").auth
    assert vars(auth)["_security_token"] == "t"


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({}, "no credentials: .*OS_CLOUD, OS_TOKEN, OS_USERNAME and .*OS_ACCESS_KEY"),
        ({"OS_PROJECT_ID": "p"}, "no credentials"),
        ({"OS_USERNAME": "u"}, "OS_USERNAME is set, but not OS_PASSWORD"),
        ({"OS_PASSWORD": SECRET}, "OS_PASSWORD is set, but not OS_USERNAME"),
        ({"OS_ACCESS_KEY": "u"}, "OS_ACCESS_KEY is set, but not OS_SECRET_KEY"),
        ({"OS_SECRET_KEY": SECRET}, "OS_SECRET_KEY is set, but not OS_ACCESS_KEY"),
        (
            {**USER, "OS_USER_DOMAIN_NAME": ""},
            "OS_USERNAME needs OS_USER_DOMAIN_NAME or OS_USER_DOMAIN_ID",
        ),
        (
            {**USER, "OS_PROJECT_NAME": ""},
            "OS_USERNAME needs OS_PROJECT_NAME or OS_PROJECT_ID",
        ),
        (
            {**USER, "OS_PROJECT_NAME": "", "OS_PROJECT_ID": "p"},
            "OS_USERNAME needs OS_AUTH_URL or OS_REGION_NAME",
        ),
        ({**USER, "OS_AUTH_URL": "iam"}, "auth_url must begin with http"),
        ({"OS_TOKEN": "hush\nhush-hush"}, "the token must be"),
    ],
)
def test_too_little(variables: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as raised:
        found(**variables)
    told = traceback.TracebackException.from_exception(raised.value)
    assert SECRET not in "".join(told.format())


@pytest.mark.parametrize("kind", [Demo, AsyncDemo])
def test_clients_look_at_the_environment(
    kind: type[Demo | AsyncDemo], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigurationError, match="no credentials"):
        kind()
    for name, value in {**USER, "OS_PROJECT_ID": "p"}.items():
        monkeypatch.setenv(name, value)
    client = kind()
    assert (client.project_id, client.base_url) == ("p", None)
    assert kind(base_url="https://x", project_id="q").project_id == "q"
    given = kind(auth=Token("t"), region="eu-nl")
    assert (given.project_id, given.base_url) == (None, "https://demo.eu-nl.example")


def test_an_http_client_with_credentials_needs_no_others() -> None:
    http = httpx2.Client(auth=("u", "p"))
    assert Demo(region="r", http_client=http).base_url == "https://demo.r.example"
    with pytest.raises(ConfigurationError, match="no credentials"):
        Demo(region="r", http_client=httpx2.Client())


CLOUDS = f"""
clouds:
  named:
    auth:
      username: u
      password: {SECRET}
      user_domain_name: d
      project_name: eu-de_x
      auth_url: https://iam.example/v3
  split:
    region_name: eu-nl
    auth: {{username: u, user_domain_id: i, project_id: p,
           auth_url: "https://iam.example:443/v3"}}
  vendor:
    profile: otc
    auth: {{username: u, password: {SECRET}, user_domain_name: d, project_name: eu-de}}
  token:
    auth_type: token
    auth: {{token: {SECRET}, project_id: p, auth_url: "https://iam.example/v3"}}
    region_name: eu-de
  key:
    region_name: eu-de
    auth: {{project_id: p}}
    ak: a
    sk: {SECRET}
  own_server:
    auth: {{token: t}}
    demo_service_endpoint_override: https://mine.example/x
    verify: false
  bare:
    auth: {{auth_url: "https://iam.example/v3"}}
"""
SECURE = f"clouds: {{split: {{auth: {{password: {SECRET}}}}}}}"


def write_clouds(folder: Path, text: str = CLOUDS) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clouds.yaml").write_text(text, encoding="utf-8")
    (folder / "secure.yaml").write_text(SECURE, encoding="utf-8")


@pytest.fixture
def clouds(environment: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a clouds.yaml and a secure.yaml, and the variables that name them.

    Without these openstacksdk looks where the process was when it was imported.
    """
    write_clouds(environment)
    for name in ("config", "secure"):
        file = {"config": "clouds", "secure": "secure"}[name]
        path = environment / f"{file}.yaml"
        monkeypatch.setenv(f"OS_CLIENT_{name.upper()}_FILE", str(path))
    return environment


def cloud(name: str) -> Credentials:
    return from_cloud(name, service="demo-service", distribution="otc-demo")


@pytest.mark.usefixtures("clouds")
@pytest.mark.parametrize(
    ("name", "address", "domain", "project"),
    [
        ("named", "https://iam.example/v3", {"name": "d"},
         {"name": "eu-de_x", "domain": {"name": "d"}}),
        ("split", "https://iam.example/v3", {"id": "i"}, {"id": "p"}),
        ("vendor", "https://iam.eu-de.otc.t-systems.com/v3", {"name": "d"},
         {"name": "eu-de", "domain": {"name": "d"}}),
    ],
)  # fmt: skip
def test_passwords_of_a_clouds_yaml(
    name: str, address: str, domain: Any, project: Any
) -> None:
    user = {"name": "u", "password": SECRET, "domain": domain}
    assert asked(cloud(name).auth) == (address, user, project)


@pytest.mark.usefixtures("clouds")
@pytest.mark.parametrize(
    ("name", "kind", "region", "project_id", "base_url", "verify"),
    [
        ("named", Password, "eu-de", None, None, True),
        ("split", Password, "eu-nl", "p", None, True),
        ("token", Token, "eu-de", "p", None, True),
        ("key", AccessKey, "eu-de", "p", None, True),
        ("own_server", Token, None, None, "https://mine.example/x", False),
    ],
)  # fmt: skip
def test_entries_of_a_clouds_yaml(
    name: str,
    kind: type,
    region: str | None,
    project_id: str | None,
    base_url: str | None,
    verify: bool,
) -> None:
    told = cloud(name)
    assert (type(told.auth), told.region, told.project_id) == (kind, region, project_id)
    assert (told.base_url, told.verify) == (base_url, verify)


@pytest.mark.usefixtures("clouds")
@pytest.mark.parametrize("kind", [Demo, AsyncDemo])
def test_clients_of_a_cloud(
    kind: type[Demo | AsyncDemo], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kind(cloud="own_server").base_url == "https://mine.example/x"
    assert kind(cloud="key").base_url == "https://demo.eu-de.example"
    monkeypatch.setenv("OS_CLOUD", "token")
    monkeypatch.setenv("OS_TOKEN", "of the environment")
    assert kind().project_id == "p"
    with pytest.raises(ConfigurationError, match="not both"):
        kind(cloud="key", auth=Token("t"))


@pytest.mark.usefixtures("clouds")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent", "cloud 'absent': .*not found"),
        ("bare", "cloud 'bare' has no name and password, token or access key"),
    ],
)
def test_clouds_that_are_not_there(name: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        cloud(name)


@pytest.mark.parametrize("key", ["cacert", "cert"])
def test_a_certificate_that_is_missing(clouds: Path, key: str) -> None:
    text = f"clouds: {{c: {{auth: {{token: t}}, {key}: /nowhere.pem}}}}"
    write_clouds(clouds, text)
    with pytest.raises(ConfigurationError, match="'c': cacert or cert cannot be used"):
        cloud("c")


def test_an_override_with_version_and_project(clouds: Path) -> None:
    """How OpenStack writes it; the paths begin with both."""
    address = "https://mine.example/v2/%(project_id)s"
    text = (
        "clouds: {c: {auth: {token: t}, demo_service_endpoint_override:"
        f" '{address}'}}}}"
    )
    write_clouds(clouds, text)
    assert cloud("c").base_url == "https://mine.example"


@pytest.mark.parametrize("folder", [".", ".config/openstack"])
def test_where_a_clouds_yaml_is_looked_for(environment: Path, folder: str) -> None:
    write_clouds(environment / folder)
    program = (
        "from templates.runtime.credentials import from_cloud\n"
        "print(from_cloud('split', service='demo', distribution='otc-demo'))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "auth=Password('u', '***'), region='eu-nl'" in told.stdout, told.stderr
    assert SECRET not in told.stdout + told.stderr


def test_a_certificate_of_ones_own(clouds: Path) -> None:
    authorities = certifi.where()
    text = f"clouds: {{c: {{auth: {{token: t}}, cacert: {authorities}}}}}"
    write_clouds(clouds, text)
    verify = cloud("c").verify
    assert isinstance(verify, ssl.SSLContext)
    assert verify.verify_mode is ssl.CERT_REQUIRED
    assert verify.get_ca_certs()


def test_without_openstacksdk_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> object:
        raise builtins.ImportError(name)

    monkeypatch.setattr(credentials, "import_module", missing)
    with pytest.raises(ConfigurationError, match=r"pip install 'otc-demo\[clouds\]'"):
        cloud("any")

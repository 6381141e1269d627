"""service.toml and bare names become a Service, or one line that says what is wrong."""

from __future__ import annotations

import keyword
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import service
from scraper.characters import escaped
from scraper.issues import ScraperError
from scraper.service import Upstream
from scraper.text import Text
from templates import runtime

GOOD = """
title = "Lamp Service"
client = "LampService"
package = "otc_lamps"
distribution = "otc-lamps"
version = "1.2.0"

[server]
url = "https://lamps.{region}.example.com"
regions = ["north-1", "south-2"]

[upstream]
repository = "https://example.com/documents"
folder = "docs/lamps/api-ref"
pages = ["*.html"]
"""


def test_a_complete_file_is_read() -> None:
    read = service.read(GOOD, name="lamps", file="spec/lamps/service.toml")
    assert read.name == "lamps"
    assert read.title == Text("Lamp Service")
    assert (read.client, read.package) == ("LampService", "otc_lamps")
    assert (read.distribution, read.version) == ("otc-lamps", "1.2.0")
    assert read.server.url == Text("https://lamps.{region}.example.com")
    assert read.server.regions == (Text("north-1"), Text("south-2"))
    assert read.origin == Text(
        "https://example.com/documents, folder docs/lamps/api-ref"
    )


def test_where_people_read_and_whom_they_ask_follows_from_the_name() -> None:
    read = service.read(GOOD, name="lamps", file="service.toml")
    assert read == replace(
        service.from_name("lamps"),
        title=read.title,
        client=read.client,
        version=read.version,
        server=read.server,
        origin=read.origin,
    )
    assert read.documentation == Text("https://docs.otc.t-systems.com/en-us/api/lamps/")
    told = PUBLISHED + GOOD.replace("[upstream]", CONTACT + "[upstream]")
    other = service.read(told, name="lamps", file="service.toml")
    assert other.documentation == Text("https://docs.example.com/lamps/")
    assert other.contact.name == Text("Example Cloud")
    assert other.contact.url == Text("https://example.com/contact")


PUBLISHED = 'documentation = "https://docs.example.com/lamps/"\n'
CONTACT = """
[contact]
name = "Example Cloud"
url = "https://example.com/contact"

"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lamps/", "lamps", "documentation: expected an address that begins with"),
        ("https:", "ftp:", "documentation: expected an address that begins with"),
        ('"Example Cloud"', '""', "contact.name: expected one line of words"),
        ("name =", "called =", "contact.called: unknown key; expected one of name, url"),
        ("https://example.com/contact", "me@x", "contact.url: expected an address that"),
    ],
)  # fmt: skip
def test_a_wrong_address_is_refused(old: str, new: str, message: str) -> None:
    told = PUBLISHED + CONTACT
    assert old in told
    text = told.replace(old, new, 1).split("[contact]")
    made = text[0] + GOOD.replace("[upstream]", f"[contact]{text[1]}[upstream]")
    with pytest.raises(ScraperError, match=re.escape(f"the.toml: {message}")):
        service.read(made, name="lamps", file="the.toml")


def test_a_server_without_regions_is_read() -> None:
    text = GOOD.replace("{region}.", "").replace('["north-1", "south-2"]', "[]")
    read = service.read(text, name="lamps", file="service.toml")
    assert read.server.regions == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title =", "titel =", "titel: unknown key; expected one of title, client"),
        ('client = "LampService"', "", "client: missing key"),
        ('folder = "docs/lamps/api-ref"', "", "upstream.folder: missing key"),
        ("[server]", "[servers]", "servers: unknown key"),
        ("regions =", "zones =", "server.zones: unknown key; expected one of url, reg"),
        ('"Lamp Service"', "7", 'title: expected one line of words, found "7"'),
        ('"Lamp Service"', '" "', 'title: expected one line of words, found ""'),
        ('"Lamp Service"', r'"a\nb"', "title: expected one line of words"),
        ('"LampService"', '"lamps"', "client: expected a class name"),
        ('"LampService"', '"True"', "no keyword of Python"),
        ('"otc_lamps"', '"otc-lamps"', "package: expected a package name"),
        ('"otc_lamps"', '"class"', "no keyword of Python"),
        ('"otc_lamps"', '"os; import x"', "package: expected a package name"),
        ('"otc-lamps"', '"otc_lamps"', "distribution: expected a name such as"),
        ('"1.2.0"', '"one"', 'version: expected a version such as 0.1.0, found "one"'),
        ("{region}", "{zone}", "server.url: expected no variable but {region}"),
        ("{region}", "{region}}", "server.url: expected no variable but {region}"),
        ("https://lamps", "lamps", "server.url: expected an address that begins with"),
        ('["north-1", "south-2"]', "[]", "server.regions: expected at least one"),
        ('"south-2"', '"north-1"', "server.regions: expected each region once"),
        ('"south-2"', "2", "server.regions: expected a list of names of regions"),
        ('["north-1", "south-2"]', '"x"', "server.regions: expected a list of names"),
        ("{region}.", "", "server.regions: expected none, url has no {region}"),
        ('"docs/lamps/api-ref"', '"../docs"', "upstream.folder: expected a relative"),
        ('"docs/lamps/api-ref"', '"/docs"', "upstream.folder: expected a relative"),
        ('"docs/lamps/api-ref"', '"docs/.git"', "upstream.folder: expected a relative"),
        (
            '["*.html"]',
            "[]",
            "upstream.pages: expected a list of at least one file name",
        ),
        ('"*.html"', '"../x.html"', "upstream.pages: expected a list of file names"),
        ('"*.html"', '"*.txt"', "upstream.pages: expected a list of file names"),
    ],
)
def test_a_wrong_file_is_refused(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(ScraperError) as caught:
        service.read(GOOD.replace(old, new), name="lamps", file="the.toml")
    words = str(caught.value)
    assert words.startswith("the.toml: ")
    assert message in words
    assert words.isprintable()


REPOSITORIES = (
    "https://example.com/documents",
    "https://example.com:8443/a/b.git",
    "http://127.0.0.1:8080/documents.git",
    "ssh://git@example.com:22/a/b.git",
    "ssh://example.com/~me/b",
    "file:///srv/documents",
    "git@example.com:a/b.git",
    "https://example.com/a/archive/{ref}.tar.gz",
    "https://example.com/a/{ref}/{ref}.ZIP",
    "file:///srv/{ref}.tgz",
    "../doc-exports",
    "/srv/Meine Dokumente/é",
    "C:\\documents",
    "pages.tar",
    "pages-{ref}.zip",
)


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_pages_come_from_many_places(repository: str) -> None:
    text = GOOD.replace("'", "").replace(
        '"https://example.com/documents"', f"'{repository}'"
    )
    found = service.upstream_of(text, file="the.toml")
    assert found == Upstream(
        repository=repository, folder="docs/lamps/api-ref", pages=("*.html",)
    )
    read = service.read(text, name="lamps", file="the.toml")
    assert read.origin == Text(f"{repository}, folder docs/lamps/api-ref")


@pytest.mark.parametrize(
    "repository",
    [
        "", " ", " x", "x ", "-x", "--upload-pack=x", "a\nb", "ext::sh -c x", "fd::17", "ftp://example.com/x",
        "git://example.com/x", "https://", "https://me:hush@example.com/x", "https://example.com/a b",
        "https://example.com/{ref}", "https://example.com/{tag}.zip", "https://-x/y", "ssh://-oProxyCommand=x/y",
        "git@-oProxyCommand=x:y", "git@example.com:-x", "git@example.com::x", "file://host/x",
        "https://example.com/{ref}.zip.exe",
    ],
    ids=ascii,
)  # fmt: skip
def test_other_places_are_refused(repository: str) -> None:
    value = repository.replace("\n", "\\n")
    text = GOOD.replace("https://example.com/documents", value)
    with pytest.raises(
        ScraperError, match=r"^the\.toml: upstream\.repository: "
    ) as one:
        service.upstream_of(text, file="the.toml")
    with pytest.raises(ScraperError) as other:
        service.read(text, name="lamps", file="the.toml")
    assert str(one.value) == str(other.value)
    assert str(one.value).isprintable()


def test_all_pages_are_taken_where_none_is_named() -> None:
    text = GOOD.replace('pages = ["*.html"]', "")
    assert service.upstream_of(text, file="the.toml").pages == ("*",)


@pytest.mark.parametrize("pages", [("*",), ("a*.html", "B.HTML"), ("*.html",)])
def test_pages_are_named_by_patterns(pages: tuple[str, ...]) -> None:
    text = GOOD.replace('["*.html"]', repr(list(pages)))
    assert service.upstream_of(text, file="the.toml").pages == pages


def test_the_folder_may_be_the_repository_itself() -> None:
    text = GOOD.replace("docs/lamps/api-ref", ".")
    assert service.upstream_of(text, file="the.toml").folder == "."


def test_where_pages_come_from_need_not_be_said() -> None:
    text = GOOD.partition("[upstream]")[0]
    read = service.read(text, name="lamps", file="the.toml")
    assert read.origin == Text("a folder of pages")
    with pytest.raises(ScraperError, match=r"upstream: missing table; .* repository"):
        service.upstream_of(text, file="the.toml")


def test_the_version_need_not_be_said() -> None:
    text = GOOD.replace('version = "1.2.0"', "")
    assert service.read(text, name="lamps", file="the.toml").version == "0.1.0"


@pytest.mark.parametrize("text", ["title = ", "\x00", "[server", "a = 1\na = 2"])
def test_no_toml_is_refused_with_the_place(text: str) -> None:
    with pytest.raises(ScraperError, match=r"^the\.toml: not TOML: .*(line|end)"):
        service.read(text, name="lamps", file="the.toml")


def test_a_table_where_a_string_belongs_is_refused() -> None:
    text = GOOD.replace("[server]", "[client]").replace('client = "LampService"', "")
    with pytest.raises(ScraperError, match=r"server: missing key"):
        service.read(text, name="lamps", file="the.toml")


def test_a_string_where_a_table_belongs_is_refused() -> None:
    text = 'server = "x"\n' + re.sub(r"\[server\]\nurl.*\nregions.*\n", "", GOOD)
    with pytest.raises(ScraperError, match=r"server: expected a table \[server\]"):
        service.read(text, name="lamps", file="the.toml")


@pytest.mark.parametrize(
    ("name", "folder", "package", "client"),
    [
        ("lamps", "lamps", "otc_lamps", "Lamps"),
        ("ECS", "ecs", "otc_ecs", "ECS"),
        ("Elastic Lamp-Server", "elastic-lamp-server", "otc_elastic_lamp_server", "ElasticLampServer"),
        ("class", "class", "otc_class", "Class"),
        ("none", "none", "otc_none", "NoneClient"),
        ("3d", "3d", "otc_3d", "Service3d"),
        ("Müller", "muller", "otc_muller", "Muller"),
        ("../../etc/passwd", "etc-passwd", "otc_etc_passwd", "EtcPasswd"),
        ('x"; import os #', "x-import-os", "otc_x_import_os", "XImportOs"),
        ("a\nb\x1b[31m", "a-b-31m", "otc_a_b_31m", "AB31m"),
    ],
    ids=ascii,
)  # fmt: skip
def test_a_name_gives_names(name: str, folder: str, package: str, client: str) -> None:
    made = service.from_name(name)
    assert (made.name, made.package, made.client) == (folder, package, client)
    assert made.distribution == "otc-" + folder
    assert made.title == Text(name)
    assert made.server.url == Text(f"https://{folder}.{{region}}.otc.t-systems.com")


@pytest.mark.parametrize("name", ["", " ", "..", "/", "云", "\x00", "a" * 65])
def test_a_name_without_letters_or_too_long_is_refused(name: str) -> None:
    with pytest.raises(ScraperError, match=r"^--service ") as caught:
        service.from_name(name)
    assert str(caught.value).isprintable()


@given(st.text(max_size=80))
def test_any_name_gives_safe_names_or_one_line(name: str) -> None:
    words = ""
    try:
        made = service.from_name(name)
    except ScraperError as error:
        words = str(error)
    else:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made.name)
        for identifier in (made.package, made.client):
            assert identifier.isascii()
            assert identifier.isidentifier()
            assert not keyword.iskeyword(identifier)
    assert escaped(words) == words


@pytest.mark.parametrize("name", ["token", "client", "answer", "async-client"])
def test_a_name_of_the_runtime_is_no_client(name: str) -> None:
    assert service.from_name(name).client.endswith("Client")
    assert service.from_name(name).client not in service.HANDED_ON


def test_the_names_of_the_runtime_are_known() -> None:
    assert set(runtime.__all__) == service.HANDED_ON

"""Generators of other people take the committed openapi.yaml without a word, and what they write can be used.

`make others` does the same with the documents of two whole references.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peers.campaign import make
from tests.peers.peculiar import own
from tests.peers.programs import PEERS, Peer, missing
from tests.support.references import ROOT

COMMITTED = ROOT / "generated" / "modelarts" / "openapi.yaml"
BROKEN = """
openapi: 3.1.0
info: {title: Broken, version: "1"}
servers: [{url: /v1}]
paths:
  /trees/{id}/{id}:
    get:
      operationId: ShowTree
      tags: [Trees]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: OK
          content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}
components:
  schemas:
    Tree:
      type: object
      required: [kind]
      properties:
        kind: {type: string, enum: [__ALL__], description: "Where **/it** is."}
        nothing: {type: "null"}
"""
"""What no peer takes, each for a reason of its own."""
TOLD = {
    "openapi-python-client": "Incorrect path templating",
    "datamodel-codegen": "does not resolve to an absolute http or https URL",
    "openapi-generator python": "not yet supported in getPydanticType",
    "openapi-generator typescript-fetch": "error TS",
}


@pytest.fixture(params=PEERS, ids=lambda peer: peer.name.replace(" ", "-"))
def peer(request: pytest.FixtureRequest) -> Peer:
    """Each peer, if it is installed."""
    if reason := missing():
        pytest.skip(reason)
    found: Peer = request.param
    return found


def test_the_committed_document(peer: Peer, tmp_path: Path) -> None:
    made = make(peer, COMMITTED, tmp_path)
    assert not list(made.violations)
    assert made.operations > 0
    assert made.models > 10


def test_what_is_wrong_is_told(peer: Peer, tmp_path: Path) -> None:
    """Or else it would prove nothing that they take the other document."""
    document = tmp_path / "broken.yaml"
    document.write_text(BROKEN, encoding="utf-8")
    told = "\n".join(make(peer, document, tmp_path).violations)
    assert TOLD[peer.name] in told


def test_a_line_is_peculiar_to_its_peer() -> None:
    line = "[main] WARN  o.o.c.DefaultCodegen - OpenAPI 3.1 support is still in beta."
    assert own("openapi-generator python", line)
    assert not own("datamodel-codegen", line)
    assert not own("openapi-generator python", "[main] WARN  anything else")

"""The forms in which services, gateways and proxies tell an error."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import httpx2

JSON: Final = "application/json"
HTML: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An answer, and what it says. In its body `WORDS` stands for the service's words."""

    name: str
    content: str | bytes
    content_type: str | None = JSON
    status: int = 400
    headers: dict[str, str] = field(default_factory=dict[str, str])
    code: str | None = None
    message: str | None = "WORDS"
    request_id: str | None = "r-1"

    def saying(self, words: str) -> Shape:
        """The same shape with other words."""
        content = self.content
        if isinstance(content, str):
            content = content.replace("WORDS", words)
        else:
            content = content.replace(b"WORDS", words.encode())
        message = self.message and self.message.replace("WORDS", words)
        return replace(self, content=content, message=message)

    @property
    def response(self) -> httpx2.Response:
        typed = {"Content-Type": self.content_type} if self.content_type else {}
        content = self.content
        return httpx2.Response(
            self.status,
            headers={**typed, **self.headers},
            content=content.encode() if isinstance(content, str) else content,
        )


HEADER: Final = {"X-Request-Id": "r-1"}
ID: Final = '"request_id": "r-1"'

SHAPES: Final = (
    Shape(
        name="error_code and error_msg",
        content=f'{{"error_code": "A.1", "error_msg": "WORDS", {ID}}}',
        code="A.1",
    ),
    Shape(
        name="error_code and error_message",
        content='{"error_code": "A.1", "error_message": "WORDS"}',
        headers=HEADER,
        code="A.1",
    ),
    Shape(
        name="no success",
        content='{"is_success": false, "error_code": "A.1", "error_message": "WORDS"}',
        headers={"x-openstack-request-id": "r-1"},
        code="A.1",
    ),
    Shape(
        name="no success with 200",
        content='{"is_success": false, "error_code": "A.1", "error_message": "WORDS"}',
        headers=HEADER,
        status=200,
        code="A.1",
    ),
    Shape(
        name="error with code and message",
        content=f'{{"error": {{"code": "A.1", "message": "WORDS", {ID}}}}}',
        status=403,
        code="A.1",
    ),
    Shape(
        name="error of IAM",
        content='{"error": {"code": 401, "message": "WORDS", "title": "Unauthorized"}}',
        headers=HEADER,
        status=401,
        code="401",
    ),
    Shape(
        name="code and message",
        content='{"code": "A.1", "message": "WORDS", "requestId": "r-1"}',
        code="A.1",
    ),
    Shape(
        name="errCode and errMsg in camels",
        content='{"errorCode": "A.1", "errorMsg": "WORDS", "requestId": "r-1"}',
        code="A.1",
    ),
    Shape(
        name="badRequest",
        content='{"badRequest": {"code": 400, "message": "WORDS"}}',
        headers=HEADER,
        code="badRequest",
    ),
    Shape(
        name="itemNotFound",
        content='{"itemNotFound": {"code": "404", "message": "WORDS"}}',
        headers={"X-compute-request-id": "r-1"},
        status=404,
        code="itemNotFound",
    ),
    Shape(
        name="NeutronError",
        content='{"NeutronError": {"type": "Gone", "message": "WORDS", "detail": ""}}',
        headers=HEADER,
        status=409,
        code="Gone",
    ),
    Shape(name="error as text", content='{"error": "WORDS"}', headers=HEADER),
    Shape(
        name="badRequest as text",
        content='{"badRequest": "WORDS"}',
        headers=HEADER,
        code="badRequest",
    ),
    Shape(
        name="list of errors",
        content=f'{{"errors": [{{"code": "A.1", "message": "WORDS", {ID}}}, {{}}]}}',
        code="A.1",
    ),
    Shape(
        name="list",
        content=f'[{{"code": "A.1", "message": "WORDS", {ID}}}]',
        code="A.1",
    ),
    Shape(name="a JSON string", content='"WORDS"', headers=HEADER),
    Shape(
        name="plain text",
        content="WORDS\r\n",
        content_type="text/plain",
        headers=HEADER,
        status=503,
    ),
    Shape(
        name="a page with a title",
        content="<html><head><title>502 Bad Gateway: WORDS</title></head><body>nginx</body></html>",
        content_type=HTML,
        status=502,
        message="502 Bad Gateway: WORDS",
        request_id=None,
    ),
    Shape(
        name="a page without a title",
        content="<!DOCTYPE html><style>a{}</style><body><h1>Sorry</h1><p>WORDS</body>",
        content_type=HTML,
        status=504,
        headers=HEADER,
        message="Sorry WORDS",
    ),
    Shape(
        name="a page that is called JSON",
        content="<html><title>WORDS</title></html>",
        status=502,
        request_id=None,
    ),
    Shape(
        name="JSON that is called a page",
        content=f'{{"error_code": "A.1", "error_msg": "WORDS", {ID}}}',
        content_type=HTML,
        code="A.1",
    ),
    Shape(
        name="JSON without a type",
        content=f'{{"error_code": "A.1", "error_msg": "WORDS", {ID}}}',
        content_type=None,
        code="A.1",
    ),
    Shape(
        name="JSON behind a byte order mark",
        content=b"\xef\xbb\xbf" + b'{"error_code": "A.1", "error_msg": "WORDS"}',
        headers=HEADER,
        code="A.1",
    ),
    Shape(
        name="JSON of another encoding",
        content='{"error_code": "A.1", "error_msg": "WORDS für"}'.encode("latin-1"),
        content_type="application/json; charset=iso-8859-1",
        headers=HEADER,
        code="A.1",
        message="WORDS für",
    ),
    Shape(
        name="JSON of no known encoding",
        content=b'{"error_code": "A.1", "error_msg": "WORDS \xff"}',
        headers=HEADER,
        code="A.1",
        message="WORDS \N{REPLACEMENT CHARACTER}",
    ),
    Shape(
        name="text of no known encoding",
        content=b"WORDS \xff\xfe",
        content_type="text/plain",
        headers=HEADER,
        message="WORDS \N{REPLACEMENT CHARACTER}" + "\N{REPLACEMENT CHARACTER}",
    ),
    Shape(
        name="XML of a gateway",
        content=(
            '<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>AccessDenied</Code>\n'
            '  <Message lang="en">WORDS</Message><RequestId>r-1</RequestId></Error>'
        ),
        content_type="application/xml",
        status=403,
        code="AccessDenied",
    ),
    Shape(
        name="XML of another gateway",
        content="<fault><description>WORDS &amp; more</description></fault>",
        content_type="text/xml",
        status=500,
        headers=HEADER,
        message="WORDS & more",
    ),
    Shape(name="nothing", content="", headers=HEADER, status=404, message=None),
    Shape(name="blanks", content=" \n", headers=HEADER, status=500, message=None),
    Shape(name="an empty object", content="{}", headers=HEADER, message=None),
    Shape(name="null", content="null", headers=HEADER, message=None),
    Shape(
        name="a code alone",
        content=f'{{"error_code": "A.1", {ID}}}',
        code="A.1",
        message=None,
    ),
)
"""Each with the code, the message and the request id that must be found."""

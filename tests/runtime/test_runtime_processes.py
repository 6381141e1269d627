"""Processes: a fork shares neither connections nor locks; an import does nothing but load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

FORK = """
import json, os, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from templates.runtime import Client, Parameter, Password, Request

class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(201, {"token": {"project": {"id": "p"}}})
    def do_GET(self):
        self.answer(200, {"peer": str(self.client_address[1])})
    def answer(self, status, body):
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("X-Subject-Token", "t")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
    def log_message(self, *args):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"
auth = Password("u", "p", domain_name="d", project_name="eu-de", auth_url=address)
client = Client(auth=auth, base_url=address)
request = Request("GET", "/v1/things")
peer = lambda: client.send(request, dict[str, str])["peer"]

first = peer()
auth._renewal._held = None  # the child needs a token, whose lock another thread of the parent holds
auth._renewal._lock.get().acquire()
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.write(writing, peer().encode())
    os._exit(0)
auth._renewal._lock.get().release()
os.waitpid(child, 0)
print(first, os.read(reading, 100).decode(), peer())
"""


def run(program: str, *path: Path) -> str:
    """What a program prints that runs by itself."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-B", "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_forked_process_has_connections_and_locks_of_its_own() -> None:
    before, of_child, after = run(FORK, ROOT).split()
    assert before == after, "the parent goes on with its connection"
    assert of_child != before


IMPORT = """
import os, sys, threading
import httpx2, pydantic, typing_extensions  # whose own doings do not count
environment, events = dict(os.environ), []

def note(event, arguments):
    writes = event == "open" and set(str(arguments[1] or "r")) & set("wax+")
    if writes or event.split(".")[0] in ("socket", "subprocess", "shutil", "signal"):
        events.append((event, arguments))

sys.addaudithook(note)
import otc_modelarts
from otc_modelarts import models
for name in models.__all__:
    getattr(models, name)
import logging
assert events == [], events
assert threading.active_count() == 1
assert dict(os.environ) == environment
assert logging.getLogger().handlers == []
assert [logging.getLogger(one).filters for one in ("httpx2", "httpcore2.http11")] == [[], []]
otc_modelarts.ModelArts(auth=otc_modelarts.Token("t"), region="eu-de")
otc_modelarts.AsyncModelArts(auth=otc_modelarts.Token("t"), region="eu-de")
assert [len(logging.getLogger(one).filters) for one in ("httpx2", "httpcore2.http11")] == [1, 1]
assert "openstack" not in sys.modules
"""


def test_an_import_does_nothing_but_load() -> None:
    assert run(IMPORT, ROOT / "generated" / "modelarts") == ""

"""An archive comes over the network, into a file."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

from scraper.limits import LARGEST_ARCHIVE
from scraper.upstream.model import failed, told

PATIENCE: Final = 30
"""Seconds to wait for a server that says nothing."""
LONGEST: Final = 900
"""Seconds that all of it may take."""
_PIECE: Final = 2**20


def download(address: str, to: Path) -> None:
    """Write what an http or https address gives to a file.

    Raises ScraperError when it is not there, is too large, takes too long, or does not come as a whole.
    """
    end = time.monotonic() + LONGEST
    words, way_out = "", "check `repository` under [upstream], or try again"
    try:
        with _opener().open(address, timeout=PATIENCE) as answer, to.open("xb") as file:
            expected = answer.headers.get("Content-Length", "")
            if address.startswith("https:") and not answer.url.startswith("https:"):
                words = "leads to an address that is not https"
            while not words and (piece := answer.read1(_PIECE)):
                file.write(piece)
                if file.tell() > LARGEST_ARCHIVE:
                    words = f"has more than {LARGEST_ARCHIVE // 2**20} MiB"
                elif time.monotonic() > end:
                    words = f"took longer than {LONGEST} seconds"
            if not words and expected.isdecimal() and file.tell() < int(expected):
                words = f"ended after {file.tell()} of {expected} bytes"
    except urllib.error.HTTPError as error:
        error.close()
        words = f"the server answers {error.code} {error.reason}"
        way_out = "check `repository` under [upstream], and --ref"
    except urllib.error.URLError as error:
        words = f"cannot be reached: {error.reason}"
    except (OSError, http.client.HTTPException) as error:
        words = f"cannot be read: {told(error)}"
    if words:
        raise failed(address, words, way_out)


def _opener() -> urllib.request.OpenerDirector:
    """Like urllib's own, but a redirect leads to http and https only, and never to a file."""
    opener = urllib.request.OpenerDirector()
    opener.addheaders = [("User-Agent", "otc-sdk-scraper")]
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener

"""Cookies: an API has no use for them, and they would lead from one call to others."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy


def no_cookies() -> CookieJar:
    """What keeps no cookie, and sends none."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))

"""Words of the documents that the intermediate model gives a meaning: data only."""

from __future__ import annotations

VERBS = {
    "adding": "Add",
    "attaching": "Attach",
    "binding": "Bind",
    "canceling": "Cancel",
    "cancelling": "Cancel",
    "changing": "Change",
    "creating": "Create",
    "deleting": "Delete",
    "detaching": "Detach",
    "disabling": "Disable",
    "enabling": "Enable",
    "exporting": "Export",
    "importing": "Import",
    "listing": "List",
    "modifying": "Modify",
    "obtaining": "Show",
    "querying": "Show",
    "releasing": "Release",
    "removing": "Remove",
    "replacing": "Replace",
    "resizing": "Resize",
    "restoring": "Restore",
    "scaling": "Scale",
    "starting": "Start",
    "stopping": "Stop",
    "terminating": "Terminate",
    "unbinding": "Unbind",
    "updating": "Update",
    "using": "Use",
    "viewing": "Show",
}
"""Titles begin with a gerund; operation ids with an infinitive."""

TOKEN_HEADERS = frozenset({"x-auth-token"})
"""Headers that the security scheme sends."""

MEDIA_TYPE_HEADERS = frozenset({"content-type"})
"""Headers that the request body's media type decides."""

JSON = "application/json"
"""The media type where a page names none."""

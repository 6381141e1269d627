"""Words of the documents that the intermediate model gives a meaning: data only."""

from __future__ import annotations

INFINITIVES = {
    "adding": "Add",
    "creating": "Create",
    "managing": "Manage",
    "comparing": "Compare",
    "preparing": "Prepare",
    "restoring": "Restore",
    "sharing": "Share",
    "storing": "Store",
    "canceling": "Cancel",
    "cancelling": "Cancel",
    "controlling": "Control",
    "getting": "Get",
    "listing": "List",
    "obtaining": "Query",
    "querying": "Query",
    "reading": "Query",
    "retrieving": "Query",
    "rolling": "Roll",
    "setting": "Set",
    "showing": "Query",
    "viewing": "Query",
    **{
        verb: verb.capitalize()
        for verb in (
            "accept add associate attach authenticate bind cancel change check close copy create delete detach disable "
            "disassociate enable execute export import list migrate modify move open publish query reboot register "
            "release remove replace reset resize restart restore resume rollback search send set start stop switch "
            "sync unbind update upgrade upload validate verify"
        ).split()
    },
}
"""First words of titles that a rule for gerunds would get wrong, and plain verbs."""

READING = frozenset({"Query", "Get"})
"""Verbs that become List or Show, by what they read."""

VERBS_OF_METHODS = {
    "GET": "Query",
    "HEAD": "Check",
    "POST": "Create",
    "PUT": "Update",
    "PATCH": "Update",
    "DELETE": "Delete",
}
"""For a title without a verb."""

ARTICLES = frozenset(
    {"a", "an", "the", "all", "specified", "single", "given", "certain"}
)
"""Words of a title that tell nothing apart."""

DETAILS = frozenset(
    {"details", "detailed", "detail", "information", "info", "brief", "basic"}
)
"""Words that stand before "about" without a thing of their own."""

PRECISE = frozenset({"details", "detailed", "detail"})
"""Those of them that promise more than another operation on the same thing."""

PAGING = (("by", "page"), ("by", "pages"), ("on", "pages"))
"""Phrases that tell nothing of the thing."""

UNCOUNTED = frozenset(
    "content data history information info metadata progress status statistics configuration quota usage".split()
)
"""Nouns whose number the path does not change."""

POSSESSIVE = frozenset({"of", "for"})
"""Between what is owned and its owner."""

CASES = frozenset(
    "about after and as at based before between by during from in into of on or over that through to under using via "
    "when where which with within without for attached associated".split()
)
"""Words that end a noun and what stands before it."""

BATCH = (("in", "a", "batch"), ("in", "batches"), ("in", "batch"))
"""Phrases that become a prefix of the verb."""

CHAPTER_FILLING = frozenset({"api", "apis", "interface", "interfaces"})
"""Words of a chapter's title that do not help to tell two chapters apart."""

TOKEN_HEADERS = frozenset({"x-auth-token"})
"""Headers that the security scheme sends."""

MEDIA_TYPE_HEADERS = frozenset({"content-type"})
"""Headers that the request body's media type decides."""

JSON = "application/json"
"""The media type where a page names none."""

MARKERS = (
    "marker",
    "next_marker",
    "nextMarker",
    "start_marker",
    "page_marker",
    "next_token",
    "nextToken",
    "page_token",
    "pageToken",
)
PAGE_NUMBERS = (
    "page",
    "page_no",
    "page_num",
    "page_number",
    "pageNo",
    "pageNum",
    "pageNumber",
    "page_index",
    "pageIndex",
    "cur_page",
    "curPage",
    "current_page",
    "current-page",
    "currentPage",
    "start_page",
    "startPage",
)
OFFSETS = ("offset", "start", "start_number", "start_index", "startIndex", "skip")
SIZES = (
    "limit",
    "per_page",
    "perPage",
    "page_size",
    "page-size",
    "pageSize",
    "pagesize",
    "page_limit",
    "size",
    "max_items",
    "maxitems",
    "maxItems",
    "max_results",
    "maxResults",
)
"""Names of parameters that turn pages: the last item seen, a page's number, how much to leave out; a page's size."""

START_PAGE = r"(?<!\bon the )\b(?:start|first|current) page\b|\bpage (?:number|index|no\b)|\b(?:index|number) of (?:the|a) page\b"
"""How the description of an offset says that it counts pages."""

FIRST_PAGE = r"\bif paging is (?:required|needed|used), set (?:the )?\S+ to (\d+)"
"""How the description of a page's number tells the first one, where the default is not to turn pages at all."""

NEXT_MARKERS = frozenset(
    {
        "next_marker",
        "nextMarker",
        "next_token",
        "nextToken",
        "next_page_token",
        "nextPageToken",
    }
)
"""Properties of an answer that hold the next page's marker."""

SAME_MARKERS = frozenset({"marker"})
"""Those that do where an offset is no number: it is a marker then."""

NO_ITEMS = "_links"
"""How the name of a list ends that is about the answer's pages."""

CASE = r"(?:if|when|for|in the case)\b(?!\s+(?:more\s+)?(?:details|information|example|instance))"
"""How a sentence begins that holds in one case only."""

CHOSEN = r"\b(?:corresponding to|depend(?:s|ing) on|varies|according to)\b"
"""How a type cell says that another property chooses the type."""

"""What people correct in the documents: the text of a corrections.toml as `Correction`s.

The file lies beside service.toml, and need not be there. Each entry names a page, a place on it, the fact, what the
documents give now, what holds instead, and why:

    [[correction]]
    page = "CreateTask.html"
    table = "CreateTask__request_SmartTaskConfig"   # its anchor or label; where the page has one such row, not needed
    property = "n_clusters"                         # as the page names it
    fact = "type"
    was = "Integer"
    now = "String"
    reason = "The service answers strings; seen on 2026-01-01."

issues.txt and `explain` print page, anchor, row and property as they are written here. Without `was` the documents say
nothing yet; without `now` what they say is taken away. Values are written as the documents would write them.

    fact                    was, now
    type                    the words of the cell; a link as "Array of [Tag](#CreateTask__request_Tag) objects",
                            to another page as [Tag](Tags.html#Tags__Tag)
    required                true, false
    enum                    all values: ["on", "off"]; in `now` also { value = "on", meaning = "It shines." }.
                            A value that is there already keeps its meaning
    default                 a string, a number, true or false
    minimum, maximum, exclusive_minimum, exclusive_maximum, min_length, max_length, min_items, max_items
                            a number
    name                    now = "cluster_count"; `property` is the old name
    property                an undocumented one: now = { type = "String", required = true, description = "…" }, with
                            enum, default and bounds as above, and `in = "query"` (path, header, body, response) for
                            a parameter beside those of the table;
                            one that is none: was = "String", the words of its type
    example                 example = 2 (its number in `explain`, or its label), path = "$.tags[0].key",
                            was = '"a"', now = '"b"': JSON; without `path` the whole example.
                            An undocumented one: now = { side = "response", status = "200", body = '{}' }, label too
    role                    of a table: was = "other", now = "body"; `explain` prints the roles
    operation id            was = "ShowServer2", now = "ShowServerDetails"
    pagination              of the page's operation: now = { style = "page", parameter = "offset", size = "limit",
                            items = ["datasets"], first = 0 }; the style is page, offset (which counts items) or marker.
                            A marker is in the answer (next = ["page_info", "next_marker"]) or of the last item
                            (item = "id"). issues.txt and model.json tell what was read
    waiter                  of the page's operation, which starts something: now = { poll = "ShowJob", status = ["status"],
                            success = ["SUCCESS"], failure = ["FAIL"], delay = 5, backoff = 1.5, max_delay = 60,
                            timeout = 1800 }. `poll` is the id of the operation that is called until `status` of its
                            answer is one of `success`; each pause is `backoff` times the one before, the first of
                            `delay` seconds and none longer than `max_delay`; `timeout` seconds are the most in all.
                            `failure` and the four numbers (these are the usual ones) may be left out; no `was`: no
                            page tells what to wait for

`row` tells two rows of one name apart. A correction that does not find its place or its `was`, or that changes
nothing, stops the program before anything is written.
"""

from scraper.corrections.reading import read

__all__ = ["read"]

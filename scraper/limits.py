"""How much one reference may hold.

Reading takes time and memory in proportion to what is read, and so does printing, at a higher price. Each number here
is far above what references have (of 593 pages of a cloud the largest has 496 KB, 12,458 tags, 30 tables and 564
rows), and low enough that a document which reaches it ends in about a minute and 2 GB.
"""

from __future__ import annotations

from typing import Final

MIB: Final = 2**20

# What comes in. Of a file that is larger nothing is read.

LARGEST_PAGE: Final = 10 * MIB
"""Twenty times the largest page: a parsed page takes fifty times its bytes of memory."""
LARGEST_FOLDER: Final = 200 * MIB
"""All pages of a service together: forty times the largest reference."""
MOST_PAGES: Final = 5_000
"""Of a service: twenty times the largest reference."""
LARGEST_CONTENTS: Final = 10 * MIB
"""A table of contents: 200 bytes an entry."""
LARGEST_NOTES: Final = 10 * MIB
"""A service.toml or corrections.toml, which people write."""
LARGEST_LOCK: Final = 100 * MIB
"""A lock.toml; that of 500 pages has some 4 MiB."""
LARGEST_MODEL: Final = 200 * MIB
"""A model.json, and any other file that was generated."""
LARGEST_ARCHIVE: Final = 500 * MIB
"""As it is downloaded: it may hold the pages of all services, and their pictures."""
LARGEST_UNPACKED: Final = 10 * LARGEST_ARCHIVE
MOST_MEMBERS: Final = 1_000_000
"""Files in an archive."""

# What a page holds. A page with more is not read at all, and that is an error: of half a table nobody should make a
# client.

MOST_TAGS: Final = 250_000
"""Twenty times the most on a page."""
MOST_ROWS: Final = 5_000
"""Rows of tables on a page: each may be a property, and to print one takes longer than anything else."""
MOST_TABLES: Final = 500
"""Each may be a class in a module of its own."""
MOST_BLOCKS: Final = 2_000
"""Blocks of code on a page."""
MOST_COLUMNS: Final = 64
"""Of a table: ten times the most. A cell never spans more, whatever it says."""
DEEPEST_ELEMENTS: Final = 100
"""Elements within each other; what is nested deeper is read as plain words."""

# What a description, a path, a name, or an example holds.

LONGEST_DESCRIPTION: Final = 20_000
"""Characters from which values, defaults and bounds are read; the longest cell has 3,520."""
LONGEST_CELL: Final = 1_000
"""Characters of a property's name, or of its type."""
MOST_EXAMPLES: Final = 2_000
"""Of a page; the others are left out."""
MOST_LINES: Final = 20
"""Request lines of a page: versions of one operation."""
LONGEST_PATH: Final = 2_000
"""Characters: about what servers take."""
LONGEST_NAME: Final = 120
"""Letters of a name that is given away: it is the name of a file too, and file systems take 255 bytes."""
DEEPEST_REFERENCE: Final = 100
"""Tables that refer to each other, one after the other; what lies deeper is any object. The deepest has 5."""
LONGEST_PLACE: Final = 10_000
"""Characters of the way from an operation through properties to a table, which is remembered; it ends there likewise."""
MOST_ALTERNATIVES: Final = 50
"""Tables that may describe one property; of more, none does."""
DEEPEST_CHAPTER: Final = 100
"""Chapters above each other; what is still higher does not count for the order."""
DEEPEST_TYPE: Final = 16
"""Arrays of arrays; types nested deeper are not read."""
DEEPEST_JSON: Final = 50
"""Levels of arrays and objects in an example: Python, and validators in it, go down by calling themselves."""
DEEPEST_TOML: Final = 20
"""Tables and lists within each other: a file of ours has four."""
MOST_DOTS: Final = 1_000
"""On a line of TOML outside of strings: each may divide a key."""
LONGEST_NUMBER: Final = 1_000
"""Digits of a number in JSON or TOML. A double has 309 at most; Python refuses to print 4,300."""

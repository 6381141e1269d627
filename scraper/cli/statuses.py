"""The exit statuses, and what `--help` says of them."""

from __future__ import annotations

DONE, STALE, WRONG_CALL, BUG = 0, 1, 2, 70
INTERRUPTED, READER_GONE, TERMINATED = 130, 141, 143

STATUSES = """
\b
Exit status:
  0    done; for `check`: generated/ is up to date
  1    the pages hold an error (nothing was written), `check` found something
       stale, or `diff` found what --fail-on names
  2    wrong call, a correction that does not apply, or a file, a folder or an
       upstream that cannot be read or written
  70   a bug in this program; --debug shows where
  130  interrupted (Ctrl-C)
  141  whoever read the output went away
  143  terminated (SIGTERM)
"""

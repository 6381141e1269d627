"""What was printed is read back before it is written: nothing but what templates print, and every value as it was put in.

The functions of `sinks` see to it that words of a document stay data. This is the proof, file by file, that they did: it
knows nothing of them, and reads what a program of the user's would read.
"""

from scraper.emit.proving.failure import UnprovedError

__all__ = ["UnprovedError"]

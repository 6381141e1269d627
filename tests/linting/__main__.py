"""`make openapi`: what linters find in the projects whose folders are named."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.linting.linters import LINTERS, missing

if reason := missing():
    sys.exit(reason)
wrong = 0
for folder in map(Path, sys.argv[1:]):
    for name, linter in LINTERS.items():
        findings = linter(folder)
        found, ignored = (
            sum(counts.values()) for counts in (findings.found, findings.ignored)
        )
        sys.stdout.write(f"{folder}  {name}: {found} found, {ignored} excepted\n")
        for rule, count in sorted(findings.found.items()):
            sys.stdout.write(f"  {count} {rule}\n")
        wrong += found
sys.exit(wrong > 0)

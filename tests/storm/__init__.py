"""Documents that are broken on purpose, by the thousand: no stage may fail on them, and nothing may be lost."""

"""`python -m scraper`."""

from scraper.cli import process

if __name__ == "__main__":
    raise SystemExit(process())

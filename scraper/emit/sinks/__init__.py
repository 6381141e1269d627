"""One module per target: the only places in `scraper.emit` where the words of a document are read."""

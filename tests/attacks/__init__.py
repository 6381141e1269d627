"""Hostile words in every place of a document: what comes of them is data, or an issue."""

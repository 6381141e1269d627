"""Turns the HTML API reference of a cloud service into a typed SDK."""

__version__ = "0.1.0"

"""Turns the HTML API reference of a cloud service into a typed SDK."""

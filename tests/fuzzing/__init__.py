"""Schemathesis calls a mock of openapi.yaml with all that the document allows, and what comes of it."""

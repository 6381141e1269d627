"""Generators of other people read the generated openapi.yaml, and what they make of it is looked at."""

"""A server that fails on purpose, and what the clients make of it."""

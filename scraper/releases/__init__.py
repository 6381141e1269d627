"""Releases of a generated package: what each changed, and how its version follows from that."""

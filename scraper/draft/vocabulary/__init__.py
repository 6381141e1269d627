"""The documents' words, and what they mean here: data only."""

"""What was read, for people: counts, and what each stage made of a page."""

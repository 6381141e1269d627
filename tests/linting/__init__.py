"""What linters of other people find in generated OpenAPI documents: `python -m tests.linting [FOLDER]...`."""

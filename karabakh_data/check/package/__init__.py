"""A package's files: where they lie, what is required of them, and verdicts on unchanged ones."""

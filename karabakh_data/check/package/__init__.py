"""The package that is checked: where its `files` lie, what the `requirements` on them are, and kept `verdicts`."""

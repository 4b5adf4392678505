"""One script an article: what each passage claims. The name is the folder in `raw/`, with underscores."""

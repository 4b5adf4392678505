"""The published tables in other formats, for tools that read no Parquet: a module a format, listed in `formats`."""

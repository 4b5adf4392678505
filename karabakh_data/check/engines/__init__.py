"""The engines: from rules to the rows that break them.

`in_duckdb` runs the rules on this machine, `on_spark` on a cluster, where DuckDB judges each of the `slices` into which
it cuts the tables. Both group the rules into `scans`, ask `prefilters` first whether a scan can find anything, and
search for `offending_rows` where it can; the tables are `views` of their files. `runnable` says which rules these files
leave out, and why; `damage` which files cannot be read.
"""

"""What runs the rules: how they share scans and are cut into slices, DuckDB, and Spark."""

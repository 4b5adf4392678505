"""From tables to the published package: Parquet, schemas, descriptor, codebook and citation, all or nothing."""

"""The coding of a checkout: the ledger of what was read, review, the reliability of two codings."""

"""The rules as data: what is wrong with a row of each table, and the catalogue of all of them."""

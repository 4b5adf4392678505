"""What helps others to test what they build on these tables.

`strategies` makes hypothesis strategies from the row models, `corpus` synthetic corpora of any size. Neither is
imported here: `strategies` needs hypothesis, which no reader of the data has to install.
"""

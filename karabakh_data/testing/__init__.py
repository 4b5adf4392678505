"""What helps others to test what they build on these tables: invented articles, corpora of any size, and faults.

Read in this order: `world` (who and where), `paragraphs` (what is told, and its coding), `articles` (two newspapers'
articles that disagree, extracted and resolved as real ones are), `templates` (many stories from a few), `fault` with
`generated_faults` and `record_faults` (a change that breaks a rule, for each rule), `faults` (where they go), and
`corpus`, which makes it all. `strategies` makes hypothesis strategies from the row models. Nothing is imported here:
`strategies` needs hypothesis and `corpus` numpy, which no reader of the data has to install.
"""

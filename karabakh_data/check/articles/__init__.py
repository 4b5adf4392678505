"""Checks that read words: what is quoted stands in its article, and what is stated can be read in its quotation.

`quotations` compares with the articles; `support` reads values in quotations, with the lexicon, numerals and dates of
`karabakh_data.extract.language`; `shares` measures how much of an article is coded and reproduced. They are called,
where the articles are at hand, by `karabakh_data.coding.checkout`.
"""

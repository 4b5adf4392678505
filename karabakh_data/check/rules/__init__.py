"""The rules as data: for each table what is wrong with a row of it.

`rule` says what a rule is, `catalogue` lists all of them. `generated` makes those of single columns and of keys from
the models; the other modules are named for the tables whose rules they write (`hierarchy` for all that have parts,
`coverage` for all that rest on claims, `spans` for all that lie in a text). What several rules read stands in
`relations`, what Python judges in `derived_dates`.
"""

"""The package that is checked.

`files` finds where its tables lie. `requirements` says what is required of their files, before any row is read.
`verdicts` keeps reports, so that a package that has not changed is not checked twice.
"""

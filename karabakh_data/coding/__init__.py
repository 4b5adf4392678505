"""What coders of a checkout work with, and what only a checkout can prove.

The `ledger` keeps what was read and found well, and `review` says what is still to be read. `reliability` measures how
far two codings of the same articles agree. `checkout` adds to the report of `karabakh_data.check` what needs the
articles and the ledger: it calls the checks in `karabakh_data.check.articles`, and those of `review`.
"""

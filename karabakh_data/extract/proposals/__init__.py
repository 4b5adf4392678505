"""What a machine can propose of a new article from those that are coded: without a model, and deciding nothing.

`known` reads what the coded articles tell, a module a kind proposes, and `script_lines` writes the proposals down.
"""

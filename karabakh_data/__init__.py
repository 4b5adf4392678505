"""Conflict data from news articles on Karabakh, each value traceable to the words behind it."""

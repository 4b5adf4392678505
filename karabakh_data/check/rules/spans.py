"""Rules of stretches of text: passages, quotations of claims and mentions lie where their offsets say."""

from __future__ import annotations

from karabakh_data.check.rules.rule import Rule


def in_order(table: str) -> Rule:
    """The rule that a stretch ends after its start."""
    return Rule(
        name="char_end is not after char_start",
        table=table,
        columns=("char_start", "char_end"),
        predicate=f"{table}.char_end <= {table}.char_start",
    )


def as_long_as(table: str, words: str) -> Rule:
    """The rule that the words in a column are as long as their stretch."""
    return Rule(
        name=f"{words} is not as long as char_end less char_start",
        table=table,
        columns=("char_start", "char_end", words),
        predicate=f"length({table}.{words}) <> {table}.char_end - {table}.char_start",
    )


def in_source(table: str) -> Rule:
    """The rule that a stretch ends where its source ends, or before."""
    return Rule(
        name=f"the {table.removesuffix('s')} ends after its source",
        table=table,
        columns=("char_end",),
        relation=f"{table} JOIN sources ON sources.source_id = {table}.source_id",
        predicate=f"{table}.char_end > sources.char_count",
        details=("sources.char_count AS char_count",),
    )

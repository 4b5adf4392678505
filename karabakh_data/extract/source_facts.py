"""What source.toml says of an article: held to the columns of `sources`, so that nothing filled in is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from karabakh_data.extract.article import Article
from karabakh_data.extract.coding_sheet import CodingSheet, hint
from karabakh_data.model import FieldColumn, Source, columns
from karabakh_data.model.column import Origin

# How the date of publication follows, which becomes the note of its claim.
REASONING = "published_reasoning"
# In a draft, what stands for facts that are wrong or not filled in yet.
_UNFILLED = {"language": "xx", "rights": "not filled in yet", "framing": "not filled in yet"}


def identity(article: Article) -> dict[str, Any]:
    """The columns of the article that no claim needs to support, with a stopgap where its facts are wrong."""
    found: dict[str, Any] = {"source_id": article.source_id, "char_count": len(article.text)}
    for column in _given("authored"):
        value = article.facts.get(column.name)
        right = value is not None and _problem(column, value) is None
        found[column.name] = value if right else _UNFILLED.get(column.name)
    return found


def fact_failures(sheet: CodingSheet) -> Iterator[str]:
    """What is wrong with the facts: unknown, lacking, of another kind than their columns, or claimed nowhere."""
    facts = sheet.article.facts
    known = {column.name: column for column in _given("authored", "coded")}
    for name, value in facts.items():
        if name in known:
            # What is coded is checked as the value of its claim.
            if known[name].definition.origin == "authored" and (problem := _problem(known[name], value)):
                yield f"source.toml: `{name}` {problem}; mend it there"
        elif name == REASONING:
            if not isinstance(value, str) or not value.strip():
                yield f"source.toml: `{name}` is {value!r}, and no text; say how the date follows, or delete it"
        elif name in (column.name for column in columns(Source)):
            yield f"source.toml gives `{name}`, which follows from the article itself; delete it there"
        else:
            yield f"source.toml gives `{name}`, which is no column of sources{hint(name, [*known, REASONING])}"
    for name, column in known.items():
        if name not in facts and not column.nullable:
            yield f"source.toml lacks `{name}`; add there: {column.definition.meaning}"
    yield from _unclaimed(sheet)


def _unclaimed(sheet: CodingSheet) -> Iterator[str]:
    """The facts that the text must show, and that no line of the script claims: else they would vanish."""
    done = {claim["field"] for claim in sheet.claims if claim["record_table"] == Source.table}
    done |= {str(name) for table, _, name in sheet.unmade if table == Source.table}
    for column in _given("coded"):
        if column.name in sheet.article.facts.keys() - done:
            method = f"s.source.{column.name.removesuffix('_edtf')}"
            yield (
                f"source.toml gives `{column.name}`, and no line of the script claims it: add "
                f'{method}("the words that show it"), or delete it there'
            )
    if REASONING in sheet.article.facts and "published_edtf" not in sheet.article.facts:
        yield f"source.toml gives `{REASONING}`, and no `published_edtf` of which it is the note; give both or neither"


def _given(*origins: Origin) -> list[FieldColumn]:
    """The columns that source.toml gives, of these origins: all but the key, which is the name of its folder."""
    return [column for column in columns(Source, *origins) if column.name not in Source.key]


def _problem(column: FieldColumn, value: object) -> str | None:
    if type(value) is not column.type:
        return f"is {value!r}, which is not of the type {column.type.__name__}"
    return column.definition.failure(value)

"""Tables and explanations as HTML, for notebooks: everything from the data is escaped, ids lead to what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES, columns
from karabakh_data.reader import tables
from karabakh_data.reader.explanation import Evidence, Explanation, Field
from karabakh_data.reader.rows import name_of

# What is joined or counted from the tables, and carries a name and meaning as they do.
MADE = ("timeline", "search", "surface_forms")
MOST_ROWS = 40
QUOTED = ("quote", "surface")

# Styles stand at each element: notebooks take style sheets out of what is displayed.
# A word is broken only where it is wider than the widest column, such as an address or a hash.
CELL = "text-align:left;vertical-align:top;white-space:normal;overflow-wrap:break-word;max-width:26em"
# From so many letters on, a text takes so much room: else words would stand below each other one by one.
ROOM = ((100, f"{CELL};min-width:26em"), (24, f"{CELL};min-width:14em"))
NUMBER = "text-align:right;vertical-align:top;white-space:nowrap"
FAINT = "opacity:.65"

# The tables whose rows are named by a column of that name, in whatever table it stands.
_KEYS = {model.key[0]: name for name, model in TABLES.items() if len(model.key) == 1}


def is_ours(table: pa.Table) -> bool:
    """Whether a table carries our schema's name and meaning."""
    metadata = table.schema.metadata or {}
    name = metadata.get(b"table", b"").decode(errors="replace")
    return (name in TABLES or name in MADE) and b"description" in metadata


def table_html(table: pa.Table) -> str | None:
    """A table of ours as HTML, its first rows if it is long, and no empty columns; None for any other table."""
    if not is_ours(table):
        return None
    metadata = table.schema.metadata
    name = metadata[b"table"].decode()
    empty = [one for one in table.column_names if 0 < table.num_rows == table.column(one).null_count]
    table = table.drop_columns(empty)
    head = "".join(f'<th style="{CELL}" title="{_meaning(field)}">{escape(field.name)}</th>' for field in table.schema)
    named = cache(_named)
    body = "".join(f"<tr>{''.join(_cells(name, row, named))}</tr>" for row in table.slice(0, MOST_ROWS).to_pylist())
    shown = f"the first {MOST_ROWS} of {table.num_rows}" if table.num_rows > MOST_ROWS else str(table.num_rows)
    caption = f"<b>{escape(name)}</b>: {shown} rows; one row is {escape(metadata[b'description'].decode())}"
    if empty:
        caption += f"<br>Not shown, as empty in every row: {escape(', '.join(empty))}"
    return (
        f'<table><caption style="text-align:left">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def explanation_html(explanation: Explanation) -> str:
    """A record with the words behind each of its values."""
    own = _link(explanation.table, explanation.id, f"{explanation.table}/{explanation.id}", anchor=True)
    links = "".join(
        f'<h4 style="margin:.8em 0 .2em">{escape(link.table)}: {escape(link.title)}</h4>{_facts(link)}{_fields(link)}'
        for link in explanation.links
    )
    title = f'<h3 style="margin:.2em 0">{escape(explanation.title)}</h3>'
    return (
        f'<div style="max-width:52em">{title}<div>{own}</div>{_facts(explanation)}{_fields(explanation)}{links}</div>'
    )


def _meaning(field: pa.Field) -> str:
    return escape((field.metadata or {}).get(b"description", b"").decode())


def _cells(name: str, row: dict[str, Any], named: Any) -> Iterator[str]:
    for column, value in row.items():
        if value is None:
            yield f'<td style="{CELL}"></td>'
        elif isinstance(value, str):
            yield f'<td style="{_style(column, value)}">{_text(name, column, value, row, named)}</td>'
        else:
            yield f'<td style="{NUMBER}">{escape(str(value))}</td>'


def _style(column: str, value: str) -> str:
    if column.endswith("_edtf"):
        return f"{CELL};white-space:nowrap"  # a day is no word with hyphens
    return next((style for least, style in ROOM if len(value) >= least and " " in value), CELL)


def _text(name: str, column: str, value: str, row: dict[str, Any], named: Any) -> str:
    if column in QUOTED or (column == "words" and row.get("found_in") != "title"):
        return f"<q>{escape(value)}</q>"
    table = _table_of(name, column, row)
    if table is None:
        return escape(value)
    return _link(table, value, value, anchor=(name, column) == (table, TABLES[table].key[0]), title=named(table, value))


def _table_of(name: str, column: str, row: dict[str, Any]) -> str | None:
    """The table of which a column's value is a record's id, if it is one."""
    if name not in TABLES:
        if name == "search" and column == "id":
            return row["table"] if row.get("table") in TABLES else None
        return _KEYS.get(column) or ("sources" if column == "quote_source_id" else None)
    if column == TABLES[name].key[0] and len(TABLES[name].key) == 1:
        return name
    # A table of ours may have columns that its reader added.
    definition = next((one.definition for one in columns(TABLES[name]) if one.name == column), None)
    if definition is None:
        return None
    if definition.references:
        return definition.references.partition(".")[0]
    table = row.get(definition.record_of or "")
    return table if table in TABLES else None


def _named(table: str, record_id: str) -> str | None:
    return name_of(cache(tables.load), table, record_id)


def _link(table: str, record_id: str, text: str, *, anchor: bool = False, title: str | None = None) -> str:
    """An id that leads to where its record is shown on the page, or, of the record itself, the place to be led to."""
    place = escape(f"kd-{table}-{record_id}")
    told = f' title="{escape(title)}"' if title and title != text else ""
    return f'<a id="{place}"{told}>{escape(text)}</a>' if anchor else f'<a href="#{place}"{told}>{escape(text)}</a>'


def _facts(explanation: Explanation) -> str:
    row = dict(explanation.row)
    facts = "".join(
        f'<div><span style="{FAINT}">{escape(name)}</span> '
        f"{_text(explanation.table, name, value, row, _named) if isinstance(value, str) else escape(str(value))}</div>"
        for name, value in explanation.facts().items()
    )
    return f'<div style="margin:.3em 0">{facts}</div>'


def _fields(explanation: Explanation) -> str:
    return "".join(_field(field) for field in explanation.claimed())


def _field(field: Field) -> str:
    disputed = ' <b style="color:#b00020">disputed</b>' if field.disputed else ""
    head = f'<div title="{escape(field.meaning)}"><b>{escape(field.name)}</b>: {escape(field.shown())}{disputed}</div>'
    return head + "".join(_quotation(field, evidence) for evidence in field.evidence)


def _quotation(field: Field, evidence: Evidence) -> str:
    before, quote, after = (escape(part) for part in evidence.in_sentence())
    said = " · ".join(_parts(field, evidence))
    return (
        '<blockquote style="margin:.2em 0 .5em 1em;padding-left:.6em;border-left:3px solid #bbb">'
        f'{before}<q style="font-weight:bold">{quote}</q>{after}<footer style="{FAINT}">{said}</footer></blockquote>'
    )


def _parts(field: Field, evidence: Evidence) -> Iterable[str]:
    source, *voice = evidence.voice().split(" · ")
    yield _link("sources", source, source, title=_named("sources", source))
    yield from (escape(part) for part in (*voice, field.differing(evidence), evidence.step()) if part)

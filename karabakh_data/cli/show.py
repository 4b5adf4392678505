"""`show`: a record and the words behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from karabakh_data.cli.terminal import console
from karabakh_data.reader.explanation import Evidence, Explanation, Field


def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The record's id; table/id where two tables have it.")],
) -> None:
    """Show a record and, for each field, the quotation in its sentence, the speaker and the source."""
    import karabakh_data

    explanation = karabakh_data.explain(record_id)
    output = console()
    if output.is_terminal:
        output.print(rendered(explanation))
    else:
        print(explanation)


def rendered(explanation: Explanation) -> RenderableType:
    """The explanation as a terminal shows it."""
    facts = Table.grid(padding=(0, 2))
    for name, value in explanation.facts().items():
        facts.add_row(Text(name, style="dim"), Text(str(value)))
    head = Panel(
        facts if facts.row_count else Text(explanation.id),
        title=Text(explanation.title, style="bold"),
        title_align="left",
        subtitle=Text(f"{explanation.table}/{explanation.id}", style="dim"),
        subtitle_align="right",
        border_style="cyan",
    )
    return Group(head, *_fields(explanation), *(part for link in explanation.links for part in _link(link)))


def _fields(explanation: Explanation) -> Iterator[RenderableType]:
    for field in explanation.claimed():
        yield Padding(_value(field), (0, 0, 0, 1))
        for evidence in field.evidence:
            yield Padding(_words(evidence), (0, 0, 0, 3))
            yield Padding(_source(field, evidence), (0, 0, 0, 5))


def _link(link: Explanation) -> Iterator[RenderableType]:
    yield Text()
    yield Text.assemble((f"{link.table} ", "dim"), (link.title, "bold"))
    for name, value in link.facts().items():
        yield Padding(Text.assemble((f"{name} ", "dim"), str(value)), (0, 0, 0, 3))
    for part in _fields(link):
        yield Padding(part, (0, 0, 0, 2))


def _value(field: Field) -> Text:
    text = Text.assemble((f"{field.name} ", "cyan"), (field.shown(), "bold"))
    return text.append("  DISPUTED", "bold red") if field.disputed else text


def _words(evidence: Evidence) -> Text:
    before, quote, after = evidence.in_sentence()
    return Text.assemble((before, "dim"), (f"«{quote}»", "bold yellow"), (after, "dim"))


def _source(field: Field, evidence: Evidence) -> Text:
    text = Text(evidence.voice(), "green" if evidence.stance == "asserts" else "magenta")
    if differing := field.differing(evidence):
        text.append(f" · {differing}", "bold")
    if step := evidence.step():
        text.append(f" · {step}", "dim")
    return text

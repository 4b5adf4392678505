"""Every tool reads every cell of every table and loses what is declared, no more and no less; the document says so."""

from __future__ import annotations

from collections.abc import Callable

import matrix
import pytest
from comparison import Comparison
from tools import TOOLS, Tool

import karabakh_data as kd
from karabakh_data.model import TABLES

# One process reads everything, and each thing once.
pytestmark = pytest.mark.importers


@pytest.mark.parametrize("tool", [pytest.param(tool, id=tool.id) for tool in TOOLS])
def test_a_tool_reads_what_is_published(tool: Tool, seen: Callable[[Tool], Comparison]) -> None:
    failures = seen(tool).failures

    assert not failures, "\n".join(failures)


def test_the_document_says_what_was_seen(seen: Callable[[Tool], Comparison]) -> None:
    observations = [observed(tool, seen(tool)) for tool in TOOLS]
    matrix.keep(observations)

    assert matrix.DOCUMENT.read_text(encoding="utf-8") == matrix.document(observations), (
        "docs/importers.md is not what was seen: run `python tests/importers/matrix.py` and read the difference"
    )


def observed(tool: Tool, found: Comparison) -> matrix.Observation:
    """What the document says of a tool. Not to have read an empty table is no loss."""
    every = [name for name in TABLES if name in found.tables or not kd.load(name).num_rows]
    return matrix.Observation(
        tool=tool.name,
        version=None if tool.version is None else tool.version(),
        form=tool.form,
        how=tool.how,
        tables=None if every == [*TABLES] else found.tables,
        lost=found.lost,
    )

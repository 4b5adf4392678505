"""Names of private persons, known by their hashes alone, are found wherever they are published, and never shown."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import corpus
import pyarrow as pa
import pytest

from karabakh_data.check.articles.private_names import LIST, PrivateNamesError, private_failures, private_words

Tables = dict[str, pa.Table]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    raw = tmp_path_factory.mktemp("private") / "raw"
    corpus.write_raw(raw)
    return corpus.tables(raw)


def listed(root: Path, *words: str) -> Path:
    """A checkout that lists the hashes of these words."""
    (root / LIST).parent.mkdir()
    hashes = "".join(f"{hashlib.sha256(word.encode()).hexdigest()}\n" for word in words)
    (root / LIST).write_text(f"# by hash\n\n{hashes}", encoding="utf-8")
    return root


def test_a_name_that_stands_nowhere_and_no_list_at_all(tables: Tables, tmp_path: Path) -> None:
    assert private_failures(tables, tmp_path) == []
    assert private_failures(tables, listed(tmp_path, "tarlenheim")) == []


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("claims", "quote", "Fritz TARLENHEIM, a driver"),
        ("claims", "note", "'he' is Tarlenheim"),
        ("mentions", "surface", "Tarlenheim"),
        ("actors", "actor_id", "fritz-tarlenheim"),
        ("events", "title", "Tarlenheim's journey"),
        ("sources", "framing", "Tarlenheim is mocked"),
    ],
)
def test_a_name_is_found_and_not_shown(tables: Tables, tmp_path: Path, table: str, column: str, text: str) -> None:
    rows: list[dict[str, Any]] = tables[table].to_pylist()
    rows[0][column] = text
    changed = tables | {table: pa.Table.from_pylist(rows, schema=tables[table].schema)}

    (failure,) = private_failures(changed, listed(tmp_path, "tarlenheim", "fritz"))

    assert (failure.rule.table, failure.rule.severity, failure.count) == (table, "error", 1)
    assert failure.examples[0]["column"] == column
    assert column == "actor_id" or "arlenheim" not in str(failure).lower()


def test_a_list_with_a_name_in_it_is_refused_without_showing_it(tmp_path: Path) -> None:
    listed(tmp_path, "fritz")
    with (tmp_path / LIST).open("a", encoding="utf-8") as file:
        file.write("Tarlenheim\n")

    with pytest.raises(PrivateNamesError, match="line 4 is no SHA-256; write the SHA-256 of one word") as raised:
        private_words(tmp_path)
    assert "Tarlenheim" not in str(raised.value)

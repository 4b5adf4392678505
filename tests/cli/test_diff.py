"""`diff`: what changed between two packages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from typer.testing import Result

from karabakh_data.errors import DataFileError
from karabakh_data.publish.diff import Change, diff

Run = Callable[..., Result]


def rewrite(file: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    """Changes the table in a file."""
    pq.write_table(change(pq.ParquetFile(file).read()), file)


def without_truce(table: pa.Table) -> pa.Table:
    return table.filter(pc.not_equal(table.column("event_id"), "truce"))


def retitled(table: pa.Table) -> pa.Table:
    titles = [title.replace("Handover", "Transfer") for title in table.column("title").to_pylist()]
    return table.set_column(table.column_names.index("title"), "title", pa.array(titles))


def without_unit(table: pa.Table) -> pa.Table:
    return table.drop_columns(["unit"])


def test_no_difference(run: Run, data: Path, own_copy: Path) -> None:
    assert diff(data, own_copy) == []
    result = run("diff", data, own_copy)
    assert (result.exit_code, result.stdout) == (0, "no difference\n")


def test_rows_and_cells(run: Run, data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", lambda table: retitled(without_truce(table)))
    (found,) = diff(data, own_copy)
    assert (found.table, found.added, found.removed) == ("events", (), ("truce",))
    assert found.changed == (Change("zenda-handover", "title", "Handover of Zenda", "Transfer of Zenda"),)
    assert run("diff", data, own_copy).stdout == (
        "events: 0 added, 1 removed, 1 changed\n"
        "  - truce\n"
        "  ~ zenda-handover.title: Handover of Zenda -> Transfer of Zenda\n"
    )
    assert "  + truce\n" in run("diff", own_copy, data).stdout


def test_columns_and_tables(data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "clauses.parquet", without_unit)
    (own_copy / "agreements.parquet").unlink()
    clauses, agreements = diff(data, own_copy)
    assert (clauses.columns_removed, clauses.changed) == (("unit",), ())
    assert (agreements.removed, agreements.columns_removed) == (("truce-2020",), ())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop_columns(["event_id"]), "the table events lacks its key event_id"),
        (lambda table: pa.concat_tables([table, table]), "the table events has .* twice"),
    ],
    ids=["no key", "a key twice"],
)
def test_tables_without_a_sound_key(
    run: Run, data: Path, own_copy: Path, change: Callable[[pa.Table], pa.Table], message: str
) -> None:
    rewrite(own_copy / "events.parquet", change)
    with pytest.raises(DataFileError, match=message):
        diff(data, own_copy)
    assert run("diff", data, own_copy).exit_code == 1


def test_diff_with_nothing(run: Run, data: Path) -> None:
    assert run("diff", data, data / "nowhere").exit_code == 2
    assert run("diff", data / "events.parquet", data).exit_code == 2

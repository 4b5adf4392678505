"""Which files `compare` reads, and what it says of those that it cannot."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from karabakh_data.errors import DataFileError, UnfitPackage
from karabakh_data.publish.diff import TableDiff, compare

Change = Callable[[pa.Table], pa.Table]


@pytest.fixture
def copy(few_tables: Path, tmp_path: Path) -> Path:
    """A copy of the corpus that a test may change."""
    return Path(shutil.copytree(few_tables, tmp_path / "copy"))


def rewrite(file: Path, change: Change) -> None:
    """Changes the table in a file."""
    pq.write_table(change(pq.ParquetFile(file).read()), file)


def found(old: Path, new: Path) -> list[TableDiff]:
    """What differs, without the rows."""
    with compare(old, new) as tables:
        return tables


def partitioned(folder: Path, column: str, change: Change = lambda table: table) -> None:
    """Replaces the table of claims by a folder with a folder for each value of a column, as Spark writes it."""
    file = folder / "claims.parquet"
    table = change(pq.ParquetFile(file).read())
    file.unlink()
    ds.write_dataset(
        table,
        folder / "claims",
        format="parquet",
        partitioning=ds.partitioning(pa.schema([table.schema.field(column)]), flavor="hive"),
    )


def all_denied(table: pa.Table) -> pa.Table:
    """The claims, each a denial."""
    place = table.column_names.index("stance")
    return table.set_column(place, table.schema.field(place), pa.array(["denies"] * table.num_rows))


def test_a_partitioned_table_is_the_same_table(few_tables: Path, copy: Path) -> None:
    partitioned(copy, "stance")
    assert found(few_tables, copy) == []
    assert found(copy, few_tables) == []


def test_columns_of_folders_are_compared(few_tables: Path, copy: Path) -> None:
    partitioned(copy, "stance", all_denied)
    asserted = pq.read_table(few_tables / "claims.parquet", filters=[("stance", "!=", "denies")]).num_rows
    (claims,) = found(few_tables, copy)
    assert (claims.table, claims.added, claims.removed, claims.changed) == ("claims", 0, 0, asserted)
    assert asserted > 0


@pytest.mark.parametrize("retyped", [False, True])
def test_whole_numbers_in_names_of_folders(few_tables: Path, copy: Path, retyped: bool) -> None:
    file = copy / "claims.parquet"
    table = pq.ParquetFile(file).read()
    file.unlink()
    pq.write_to_dataset(table, copy / "claims", partition_cols=["char_start"])
    if retyped:
        folder = min((copy / "claims").iterdir())
        folder.rename(folder.with_name("char_start=three"))
    kinds = {(one.column, one.what) for diff in found(few_tables, copy) for one in diff.columns}
    assert (("char_start", "type") in kinds) == retyped


def test_nulls_and_odd_letters_in_names_of_folders(few_tables: Path, copy: Path) -> None:
    def odd(table: pa.Table) -> pa.Table:
        place = table.column_names.index("attributed_to")
        values = [None, "a b/c=d%", *["x"] * (table.num_rows - 2)]
        return table.set_column(place, table.schema.field(place), pa.array(values, pa.string()))

    plain = copy.parent / "plain"
    shutil.copytree(copy, plain)
    rewrite(plain / "claims.parquet", odd)
    partitioned(copy, "attributed_to", odd)
    assert found(plain, copy) == []


def test_folders_above_the_package_are_no_columns(few_tables: Path, tmp_path: Path) -> None:
    below = tmp_path / "title=all alike" / "data"
    shutil.copytree(few_tables, below)
    assert found(few_tables, below) == []


@pytest.mark.parametrize("name", ["_temporary/0/part-0.parquet", ".part-0.parquet", "_part-0.parquet"])
def test_what_a_writer_keeps_for_itself_is_not_read(few_tables: Path, copy: Path, name: str) -> None:
    (copy / "events").mkdir()
    (copy / "events.parquet").rename(copy / "events" / "part-0.parquet")
    hidden = copy / "events" / name
    hidden.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(copy / "events" / "part-0.parquet", hidden)
    assert found(few_tables, copy) == []


@pytest.mark.parametrize("name", ["coding [v2]", "what?", "all*", "it's", 'the "new"', "a=b"])
def test_letters_of_a_path_are_letters(few_tables: Path, tmp_path: Path, name: str) -> None:
    for sibling in ("coding v", "whats", "all of it"):
        shutil.copytree(few_tables, tmp_path / sibling)
        rewrite(tmp_path / sibling / "events.parquet", lambda table: table.slice(0, 1))
    shutil.copytree(few_tables, tmp_path / name)
    assert found(few_tables, tmp_path / name) == []


def test_files_of_one_table_may_have_different_columns(few_tables: Path, copy: Path) -> None:
    table = pq.ParquetFile(copy / "clauses.parquet").read()
    (copy / "clauses.parquet").unlink()
    (copy / "clauses").mkdir()
    pq.write_table(table.drop_columns(["unit"]), copy / "clauses" / "0.parquet")
    pq.write_table(table.slice(0, 0), copy / "clauses" / "1.parquet")
    assert found(few_tables, copy) == []


def test_tables_that_one_side_has(few_tables: Path, copy: Path) -> None:
    (copy / "agreements.parquet").unlink()
    (gone,), (new,) = found(few_tables, copy), found(copy, few_tables)
    assert (gone.table, gone.only_on, gone.removed, gone.columns) == ("agreements", "old", 1, ())
    assert (new.table, new.only_on, new.added, new.columns) == ("agreements", "new", 1, ())


def test_a_folder_without_tables_is_an_error(few_tables: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for sides in ((tmp_path / "empty", few_tables), (few_tables, tmp_path / "empty")):
        with pytest.raises(UnfitPackage, match=r"empty: no table of ours is in it; name the folder"):
            found(*sides)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda table: table.drop_columns(["event_id"]), "the table events lacks its key event_id"),
        (lambda table: pa.concat_tables([table, table]), "the table events has northland-denial, .* twice"),
        (
            lambda table: table.set_column(0, "event_id", pa.array([None, *table.column(0).to_pylist()[1:]])),
            r"the table events has rows without their key \(1\)",
        ),
        (lambda table: table.append_column("Title", table.column("title")), "events.parquet has a column twice.*title"),
        (lambda table: table.select([]), "events.parquet has no columns"),
    ],
    ids=["no key", "keys twice", "a null key", "a column twice", "no columns"],
)
def test_tables_that_cannot_be_compared(few_tables: Path, copy: Path, damage: Change, message: str) -> None:
    rewrite(copy / "events.parquet", damage)
    with pytest.raises(DataFileError, match=message):
        found(few_tables, copy)


def test_all_unreadable_files_are_named(few_tables: Path, copy: Path) -> None:
    for name in ("events", "places"):
        (copy / f"{name}.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataFileError, match=r"(?s)events\.parquet cannot be read.*places\.parquet cannot be read"):
        found(few_tables, copy)


def test_a_damaged_page_names_its_file(few_tables: Path, copy: Path) -> None:
    file = copy / "places.parquet"
    chunk = pq.read_metadata(file).row_group(0).column(0)
    content = bytearray(file.read_bytes())
    start = chunk.dictionary_page_offset or chunk.data_page_offset
    content[start : start + chunk.total_compressed_size] = b"\xff" * chunk.total_compressed_size
    file.write_bytes(content)
    with pytest.raises(DataFileError, match=r"copy/places\.parquet: it cannot be read to its end"):
        found(few_tables, copy)


def test_letters_that_are_no_unicode_name_their_file(few_tables: Path, copy: Path) -> None:
    def latin(table: pa.Table) -> pa.Table:
        place = table.column_names.index("title")
        titles = pa.array([b"Caf\xe9"] * table.num_rows, pa.binary())
        text = pa.Array.from_buffers(pa.string(), len(titles), titles.buffers())
        return table.set_column(place, table.schema.field(place), text)

    rewrite(copy / "events.parquet", latin)
    with pytest.raises(DataFileError, match=r"copy/events\.parquet: it cannot be read to its end"):
        found(few_tables, copy)


def test_what_is_no_plain_file_is_not_opened(few_tables: Path, copy: Path) -> None:
    package = '{"resources": [{"name": "events", "path": "events.parquet"}]}'
    (copy / "datapackage.json").write_text(package, encoding="utf-8")
    (copy / "events.parquet").unlink()
    os.mkfifo(copy / "events.parquet")
    with pytest.raises(DataFileError, match=r"events\.parquet: there is no plain file"):
        found(few_tables, copy)
    (copy / "datapackage.json").unlink()
    with pytest.raises(DataFileError, match=r"events\.parquet: there is no plain file"):
        found(few_tables, copy)


def test_a_cell_that_is_too_large_is_not_read(few_tables: Path, copy: Path) -> None:
    """The file is small; its title would take a quarter of a gigabyte as often as it is copied."""
    code = (
        "import sys; import pyarrow as pa, pyarrow.parquet as pq; file = sys.argv[1]; t = pq.ParquetFile(file).read(); "
        "titles = pa.array(['x' * 2**28] + t.column('title').to_pylist()[1:], pa.large_string()); "
        "t = t.set_column(t.column_names.index('title'), 'title', titles); "
        "pq.write_table(t, file, compression='zstd', use_dictionary=False, write_statistics=False)"
    )
    subprocess.run([sys.executable, "-c", code, str(copy / "events.parquet")], check=True)
    assert (copy / "events.parquet").stat().st_size < 100_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(DataFileError, match=r"copy/events\.parquet: to read it takes more than .* of memory"):
        found(few_tables, copy)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024


def test_many_rows_that_differ_come_one_batch_after_the_other(few_tables: Path, copy: Path, tmp_path: Path) -> None:
    def many(title: str) -> Change:
        def rows(table: pa.Table) -> pa.Table:
            one = pa.concat_tables([table.slice(0, 1)] * 2500)
            ids = pa.array([f"event-{at:04}" for at in range(2500)])
            return one.set_column(0, table.schema.field(0), ids).set_column(
                one.column_names.index("title"),
                table.schema.field("title"),
                pc.binary_join_element_wise(title, ids, " "),
            )

        return rows

    other = Path(shutil.copytree(copy, tmp_path / "other"))
    rewrite(copy / "events.parquet", many("Old"))
    rewrite(other / "events.parquet", many("New"))
    with compare(copy, other) as (events,):
        rows = [(row.record_id, row.title) for row in events.rows()]
    assert rows == [(f"event-{at:04}", f"New event-{at:04}") for at in range(2500)]

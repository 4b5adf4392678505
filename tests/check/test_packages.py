"""What is wrong with files is a finding: missing, cut off, no Parquet, other columns, other bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from one_story import SOURCES, rows, write

from karabakh_data.check import Report, Rule, check, select
from karabakh_data.check.engines.views import connection
from karabakh_data.check.package.files import LARGEST_DESCRIPTOR, locate
from karabakh_data.check.package.requirements import REQUIREMENTS
from karabakh_data.check.rules.catalogue import rules as all_rules
from karabakh_data.errors import DataFileError, KarabakhDataError, NoPackage, UnfitPackage, WrongCall
from karabakh_data.model import TABLES
from karabakh_data.testing.faults import inject


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("master")
    write(rows(), folder)
    return folder


@pytest.fixture
def folder(master: Path, tmp_path: Path) -> Path:
    """A clean package of Parquet files, to be broken."""
    return Path(shutil.copytree(master, tmp_path / "data"))


def _describe(folder: Path, up: str = "", **properties: object) -> Path:
    """Write a descriptor of the files in `folder`, which lies at `up` below it."""
    home = folder
    for _ in Path(up).parts:
        home = home.parent
    resources = [
        {"name": file.stem, "path": f"{up}{file.name}", "hash": f"sha256:{_sha256(file)}", **properties}
        for file in sorted(folder.glob("*.parquet"))
    ]
    (home / "datapackage.json").write_text(json.dumps({"name": "a-package", "resources": resources}))
    return home


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _found(report: Report) -> set[str]:
    return {failure.rule.id for failure in report.failures}


def _events(folder: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    pq.write_table(change(pq.ParquetFile(folder / "events.parquet").read()), folder / "events.parquet")


def _cast(table: pa.Table, name: str, kind: pa.DataType) -> pa.Table:
    at = table.schema.get_field_index(name)
    return table.set_column(at, pa.field(name, kind), table.column(name).cast(kind))


def _alone(table: str) -> list[Rule]:
    """The rules of a table that read no other."""
    return [rule for rule in select([table]) if rule.tables == {table}]


def test_a_clean_folder_is_fine(folder: Path) -> None:
    report = check(folder)

    assert (report.failures, report.not_run, report.exit_status) == ((), {}, 0)
    assert report.rows["events"] == 10
    assert list(report.rows) == list(TABLES)


BROKEN_FILES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "missing": (lambda folder: (folder / "events.parquet").unlink(), {"events: the table is missing"}),
    "no Parquet": (
        lambda folder: (folder / "events.parquet").write_text("event_id,title"),
        {"events: the file is no Parquet file, or is cut off"},
    ),
    "empty": (
        lambda folder: (folder / "events.parquet").write_bytes(b""),
        {"events: the file is no Parquet file, or is cut off"},
    ),
    "cut off": (
        lambda folder: (folder / "events.parquet").write_bytes((folder / "events.parquet").read_bytes()[:-20]),
        {"events: the file is no Parquet file, or is cut off"},
    ),
    "column missing": (
        lambda folder: _events(folder, lambda table: table.drop_columns(["title"])),
        {"events: a column is missing"},
    ),
    "column unknown": (
        lambda folder: _events(folder, lambda table: table.append_column("mood", table.column("title"))),
        {"events: a column is not in the model"},
    ),
    "columns in another order": (
        lambda folder: _events(folder, lambda table: table.select(table.column_names[::-1])),
        {"events: the columns are not in the model's order"},
    ),
    "wrong type": (
        lambda folder: _events(folder, lambda table: _cast(table, "claim_count", pa.int64())),
        {"events: a column has another type than in the model"},
    ),
    "categories": (
        lambda folder: _events(folder, lambda table: _cast(table, "status", pa.dictionary(pa.int32(), pa.string()))),
        {"events: a column has another type than in the model"},
    ),
    "unknown file": (
        lambda folder: shutil.copy(folder / "events.parquet", folder / "weather.parquet"),
        {"*: the file belongs to no table of the model"},
    ),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_broken_file_is_found(name: str, folder: Path) -> None:
    damage, expected = BROKEN_FILES[name]

    damage(folder)
    report = check(folder, rules=_alone("events"))

    assert _found(report) == expected
    assert report.exit_status == (0 if name == "unknown file" else 1)


def _no_plain_file(kind: str, file: Path) -> None:
    file.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to({"device": "/dev/zero", "nothing": "nowhere"}[kind])


@pytest.mark.parametrize("name", ["events.parquet", "events/0.parquet"])
@pytest.mark.parametrize("kind", ["pipe", "device", "nothing"])
def test_what_is_no_plain_file_is_found_and_not_opened(kind: str, name: str, folder: Path) -> None:
    (folder / "events.parquet").unlink()
    (folder / name).parent.mkdir(exist_ok=True)
    _no_plain_file(kind, folder / name)

    report = check(folder, rules=_alone("events"))

    assert _found(report) == {"events: the file is no Parquet file, or is cut off"}
    assert report.failures[0].examples == ({"file": Path(name).name, "reason": "there is no plain file"},)
    assert report.not_run["events: event_id is null"] == "no readable table events"


@pytest.mark.parametrize("kind", ["pipe", "device", "nothing"])
def test_a_descriptor_that_is_no_plain_file_is_not_opened(kind: str, folder: Path) -> None:
    _no_plain_file(kind, folder / "datapackage.json")

    with pytest.raises(DataFileError, match=r"datapackage\.json.*put the file itself there"):
        locate(folder)


def test_a_descriptor_has_its_bounds(folder: Path) -> None:
    with (folder / "datapackage.json").open("wb") as stream:
        stream.truncate(LARGEST_DESCRIPTOR + 1)

    with pytest.raises(DataFileError, match="more than any descriptor has"):
        locate(folder)


def test_rules_on_a_missing_table_are_not_run_and_all_others_are(folder: Path) -> None:
    (folder / "agreements.parquet").unlink()
    made = rows()
    inject("casualties: low is greater than best", made)
    write(made, folder, ["casualties"])

    report = check(folder)

    assert _found(report) == {"agreements: the table is missing", "casualties: low is greater than best"}
    assert report.not_run["clauses: agreement_id names no row of agreements"] == "no readable table agreements"
    assert "agreements: the table is missing (1)" in report.as_text()
    assert report.rules_run + len(report.not_run) == len(all_rules())


def test_a_wrong_type_stops_only_the_rules_that_cannot_read_it(folder: Path) -> None:
    made = rows()
    made.first("events", "date_prec")["date_prec"] = 9
    write(made, folder, ["events"])
    _events(folder, lambda table: _cast(table, "date_start", pa.string()))

    report = check(folder)

    assert "events: date_prec is more than 5" in _found(report)
    assert "clause_events: days_late is not what due_date and the event's date give" in report.not_run


def test_damage_inside_a_file_is_found(folder: Path) -> None:
    file = folder / "claims.parquet"
    content = bytearray(file.read_bytes())
    start = pq.read_metadata(file).row_group(0).column(0).data_page_offset
    content[start : start + 400] = bytes(400)
    file.write_bytes(bytes(content))

    report = check(folder)

    assert "claims: the file cannot be read to its end" in _found(report)
    assert report.exit_status == 1


def _converted_type(file: Path, found: bytes, other: bytes) -> None:
    """Puts another converted type, field 6 of the footer's column element, where text or a date is declared."""
    content = file.read_bytes()
    footer = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    assert found in content[footer:]
    file.write_bytes(content[:footer] + content[footer:].replace(found, other, 1))


def test_a_file_that_arrow_opens_and_duckdb_does_not_is_found(folder: Path) -> None:
    # 0x25: a converted type follows, as a number that is doubled; 0 stands for UTF-8, 8 for microseconds.
    _converted_type(folder / "crosswalk.parquet", b"\x25\x00\x4c", b"\x25\x10\x4c")
    assert pq.ParquetFile(folder / "crosswalk.parquet").schema_arrow is not None

    report = check(folder)

    (found,) = (one for one in report.failures if one.rule.id == "crosswalk: the file cannot be read to its end")
    assert found.examples[0]["file"] == "crosswalk.parquet"
    assert "TIME_MICROS" in found.examples[0]["reason"]
    assert report.not_run["crosswalk: code is null"] == "no readable table crosswalk"
    assert report.exit_status == 1


def test_a_name_in_the_footer_that_is_no_utf8_is_found(folder: Path) -> None:
    file = folder / "places.parquet"
    file.write_bytes(file.read_bytes().replace(b"latitude", b"\xa6atitude"))

    report = check(folder)

    assert "places: the file is no Parquet file, or is cut off" in _found(report)
    assert report.exit_status == 1


def test_text_that_is_no_utf8_is_found(folder: Path) -> None:
    file = folder / "events.parquet"
    pq.write_table(pq.ParquetFile(file).read(), file, compression="none")
    content = file.read_bytes()
    assert content.count(b"Handover") > 0
    file.write_bytes(content.replace(b"Handover", b"Hand\xffver"))

    report = check(folder)

    assert "events: the file cannot be read to its end" in _found(report)


def test_folders_of_files_are_one_table(folder: Path) -> None:
    whole = pq.ParquetFile(folder / "events.parquet").read()
    (folder / "events.parquet").unlink()
    for number in range(2):
        part = folder / "events" / f"part={number}"
        part.mkdir(parents=True)
        pq.write_table(whole.slice(number * 6, 6), part / "0.parquet")

    report = check(folder)

    assert report.failures == ()
    assert report.rows["events"] == 10


@pytest.mark.parametrize("kept", [True, False])
def test_columns_may_stand_in_the_names_of_folders(kept: bool, folder: Path) -> None:
    whole = pq.ParquetFile(folder / "claims.parquet").read()
    (folder / "claims.parquet").unlink()
    for source in SOURCES:
        part = whole.filter(pc.equal(whole.column("source_id"), source))
        home = folder / "claims" / f"source_id={source}"
        home.mkdir(parents=True)
        pq.write_table(part if kept else part.drop_columns(["source_id"]), home / "0.parquet")

    assert check(folder, rules=select(["claims"])).failures == ()


def test_where_files_have_a_column_the_names_of_folders_do_not_count(folder: Path) -> None:
    home = folder / "claims" / "source_id=nobody"
    home.mkdir(parents=True)
    (folder / "claims.parquet").rename(home / "0.parquet")

    assert check(folder, rules=select(["claims"])).failures == ()


@pytest.mark.parametrize("up", ["", "data/", "karabakh_data/data/"])
def test_bytes_are_held_against_the_descriptor(up: str, folder: Path) -> None:
    if up.startswith("karabakh_data"):
        folder = Path(shutil.move(folder, folder.parent / "karabakh_data" / "data"))
    home, few = _describe(folder, up), select(["events: *is null"])
    assert [check(way, rules=few).failures for way in (home, folder, home / "datapackage.json")] == [(), (), ()]

    _events(folder, lambda table: table.replace_schema_metadata({"other": "bytes"}))

    found = {"events: the file's SHA-256 is not the descriptor's"}
    assert [_found(check(way, rules=few)) for way in (home, folder)] == [found, found]


def test_size_is_held_against_the_descriptor(folder: Path) -> None:
    _describe(folder, bytes=1)
    every = select([f"{table}: *is null" for table in TABLES])

    assert _found(check(folder, rules=every)) == {
        f"{table}: the file's size is not the descriptor's" for table in TABLES
    }


def test_a_listed_file_that_is_missing_is_found(folder: Path) -> None:
    _describe(folder)
    (folder / "places.parquet").unlink()

    assert "places: a file that the descriptor lists is missing" in _found(check(folder, rules=_alone("events")))


def test_only_the_tables_that_chosen_rules_read_must_be_there(folder: Path) -> None:
    for file in folder.glob("*.parquet"):
        if file.stem not in ("casualties",):
            file.unlink()

    report = check(folder, rules=select(["casualties: low is greater*"]))

    assert (report.failures, report.not_run, report.rules_run) == ((), {}, 2)


def test_there_must_be_something_to_check(tmp_path: Path) -> None:
    with pytest.raises(NoPackage, match="no such folder"):
        check(tmp_path / "nothing")
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(UnfitPackage, match="expected a folder"):
        check(tmp_path / "a.txt")


@pytest.mark.parametrize("text", ["[]", "{", '{"resources": [{"path": "a"}]}'])
def test_a_descriptor_must_be_one(text: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(text)

    with pytest.raises(UnfitPackage, match="no data package descriptor"):
        check(tmp_path)


@pytest.mark.parametrize("path", ["../events.parquet", "/events.parquet"])
def test_a_descriptor_may_not_lead_outside(path: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [{"name": "events", "path": path}]}))

    with pytest.raises(UnfitPackage, match="outside the package"):
        check(tmp_path)


def test_every_requirement_on_files_is_named_once() -> None:
    names = [requirement.name for requirement in REQUIREMENTS]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("examples", [-1, 10_001])
def test_more_examples_than_there_is_room_for_are_refused(examples: int, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match=f"{examples} examples of each failure: ask for at most 10000"):
        check(tmp_path, max_failures=examples)


@pytest.mark.parametrize("name", ["coding [v2]", "what?", "all*", "it's", 'the "new"'])
def test_letters_of_a_path_are_letters(name: str, master: Path, tmp_path: Path) -> None:
    """Each is also a pattern that the name of a package without errors matches."""
    for sibling in ("coding v", "whats", "all of it"):
        shutil.copytree(master, tmp_path / sibling)
    folder = Path(shutil.copytree(master, tmp_path / name))
    _events(folder, lambda table: table.set_column(0, "event_id", pa.array(["Not a slug"] * table.num_rows)))

    assert "events: event_id is not unique" in _found(check(folder, rules=_alone("events")))


@pytest.mark.parametrize("column", ["mood", "stance", "title"])
def test_folders_above_the_package_are_no_columns(column: str, folder: Path, tmp_path: Path) -> None:
    """Neither a new one, nor one in place of a column that is missing, nor of one that is there."""
    claims = pq.ParquetFile(folder / "claims.parquet").read()
    pq.write_table(claims.drop_columns([column] if column == "stance" else []), folder / "claims.parquet")
    below = Path(shutil.copytree(folder, tmp_path / f"{column}=asserts" / "data"))

    found = _found(check(below, rules=_alone("claims")))

    assert found == _found(check(folder, rules=_alone("claims")))
    assert ("claims: a column is missing" in found) == (column == "stance")


@pytest.mark.parametrize("up", [".", "published/data"])
def test_columns_in_the_names_of_folders(up: str, folder: Path, tmp_path: Path) -> None:
    """Nulls and odd letters too, below a folder whose name has a column that means nothing; listed or found."""
    home = tmp_path / "stance=denies" / "home"
    shutil.copytree(folder, home / up)
    claims = pq.ParquetFile(home / up / "claims.parquet").read()
    (home / up / "claims.parquet").unlink()
    odd = pa.array(["a b/c=d%", None, *["northland"] * (claims.num_rows - 2)])
    claims = claims.set_column(claims.column_names.index("attributed_to"), "attributed_to", odd)
    by = pa.schema([claims.schema.field("attributed_to"), claims.schema.field("stance")])
    ds.write_dataset(claims, home / up / "claims", format="parquet", partitioning=ds.partitioning(by, flavor="hive"))
    files = sorted(file.relative_to(home).as_posix() for file in home.rglob("*.parquet"))
    if up != ".":
        listed = [{"name": "claims" if "/claims/" in file else Path(file).stem, "path": file} for file in files]
        (home / "datapackage.json").write_text(json.dumps({"resources": listed}))

    with connection(locate(home).tables) as con:
        read = con.sql("SELECT claim_id, attributed_to, stance FROM claims ORDER BY claim_id").fetchall()
        assert con.sql("SELECT * FROM claims").columns[-2:] == ["attributed_to", "stance"]

    expected = claims.select(["claim_id", "attributed_to", "stance"]).sort_by("claim_id").to_pylist()
    assert read == [tuple(row.values()) for row in expected]
    assert not any("column" in failure for failure in _found(check(home, rules=_alone("claims"))))


def test_an_engine_that_does_not_exist_is_refused(folder: Path) -> None:
    with pytest.raises(WrongCall, match="no engine is called 'sqlite'; there are duckdb and spark"):
        check(folder, engine="sqlite")


@pytest.mark.parametrize(
    ("kind", "builtin"), [(NoPackage, FileNotFoundError), (UnfitPackage, ValueError), (WrongCall, ValueError)]
)
def test_what_goes_wrong_is_of_the_package_and_of_python(kind: type[Exception], builtin: type[Exception]) -> None:
    assert issubclass(kind, KarabakhDataError)
    assert issubclass(kind, builtin)

"""What holds of every format: the same bytes each time, all or nothing, and errors that say what to do."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from karabakh_data.errors import MissingExtra, UnknownName, UnwritableTarget
from karabakh_data.publish.exports import export as exporting
from karabakh_data.publish.exports.export import export, writer
from karabakh_data.publish.exports.formats import FORMATS, Format
from karabakh_data.reader import tables


@pytest.fixture(autouse=True)
def data(small_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables to export are those of the small invented corpus."""
    monkeypatch.setattr(tables, "DATA", small_corpus)


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file in a folder."""
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("name", FORMATS)
def test_the_target_is_a_file_or_a_folder_as_announced(name: str, tmp_path: Path) -> None:
    target = export(name, tmp_path / FORMATS[name].target)
    assert target.is_dir() == (FORMATS[name].ending is None)
    assert [one.name for one in tmp_path.iterdir()] == [target.name]
    assert content(target)


SAME = [form.name for form in FORMATS.values() if form.same_bytes]

ELSEWHERE = """
import sys
from pathlib import Path
from karabakh_data.publish.exports.export import export
from karabakh_data.reader import tables
tables.DATA = Path(sys.argv[1])
for name in sys.argv[2:]:
    export(name, Path(name))
"""


@pytest.fixture(scope="module")
def elsewhere(small_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exports as another day, place, order of hashing and locale have them."""
    folder = tmp_path_factory.mktemp("elsewhere")
    env = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(small_corpus), *SAME], cwd=folder, env=env, check=True)
    return folder


@pytest.mark.parametrize("name", SAME)
def test_the_bytes_are_the_same_each_time(name: str, tmp_path: Path, elsewhere: Path) -> None:
    export(name, tmp_path / "same")
    assert content(tmp_path / "same") == content(elsewhere / name)


LIMITED = """
import json, resource, sys
from pathlib import Path
from karabakh_data.errors import UnwritableTarget
from karabakh_data.publish.exports.export import export, writer
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.reader import tables
tables.DATA = Path(sys.argv[1])
for form in FORMATS.values():
    writer(form)
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))  # less than an empty map
said = {}
for name in FORMATS:
    try:
        export(name, Path(name, "target"))
    except UnwritableTarget as error:
        said[name] = str(error)
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def full(small_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder on a disk that takes no more, after all exports, and what each of them said."""
    folder = tmp_path_factory.mktemp("full")
    command = [sys.executable, "-c", LIMITED, str(small_corpus)]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return folder, json.loads(done.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_a_disk_that_takes_no_more_leaves_nothing(name: str, full: tuple[Path, dict[str, str]]) -> None:
    folder, said = full
    assert said[name].startswith(f"{name}/target cannot be written (")
    assert list((folder / name).iterdir()) == []


def test_a_failure_at_the_last_step_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*paths: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(exporting.os, "replace", full)
    with pytest.raises(UnwritableTarget, match=r"target cannot be written \(No space left on device\)"):
        export("csv", tmp_path / "target")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["file", "folder", "link to nothing"])
def test_what_is_there_stays(there: str, tmp_path: Path) -> None:
    target = tmp_path / "target"
    if there == "file":
        target.touch()
    elif there == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nothing")
    with pytest.raises(FileExistsError, match="target is there already; remove it, or name another place"):
        export("csv", target)
    assert [one.name for one in tmp_path.iterdir()] == ["target"]


def test_a_format_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="there is no format 'sqlit'; did you mean sqlite"):
        export("sqlit", tmp_path / "target")


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_each_format_is_described_in_one_line(form: Format) -> None:
    assert form.description
    assert "\n" not in form.description
    assert not form.description.endswith(".")
    assert import_module(f"karabakh_data.publish.exports.{form.module}").write.__doc__


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "karabakh_data.publish.exports.duckdb_database", raising=False)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"export to duckdb needs more .* 'karabakh-data\[build\]'"):
        writer(FORMATS["duckdb"])

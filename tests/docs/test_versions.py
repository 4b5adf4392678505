"""Every supported Python, with the oldest libraries that are allowed or with the newest: the installed wheel works."""

from __future__ import annotations

import doctest
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import documents
import installed
import pytest

import karabakh_data as kd
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.publish.release.archive import archive

pytestmark = pytest.mark.importers  # one process has the whole module: it installs into shared environments

OFFLINE = Path(__file__).parent / "offline"
SMOKE = Path(__file__).with_name("read_all_tables.py")
EXAMPLES = documents.blocks("pycon")
COMMANDS = [block for block in documents.blocks("console") if block.document == "README.md"]


def run(python: Path, *arguments: object, folder: Path) -> str:
    """What that Python prints, in a folder without the repository's code and without a network."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [python, *map(str, arguments)],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(OFFLINE), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, documents.ROOT]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module", params=installed.VERSIONS)
def python(request: pytest.FixtureRequest, wheel: Path) -> Path:
    """A Python with libraries of that age, and the wheel installed."""
    interpreter = installed.version(request.param)
    pip = [interpreter, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--force-reinstall", wheel]
    subprocess.run(pip, check=True, capture_output=True)
    return interpreter


def test_every_table_is_read_alike(python: Path, tmp_path: Path) -> None:
    here = subprocess.run([sys.executable, SMOKE], cwd=tmp_path, check=True, capture_output=True, text=True)
    read = json.loads(run(python, SMOKE, folder=tmp_path))
    assert list(read) == kd.table_names()
    assert read == json.loads(here.stdout)


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_the_examples_of_the_documents(block: documents.Found, python: Path, tmp_path: Path) -> None:
    (tmp_path / "example.txt").write_text(block.text, encoding="utf-8")
    run(python, "-m", "doctest", "-o", "ELLIPSIS", "example.txt", folder=tmp_path)


def test_the_examples_of_the_docstrings(python: Path, tmp_path: Path) -> None:
    code = "import doctest, karabakh_data; raise SystemExit(doctest.testmod(karabakh_data).failed)"
    run(python, "-c", code, folder=tmp_path)


@pytest.mark.parametrize("block", COMMANDS, ids=str)
def test_the_commands_of_the_documents(block: documents.Found, python: Path, tmp_path: Path) -> None:
    command, _, shown = block.text.removeprefix("$ ").partition("\n")
    printed = run(python, "-m", "karabakh_data", *shlex.split(command)[1:], folder=tmp_path)
    assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS), printed


def test_the_help_lists_every_command(python: Path, tmp_path: Path) -> None:
    program = python.with_name("karabakh-data")
    shown = subprocess.run([program, "--help"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    for command in ("show", "names", "disagreements", "build", "check", "rules", "diff", "export", "review", "new"):
        assert f" {command} " in shown
        assert command in run(python, "-m", "karabakh_data", command, "--help", folder=tmp_path)


def test_the_installed_tables_pass_the_check(python: Path, tmp_path: Path) -> None:
    assert " 0 broken, 0 warnings, 0 not run" in run(python, "-m", "karabakh_data", "check", folder=tmp_path)


def test_the_installed_package_describes_itself(python: Path, tmp_path: Path) -> None:
    code = (
        "import json, karabakh_data as kd; file = kd.path('datapackage.json'); print(kd.path('CODEBOOK.md').parent)\n"
        "for one in json.loads(file.read_text(encoding='utf-8'))['resources']:\n"
        "    assert file.parent / one['path'] == kd.path(one['name'])\n"
        "    assert file.parent / one['schema'] == kd.path(one['schema'])"
    )
    assert run(python, "-c", code, folder=tmp_path).strip().endswith("site-packages/karabakh_data")


def test_every_format_is_written(python: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from karabakh_data.publish.exports.export import export\n"
        "for name in sys.argv[1:]: export(name, Path(name))"
    )
    run(python, "-c", code, *FORMATS, folder=tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FORMATS)


@pytest.mark.parametrize("python", [name for name in installed.VERSIONS if "newest" in name], indirect=True)
def test_every_python_makes_the_same_archive(python: Path, tmp_path: Path) -> None:
    """Under the same locks; older libraries write Parquet otherwise."""
    code = (
        "import sys; from pathlib import Path; from karabakh_data.publish.release.archive import archive\n"
        "Path('archive.zip').write_bytes(archive(Path(sys.argv[1])))"
    )
    run(python, "-c", code, documents.ROOT, folder=tmp_path)
    assert (tmp_path / "archive.zip").read_bytes() == archive(documents.ROOT)

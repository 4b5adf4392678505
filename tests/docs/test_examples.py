"""Every example of the documents runs as it is printed, in a new process without a network, and gives what is shown."""

from __future__ import annotations

import doctest
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import documents
import pytest

OFFLINE = Path(__file__).parent / "offline"


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a new Python process says that works in that folder and cannot reach a network."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(OFFLINE), str(documents.ROOT)])}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


PYTHON = {str(block): block for block in documents.blocks("pycon")}

# Each example by itself; what is loaded for one need not be loaded again for the next.
EXAMPLES = """
import contextlib, doctest, io, json, sys
said = []
for name in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as told:
        doctest.testfile(name, module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    said.append(told.getvalue())
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What doctest says of each example."""
    folder = tmp_path_factory.mktemp("examples")
    for at, block in enumerate(PYTHON.values()):
        (folder / f"{at}.txt").write_text(block.text, encoding="utf-8")
    done = run("-c", EXAMPLES, *(f"{at}.txt" for at in range(len(PYTHON))), folder=folder)
    assert done.returncode == 0, done.stderr
    return dict(zip(PYTHON, json.loads(done.stdout), strict=True))


@pytest.mark.facts
@pytest.mark.parametrize("block", PYTHON)
def test_python_example(block: str, said: dict[str, str]) -> None:
    assert said[block] == ""


@pytest.mark.facts
@pytest.mark.parametrize("block", documents.blocks("console"), ids=str)
def test_command(block: documents.Found, tmp_path: Path) -> None:
    for entry in block.text.removeprefix("$ ").split("\n$ "):
        command, _, shown = entry.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "karabakh-data"
        done = run("-m", "karabakh_data", *arguments, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        as_shown = doctest.OutputChecker().check_output(shown, done.stdout, doctest.ELLIPSIS)
        assert as_shown, f"{block}: `{command}` printed\n{done.stdout}"


def test_examples_have_no_network(tmp_path: Path) -> None:
    done = run("-c", "import socket; socket.create_connection(('127.0.0.1', 9))", folder=tmp_path)
    assert "there is no network here" in done.stderr

"""Every example of the documents runs as it is printed, in a new process without a network, and gives what is shown."""

from __future__ import annotations

import doctest
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


@pytest.mark.parametrize("block", documents.blocks("pycon"), ids=str)
def test_python_example(block: documents.Found, tmp_path: Path) -> None:
    (tmp_path / "example.txt").write_text(block.text, encoding="utf-8")
    done = run("-m", "doctest", "-o", "ELLIPSIS", "example.txt", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


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

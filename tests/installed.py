"""What `make test-all` sets up for the tests of other tools; what is missing is an error that says how to get it."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
NODE = ROOT / "requirements" / "node"

# First on the path of a Python process, this keeps it off every network.
OFFLINE = ROOT / "tests" / "docs" / "offline"

# The supported Pythons with the libraries that each is tried with, as the Makefile has them.
VERSIONS = ("3.11-oldest", "3.12-newest", "3.13-newest")


def module(name: str) -> ModuleType:
    """The Python module of that name."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"{error.name} is missing: make test-all installs it", name=error.name) from error


def node_package(name: str) -> Path:
    """The folder of an npm package."""
    folder = NODE / "node_modules" / name
    if not folder.exists():
        raise FileNotFoundError(f"{folder} is missing: make requirements/node/node_modules/stamp installs it")
    return folder


def node(script: Path, package: str, *arguments: object) -> bytes:
    """What the script, an ES module that may import the npm package, prints."""
    # A script from standard input finds its packages from the working directory on.
    with script.open("rb") as source:
        command = [program("node"), "--input-type=module", "-", *map(str, arguments)]
        folder, env = node_package(package).parents[1], {**os.environ, "TZ": "UTC"}
        return subprocess.run(command, stdin=source, stdout=subprocess.PIPE, cwd=folder, env=env, check=True).stdout


def chromium() -> str:
    """The path of the browser."""
    path = os.environ.get("CHROMIUM")
    if not path:
        raise FileNotFoundError(
            "CHROMIUM names no browser: make test-all sets it to the Chromium that it finds "
            "(Debian: apt-get install chromium)"
        )
    return path


def isolated(name: str, executable: str | None = None) -> Path:
    """A program, by default of the same name, in an environment of its own, since its libraries clash with ours."""
    path = ROOT / f".venv-{name}" / "bin" / (executable or name)
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: make .venv-{name}/stamp installs it")
    return path


def isolated_script(name: str, script: Path, *arguments: object) -> bytes:
    """What the Python script prints, off every network, in the environment of its own that is called `name`."""
    command = [isolated(name, "python"), script, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(OFFLINE)}
    return subprocess.run(command, stdout=subprocess.PIPE, env=env, check=True).stdout


def version(name: str) -> Path:
    """The interpreter of one of VERSIONS, in the environment of its own that holds its libraries."""
    return isolated(name, "python")


def program(name: str) -> str:
    """The path of a program that Debian packages."""
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(f"{name} is missing: make tools says how to install it")
    return path

"""What `make test-all` sets up for the tests of other tools; what is missing is an error that says how to get it."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
NODE = ROOT / "requirements" / "node"

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


def node(script: Path, package: str, *arguments: object) -> Any:
    """What the script, an ES module that may import the npm package, prints as JSON."""
    program = shutil.which("node")
    if program is None:
        raise FileNotFoundError("node is missing: install node 20 or later (Debian: apt-get install nodejs)")
    # A script from standard input finds its packages from the working directory on.
    with script.open("rb") as source:
        command = [program, "--input-type=module", "-", *map(str, arguments)]
        folder, env = node_package(package).parents[1], {**os.environ, "TZ": "UTC"}
        run = subprocess.run(command, stdin=source, stdout=subprocess.PIPE, cwd=folder, env=env, check=True)
    return json.loads(run.stdout)


def chromium() -> str:
    """The path of the browser."""
    path = os.environ.get("CHROMIUM")
    if not path:
        raise FileNotFoundError(
            "CHROMIUM names no browser: make test-all sets it to the Chromium that it finds "
            "(Debian: apt-get install chromium)"
        )
    return path


def isolated(program: str) -> Path:
    """A program whose libraries clash with ours, in an environment of its own."""
    path = ROOT / f".venv-{program}" / "bin" / program
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: make .venv-{program}/stamp installs it")
    return path


def isolated_script(name: str, script: Path, *arguments: object) -> Any:
    """What the Python script prints as JSON in the environment of its own that is called `name`."""
    program = ROOT / f".venv-{name}" / "bin" / "python"
    if not program.exists():
        raise FileNotFoundError(f"{program} is missing: make .venv-{name}/stamp installs it")
    run = subprocess.run([program, script, *map(str, arguments)], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def version(name: str) -> Path:
    """The interpreter of one of VERSIONS, in the environment of its own that holds its libraries."""
    program = ROOT / f".venv-{name}" / "bin" / "python"
    if not program.exists():
        raise FileNotFoundError(f"{program} is missing: make .venv-{name}/stamp installs it")
    return program

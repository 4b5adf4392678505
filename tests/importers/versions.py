"""The versions of the tools as they are installed here, which is as the locks have them."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import metadata

import installed

Version = Callable[[], str]


def of(distribution: str) -> Version:
    """That of a Python distribution beside the tests."""
    return lambda: metadata.version(distribution)


def alone(distribution: str) -> Version:
    """That of a Python distribution in the environment of its own that bears its name."""

    def version() -> str:
        folder = installed.isolated(distribution, "python").parents[1]
        libraries = [str(path) for path in folder.glob("lib/python*/site-packages")]
        (found,) = metadata.distributions(name=distribution, path=libraries)
        return found.version

    return version


def of_node(package: str) -> Version:
    """That of an npm package."""

    def version() -> str:
        read: str = json.loads((installed.node_package(package) / "package.json").read_bytes())["version"]
        return read

    return version

"""Modules of the page, run in node: each answers a line of JSON for each line of JSON that it is given."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from typing import Any

import installed


def answers(module: str, asked: Iterable[Any]) -> list[Any]:
    """What the module `explorer/tests/<module>.ts` answers."""
    script = installed.ROOT / "explorer" / "make" / "run.mjs"
    done = subprocess.run(
        [installed.program("node"), script, f"tests/{module}.ts"],
        input="".join(f"{json.dumps(one)}\n" for one in asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, "TZ": "UTC"},
    )
    return [json.loads(line) for line in done.stdout.splitlines()]

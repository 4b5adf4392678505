"""Commands as programs, each in a process of its own: forks of one that has loaded the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

_PROGRAM = """
import gc, json, os, sys, tempfile
from pathlib import Path
calls, data, closed, results = json.loads(sys.argv[1])
import karabakh_data.cli
from karabakh_data.__main__ import main
from karabakh_data.reader import tables
tables.DATA = Path(data)
done = []
gc.freeze()  # so that no fork takes what is loaded apart when it ends
for arguments, variables in calls:
    out, err = tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+")
    if not os.fork():
        os.environ.update(variables)
        if not closed:
            os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.argv = ["karabakh-data", *arguments]
        main()
    _, status = os.wait()
    for file in (out, err):
        file.seek(0)
    done.append((os.waitstatus_to_exitcode(status), out.read(), err.read()))
Path(results).write_text(json.dumps(done), encoding="utf-8")
"""


class Done(NamedTuple):
    """How a program ended, and what it printed."""

    status: int
    out: str
    err: str


def programs(
    data: Path,
    calls: Sequence[Sequence[str]],
    variables: Sequence[Mapping[str, str]] = (),
    *,
    closed: bool = False,
    before: str = "",
    **environment: str,
) -> list[Done]:
    """Runs these commands on the data; each with `variables` of its own, if they are given, beside the environment.

    Where standard output is `closed`, it is a pipe that nobody reads. What stands `before` runs before anything of the
    package is imported.
    """
    given = [(list(call), dict(own)) for call, own in zip(calls, variables or [{}] * len(calls), strict=True)]
    reading, writing = os.pipe()
    if closed:
        os.close(reading)
    try:
        with NamedTemporaryFile("r", encoding="utf-8") as results:
            command = [sys.executable, "-c", before + _PROGRAM, json.dumps((given, str(data), closed, results.name))]
            subprocess.run(command, stdout=writing, env=os.environ | environment, check=True)
            return [Done(*one) for one in json.load(results)]
    finally:
        for end in (writing,) if closed else (reading, writing):
            os.close(end)

"""What the whole build of the articles costs as a process, beside importing the libraries that it uses."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.chapter import Aim, Chapter, ratio_of
from benchmarks.installed import ROOT, install
from benchmarks.processes import in_turns, python, run, whole

UNCHANGED = "build, nothing changed"
IMPORTS = "import what it has loaded"
SCRATCH = "build, from scratch"
SCRATCH_IMPORTS = "import what that has loaded"

BUILD = "import sys; sys.argv = ['karabakh-data', 'build', '--root', {root!r}]; "
RUN = "import karabakh_data.__main__ as main; main.main()"
FORGET = "import shutil; [shutil.rmtree({root!r} + part, True) for part in ('/karabakh_data', '/schemas')]; "

# Run instead, it lists what other packages the process has loaded when the build has ended.
LIST = """
before = {name.partition('.')[0] for name in sys.modules}
try:
    import karabakh_data.__main__ as main
    main.main()
except SystemExit as end:
    if end.code:
        raise
loaded = {name.partition('.')[0] for name in sys.modules} - before
from importlib.metadata import packages_distributions
print(*sorted(name for name in loaded & packages_distributions().keys() if name != 'karabakh_data'))
"""


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """The build with nothing changed and the build from scratch, each beside the imports of what it has loaded."""
    rounds = 3 if quick else 11
    work = room / "building"
    install(work)
    builds = {
        UNCHANGED: BUILD.format(root=_articles(work / "unchanged")),
        SCRATCH: (FORGET + BUILD).format(root=_articles(work / "scratch")),
    }
    _loaded(work, builds[UNCHANGED])  # the first build there has everything to write
    loaded = {name: _loaded(work, code) for name, code in builds.items()}
    commands = {
        UNCHANGED: python("-c", builds[UNCHANGED] + RUN),
        IMPORTS: python("-c", "import " + ", ".join(loaded[UNCHANGED])),
        SCRATCH: python("-c", builds[SCRATCH] + RUN),
        SCRATCH_IMPORTS: python("-c", "import " + ", ".join(loaded[SCRATCH])),
    }
    runs = in_turns(commands, rounds, cwd=work)
    costs = {name: whole(of_it) for name, of_it in runs.items()}
    chapter = Chapter(
        title="Building the articles",
        note=(
            f"Medians of {rounds} new processes each. With nothing changed, the build has loaded "
            f"{', '.join(loaded[UNCHANGED])}; from scratch it has loaded {', '.join(loaded[SCRATCH])}."
        ),
        costs=costs,
        beside=(IMPORTS, SCRATCH_IMPORTS),
        aims=[
            Aim("build with nothing changed / its imports", ratio_of(costs, UNCHANGED, IMPORTS), 3),
            Aim("build from scratch / its imports", ratio_of(costs, SCRATCH, SCRATCH_IMPORTS), 3),
        ],
    )
    return [chapter]


def _articles(root: Path) -> str:
    for part in ("raw", "coding"):
        shutil.copytree(ROOT / part, root / part)
    return str(root)


def _loaded(work: Path, code: str) -> list[str]:
    """The top-level packages of others that the process of a build has loaded at its end."""
    return run(python("-c", code + LIST), cwd=work).output.splitlines()[-1].split()

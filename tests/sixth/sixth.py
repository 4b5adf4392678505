"""A copy of this checkout with an invented sixth article, added as the guide says, and built.

`python tests/sixth/sixth.py FOLDER` makes one to look at, or to run all tests in.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = Path(__file__).parent / "article"
SOURCE = "strelsau-herald-2020-12-02"
PRIVATE = ("fritz", "tarlenheim")
EXTRACT = Path("karabakh_data/extract")


def checkout(target: Path) -> Path:
    """A copy of the files that git has or would take here."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for path in subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target / path)
    return target


def run(root: Path, *arguments: str, status: int = 0) -> str:
    """What a Python of its own prints that works in the copy, on the copy's code. Raises if it ends otherwise."""
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != status:
        raise AssertionError(f"{' '.join(arguments[:4])} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def command(root: Path, *arguments: str, status: int = 0) -> str:
    """What `karabakh-data` prints there."""
    return run(root, "-m", "karabakh_data", *arguments, status=status)


def take_in(root: Path) -> None:
    """The article, its facts, its coding, what it adds to the registers, and the private name in it."""
    command(root, "new", str(ARTICLE / "article.txt"), "--id", SOURCE)
    digest = hashlib.sha256((ARTICLE / "article.txt").read_bytes()).hexdigest()
    facts = (ARTICLE / "source.toml").read_text(encoding="utf-8")
    (root / "raw" / SOURCE / "source.toml").write_text(f'{facts}sha256 = "{digest}"\n', encoding="utf-8")
    shutil.copyfile(ARTICLE / "script.py", root / EXTRACT / "scripts" / "strelsau_herald_2020_12_02.py")
    for table, entries in tomllib.loads((ARTICLE / "registers.toml").read_text(encoding="utf-8")).items():
        with (root / EXTRACT / "registers" / f"{table}.toml").open("a", encoding="utf-8") as register:
            for record_id, entry in entries.items():
                cells = "".join(f"{name} = {json.dumps(value)}\n" for name, value in entry.items())
                register.write(f"\n[{record_id}]\n{cells}")
    with (root / "coding/private_names.txt").open("a", encoding="utf-8") as names:
        names.writelines(f"{hashlib.sha256(word.encode()).hexdigest()}\n" for word in PRIVATE)


def sign(root: Path) -> list[str]:
    """Signs all that is unread; the names of what was."""
    unread = [line.split()[0] for line in command(root, "review", "--list").splitlines()[:-1]]
    command(root, "review", "--sign", *unread, "--verdict", "ok", "--day", "2026-01-31")
    return [name.partition("@")[0] for name in unread]


if __name__ == "__main__":
    folder = checkout(Path(sys.argv[1]))
    take_in(folder)
    print(command(folder, "draft", SOURCE))
    print(len(sign(folder)), "records signed")
    print(command(folder, "build"))
    run(folder, "-m", "karabakh_data.publish.pictures")

"""Makes the site of the checkout that is the working folder: `python docs/make_site.py build/site`.

It works on a copy of what git has or would take, without the articles: where a text is at hand, `explain` shows whole
sentences, and only quotations are published.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# What a day or a drawing says of when and where it was made is the same on each day and machine.
STEADY = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def copy(root: Path, target: Path) -> None:
    """Copies the files of the checkout; its front page, `docs/index.md`, goes to the top."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for path in subprocess.run(listed, cwd=root, check=True, capture_output=True, text=True).stdout.split("\0"):
        if path and (root / path).is_file() and Path(path).name != "article.txt":
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / path, target / path)
    (target / "docs/index.md").rename(target / "index.md")


def make(root: Path, target: Path) -> int:
    """Writes the site to the folder `target`, in the place of what was there. Returns Sphinx's exit status."""
    with tempfile.TemporaryDirectory(prefix="karabakh-data-site-") as folder:
        source, made, kernel = Path(folder, "source"), Path(folder, "site"), Path(folder, "kernel")
        source.mkdir()
        copy(root, source)
        (kernel / "profile_default").mkdir(parents=True)
        shutil.copyfile(root / "docs/kernel_config.py", kernel / "profile_default/ipython_kernel_config.py")
        sphinx = [sys.executable, "-m", "sphinx", "--builder", "html", "--conf-dir", source / "docs"]
        strict = ["--fail-on-warning", "--keep-going", "--nitpicky", "--quiet", "--jobs", "auto"]
        environment = (
            os.environ | STEADY | {"PYTHONPATH": str(source), "MPLCONFIGDIR": folder, "IPYTHONDIR": str(kernel)}
        )
        command = [*sphinx, *strict, "--doctree-dir", Path(folder, "doctrees"), source, made]
        done = subprocess.run(command, cwd=source, env=environment, check=False)
        if done.returncode == 0:
            (made / ".buildinfo").unlink()
            shutil.rmtree(target, ignore_errors=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made, target)
        return done.returncode


if __name__ == "__main__":
    sys.exit(make(Path.cwd(), Path(sys.argv[1])))

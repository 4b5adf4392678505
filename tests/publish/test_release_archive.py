"""The files of a release: complete, valid where they lie, the same bytes each time, and without the articles."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import checkouts
import pytest
from frictionless import Package
from markdown_it import MarkdownIt

from karabakh_data.check import check
from karabakh_data.publish.about import HOMEPAGE
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.publish.release import release
from karabakh_data.publish.release.archive import archive
from karabakh_data.publish.release.built import BUILT, built, serve_from
from karabakh_data.version import __version__

ROOT = checkouts.ROOT
HIDDEN = "hidden.txt"
ARCHIVE = f"karabakh-data-{__version__}.zip"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout; not to be written to."""
    return checkouts.checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def dist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its release, made while an article lies in the package, where git is told to overlook it."""
    hidden = root / "karabakh_data/data" / HIDDEN
    shutil.copyfile(next(root.glob("raw/*/article.txt")), hidden)
    exclude = root / ".git/info/exclude"
    exclude.write_text(f"{HIDDEN}\n", encoding="utf-8")
    target = tmp_path_factory.mktemp("release") / "dist"
    target.mkdir()
    (target / "karabakh_data-0.0.1-py3-none-any.whl").touch()  # of another version, to be uploaded by nobody
    release(root, target)
    hidden.unlink()
    exclude.unlink()
    return target


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the archive's files."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(dist / ARCHIVE) as packed:
        packed.extractall(folder)
    return folder


def test_the_files_of_a_release(dist: Path) -> None:
    assert {file.name for file in dist.iterdir()} == {
        "SHA256SUMS",
        ARCHIVE,
        f"karabakh-data-{__version__}.duckdb",
        f"karabakh_data-{__version__}-py3-none-any.whl",
        f"karabakh_data-{__version__}.tar.gz",
    }


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_the_page_is_in_the_package_and_its_tables_are_not_there_twice(dist: Path, pattern: str) -> None:
    (file,) = dist.glob(pattern)
    if pattern == "*.whl":
        with zipfile.ZipFile(file) as wheel:
            names = wheel.namelist()
    else:
        with tarfile.open(file) as sdist:
            names = [name.partition("/")[2] for name in sdist.getnames()]
    assert [name for name in names if name.startswith("karabakh_data/page/")] == ["karabakh_data/page/deep/index.html"]


@pytest.mark.parametrize("where", ["dist", "unpacked"])
def test_every_file_has_its_checksum(where: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(where)
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    del files["SHA256SUMS"]
    listed = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert listed == [f"{hashlib.sha256(files[path].read_bytes()).hexdigest()}  {path}" for path in sorted(files)]


def test_the_archive_has_tables_and_what_describes_them_byte_for_byte(unpacked: Path) -> None:
    wanted = ["karabakh_data/data/*.parquet", "schemas/*.json", "datapackage.json", "CODEBOOK.md", "docs/manual.md"]
    wanted += ["docs/*/*.md", "CITATION.cff", "LICENSE", "LICENSE-DATA", "README.md", "CHANGELOG.md"]
    paths = [file.relative_to(ROOT) for pattern in wanted for file in ROOT.glob(pattern)]
    assert len(paths) > len(wanted)
    assert not (unpacked / "docs/index.md").exists()  # the site's front page
    # But for links that lead to what is in no archive.
    home = f"{HOMEPAGE}/blob/v{__version__}/".encode()
    assert [
        path for path in paths if (unpacked / path).read_bytes().replace(home, b"") != (ROOT / path).read_bytes()
    ] == []


def test_each_link_of_its_documents_leads_somewhere(unpacked: Path) -> None:
    led, dead = [], []
    for document in unpacked.rglob("*.md"):
        for token in MarkdownIt().parse(document.read_text(encoding="utf-8")):
            for one in token.children or []:
                target = str(one.attrs.get("href") or one.attrs.get("src") or "")
                if target.startswith(f"{HOMEPAGE}/blob/"):
                    file = target.removeprefix(f"{HOMEPAGE}/blob/v{__version__}/").partition("#")[0]
                    led.append(file)
                    there = (ROOT / file).exists()
                else:
                    relative = urlsplit(target)
                    there = bool(relative.scheme) or (document.parent / relative.path).exists()
                if not there:
                    dead.append((document.relative_to(unpacked).as_posix(), target))
    assert {"raw/README.md", "coding/README.md"} <= set(led)
    assert dead == []


def test_what_is_said_to_lie_beside_it_does(dist: Path, unpacked: Path) -> None:
    named = re.findall(r"`(\S+)` lies beside this archive", (unpacked / "CONTENTS.md").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (dist / name).is_file()] == []


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if form.same_bytes])
def test_the_archive_has_every_export(name: str, unpacked: Path) -> None:
    target = unpacked / "exports" / FORMATS[name].target
    assert target.is_dir() == (FORMATS[name].ending is None)
    assert f"`exports/{target.name}` | {FORMATS[name].description} |" in (unpacked / "CONTENTS.md").read_text("utf-8")


def test_the_archive_says_what_the_version_brings(unpacked: Path) -> None:
    told = (unpacked / "RELEASE-NOTES.md").read_text(encoding="utf-8")
    assert told.startswith(f"# karabakh-data {__version__}\n\n## Data\n")
    section = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1].partition("\n")[2]
    assert _words(told.partition("\n")[2]) == _words(section.replace("\n### ", "\n## "))


def test_frictionless_accepts_it(dist: Path, unpacked: Path) -> None:
    report = Package(str(dist / ARCHIVE)).validate()
    assert report.valid, report.to_summary()
    assert len(report.tasks) == len(list(unpacked.glob("schemas/*.json")))


def test_our_own_check_accepts_it(unpacked: Path) -> None:
    report = check(unpacked)
    assert (report.exit_status, report.not_run) == (0, {}), report.as_text()


def test_nothing_of_the_articles_is_in_it(unpacked: Path) -> None:
    articles = [file.read_text(encoding="utf-8") for file in sorted(ROOT.glob("raw/*/article.txt"))]
    # A stretch from the middle of each: longer than a quotation may be.
    stretches = [article[len(article) // 2 :][:300].encode() for article in articles]
    files = [file for file in unpacked.rglob("*") if file.is_file()]
    assert stretches
    assert [file for file in files if any(stretch in file.read_bytes() for stretch in stretches)] == []
    assert not (unpacked / "raw").exists()


def test_what_no_commit_has_is_in_no_file(dist: Path) -> None:
    names = []
    for file in (dist / ARCHIVE, *dist.glob("*.whl")):
        with zipfile.ZipFile(file) as packed:
            names += packed.namelist()
    for file in dist.glob("*.tar.gz"):
        with tarfile.open(file) as sdist:
            names += sdist.getnames()
    assert len([name for name in names if name.endswith("karabakh_data/data/events.parquet")]) == 3
    assert [name for name in names if name.endswith(HIDDEN)] == []


def test_the_archive_tells_nothing_of_where_and_when_it_was_made(dist: Path) -> None:
    with zipfile.ZipFile(dist / ARCHIVE) as packed:
        members = packed.infolist()
    assert [one.filename for one in members] == sorted(one.filename for one in members)
    assert {(one.date_time, one.create_system, one.external_attr, one.compress_type) for one in members} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, zipfile.ZIP_STORED)
    }


def test_a_second_archive_is_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    other = checkouts.checkout(tmp_path / "elsewhere")
    assert archive(other, built(other)) == (dist / ARCHIVE).read_bytes()


def test_what_other_tools_built_is_in_it(root: Path, unpacked: Path) -> None:
    for name, meaning in BUILT.items():
        there, here = root / "build" / name, unpacked / name
        assert {path.relative_to(here): path.read_bytes() for path in here.rglob("*.*")} == {
            path.relative_to(there): path.read_bytes() for path in there.rglob("*.*")
        }
        assert f"| `{name}/` | {meaning} |" in (unpacked / "CONTENTS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "name"), [("wheel", "*.whl"), ("sdist", "*.tar.gz")])
def test_the_distributions_are_those_of_the_tree(kind: str, name: str, root: Path, dist: Path, tmp_path: Path) -> None:
    """The wheel of a release is made from its source distribution. Both hold the built page."""
    tree = tmp_path / "tree"
    shutil.copytree(root, tree)
    serve_from(tree / "karabakh_data", tree)
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", str(tmp_path), str(tree)]
    subprocess.run(command, check=True, capture_output=True)
    (built,), (released,) = tmp_path.glob(name), dist.glob(name)
    assert built.read_bytes() == released.read_bytes()


def _words(document: str) -> list[str]:
    """Its words; where its links lead, another test asks."""
    return re.sub(r"(?<=\])\([^)]+\)", "", document).split()

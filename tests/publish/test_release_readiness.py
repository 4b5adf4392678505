"""What stands against a release is refused, all of it at once, and nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import checkouts
import pyarrow.parquet as pq
import pytest

from karabakh_data.model import TABLES
from karabakh_data.publish.parquet import parquet_bytes
from karabakh_data.publish.release import readiness, release
from karabakh_data.publish.release.built import BUILT, not_built
from karabakh_data.publish.release.notes import newest
from karabakh_data.publish.release.release import NotReady
from karabakh_data.version import __version__

CHANGELOG = "CHANGELOG.md"


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that can be released."""
    return checkouts.checkout(tmp_path_factory.mktemp("pristine"))


@pytest.fixture
def root(pristine: Path, tmp_path: Path) -> Path:
    """One to be damaged."""
    return shutil.copytree(pristine, tmp_path / "checkout")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_that_stands_against_it_is_told_at_once(root: Path) -> None:
    edit(root / CHANGELOG, f"## {__version__}", "## 9.9.9")
    checkouts.commit(root)
    (root / "karabakh_data/data/places.parquet").unlink()
    (root / "schemas/elsewhere.json").write_text("{}", encoding="utf-8")
    (root / "dist").mkdir()
    (root / "dist/kept").touch()

    with pytest.raises(NotReady) as caught:
        release(root, root / "dist")

    told = [failure.partition(";")[0] for failure in caught.value.failures]
    told, of_folders = told[: -len(BUILT)], told[-len(BUILT) :]
    assert of_folders == [f"build/{name}: built from other files than these" for name in BUILT]
    assert told[:-1] == [
        "karabakh_data/data/places.parquet: not committed (D)",
        "schemas/elsewhere.json: not committed (??)",
        "karabakh_data/data/places.parquet: not what the build makes",
        "schemas/elsewhere.json: no build makes it",
        f"{CHANGELOG}: the newest section is of '9.9.9', karabakh_data/version.py says {__version__}",
    ]
    assert told[-1].startswith(f"{CHANGELOG}: the newest section has to say, under Data:\n")
    assert [file.name for file in (root / "dist").iterdir()] == ["kept"]


def reword(root: Path) -> None:
    table = pq.ParquetFile(root / "karabakh_data/data/events.parquet").read()
    titles = table.column("title").to_pylist()
    changed = table.set_column(
        table.column_names.index("title"), table.schema.field("title"), [[*titles[:-1], f"{titles[-1]} again"]]
    )
    (root / "karabakh_data/data/events.parquet").write_bytes(parquet_bytes(TABLES["events"], changed))


def another_article(root: Path) -> None:
    article = next(iter(sorted(root.glob("raw/*/article.txt"))))
    article.write_bytes(article.read_bytes() + b"\n")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (reword, "karabakh_data/data/events.parquet: not what the build makes; run `make data`"),
        (another_article, "the text was altered"),
    ],
)
def test_what_the_build_does_not_make(damage: Callable[[Path], None], told: str, root: Path) -> None:
    damage(root)
    assert told in "\n".join(readiness.not_as_built(root))


def test_a_version_that_another_commit_has(root: Path) -> None:
    checkouts.git(root, "tag", f"v{__version__}")
    assert list(readiness.uncommitted(root)) == []
    (root / "note.txt").touch()
    checkouts.commit(root)
    assert list(readiness.uncommitted(root)) == [
        f"v{__version__}: another commit is released under this version; raise it in karabakh_data/version.py"
    ]


def test_a_version_that_the_changes_do_not_ask_for(root: Path) -> None:
    assert list(readiness.misnumbered(root)) == []
    shutil.copytree(root / "karabakh_data/data", root / "released")
    assert list(readiness.misnumbered(root)) == []
    reword(root)
    assert list(readiness.misnumbered(root)) == [
        f"karabakh_data/version.py: {__version__} was released, and what changed since asks for a new patch version, "
        f"which {__version__} is not; raise it"
    ]


def test_a_last_release_of_no_version(root: Path, small_corpus: Path) -> None:
    shutil.copytree(small_corpus, root / "released")
    assert [told.partition(";")[0] for told in readiness.misnumbered(root)] == [
        "released: the files do not say of which version they are"
    ]


def test_a_changelog_that_tells_nothing(root: Path) -> None:
    assert list(readiness.misreported(root)) == []
    _, section = newest(root)
    edit(root / CHANGELOG, section.split("\n- ")[1], "Something.")
    (told,) = readiness.misreported(root)
    assert told.startswith(f"{CHANGELOG}: the newest section has to say, under Data:\n- First release: ")
    (root / CHANGELOG).write_text("# Changelog\n", encoding="utf-8")
    assert list(readiness.misreported(root)) == [f"{CHANGELOG}: no section of a version; write one under `## `"]


@pytest.mark.parametrize("name", BUILT)
def test_a_folder_that_nobody_built_from_these_files(name: str, root: Path) -> None:
    assert list(not_built(root)) == []
    with (root / "README.md").open("a", encoding="utf-8") as readme:
        readme.write("More.\n")
    assert f"build/{name}: built from other files than these; run `make {name}`" in not_built(root)
    checkouts.build(root)
    assert list(not_built(root)) == []
    (root / "another.md").touch()  # that no commit has, and the folder may hold
    assert len(list(not_built(root))) == len(BUILT)
    shutil.rmtree(root / "build" / name)
    assert f"build/{name}: not built; run `make {name}`" in not_built(root)


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="release from a clone of git"):
        list(readiness.uncommitted(tmp_path))

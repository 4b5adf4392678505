"""A sixth article: taken in as the guide says, it builds, and only tests that state facts of the others may fail."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import sixth

from karabakh_data.extract.extraction import folders

BEFORE = len(folders(sixth.ROOT / "raw"))
SCRIPT = sixth.EXTRACT / "scripts" / "strelsau_herald_2020_12_02.py"
# Tests that read the articles, the tables made of them, or what is said of these.
OF_THE_DATA = (
    *("tests/data", "tests/docs/test_evidence.py", "tests/extract/test_articles.py", "tests/coding/test_checkout.py"),
    "tests/publish/test_build.py::test_the_committed_files_are_what_the_build_makes",
)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy with the article in it, unread and not built."""
    root = sixth.checkout(tmp_path_factory.mktemp("sixth"))
    sixth.take_in(root)
    return root


@pytest.fixture(scope="module")
def built(taken_in: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy in which all is signed and built, and what the build said."""
    root = tmp_path_factory.mktemp("built") / "copy"
    shutil.copytree(taken_in, root)
    sixth.sign(root)
    return root, sixth.command(root, "build")


def test_its_draft_is_right_before_anything_is_published(taken_in: Path) -> None:
    shown = sixth.command(taken_in, "draft", sixth.SOURCE).splitlines()

    assert shown[0].startswith(f"{sixth.SOURCE}: ")
    assert shown[-2] == "nothing is wrong"
    assert shown[-1].endswith(" records are to be read: `karabakh-data review`")


def test_a_draft_that_is_wrong_is_listed_and_what_is_right_of_it_is_shown(taken_in: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(taken_in, root)
    script = (root / SCRIPT).read_text(encoding="utf-8")
    lines = script.splitlines()
    wrong = script.replace('wounded.best(2, "Two soldiers")', 'wounded.best(2, "soldiers")')
    (root / SCRIPT).write_text(wrong.replace('told.status("occurred"', 'told.status("ocurred"'), encoding="utf-8")
    with (root / "raw" / sixth.SOURCE / "source.toml").open("a", encoding="utf-8") as facts:
        facts.write('origin = "The Courier"\n')

    status, best = (next(at for at, line in enumerate(lines, 1) if part in line) for part in ("told.status", ".best("))
    shown = sixth.command(root, "draft", sixth.SOURCE, status=1).splitlines()
    assert shown[0].startswith("source.toml gives `origin`, and no line of the script claims it")
    assert shown[1].startswith(f"{SCRIPT}:{status}: article.txt:5: ")
    assert "did you mean occurred?" in shown[1]
    assert shown[2].startswith(f"{SCRIPT}:{best}: article.txt:9: ")
    assert "'Two' would do" in shown[2]
    assert "3 failures: 2 of extraction, 1 of support" in shown
    printed = sixth.command(root, "review", "--print", "events/lorry-accident-2020", "events/kalbajar-handover-2020")
    assert "A lorry skids off the road" in printed
    # What the other articles say of the handover is folded.
    assert re.search(r"source_count\s+\d+ → \d+", printed)
    assert re.search(r"\d+ claims are as they were; `karabakh-data review --whole", printed)
    assert sixth.SOURCE in printed


def test_it_is_counted_as_coded_once(built: tuple[Path, str]) -> None:
    root, told = built

    assert "warning: sources: it was coded once; let somebody code it again" in told
    assert f"{sixth.SOURCE} missing=coding/second/{sixth.SOURCE}.toml" in told
    codebook = (root / "CODEBOOK.md").read_text(encoding="utf-8")
    assert f"\n{BEFORE} of {BEFORE + 1} articles were coded twice" in codebook
    assert f"Coded once so far, and in none of these figures: `{sixth.SOURCE}`." in codebook


def test_a_private_name_is_refused(built: tuple[Path, str], tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built[0], root)
    script = (root / SCRIPT).read_text(encoding="utf-8")
    named = script.replace('accident.affected("driver-of-observers", "A third driver")', "", 1)
    named = named.replace('"actors/driver-of-observers", "A third driver"', '"actors/driver-of-observers", "Fritz"')
    claimed = '    accident.affected("driver-of-observers", "Fritz")\n\n    text.boilerplate'
    (root / SCRIPT).write_text(named.replace("\n\n    text.boilerplate", f"\n{claimed}"), encoding="utf-8")

    shown = sixth.command(root, "draft", sixth.SOURCE, status=1)
    assert "it holds a word of a private person's name; stop before the name, and describe the person" in shown
    assert "fritz" not in shown.lower()


PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")


def test_only_facts_of_the_others_may_fail(built: tuple[Path, str]) -> None:
    assert " passed" in sixth.run(built[0], *PYTEST, "-m", "not facts", *OF_THE_DATA)


def test_a_fact_that_fails_says_that_it_is_one(built: tuple[Path, str]) -> None:
    told = sixth.run(built[0], *PYTEST, "tests/docs/test_counts.py", status=1)

    assert "README.md does not say: What six news articles say" in told
    assert "This test states facts of the articles that were here when it was written." in told

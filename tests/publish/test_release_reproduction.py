"""No file of a release has more of an article in a row than a quotation may."""

from __future__ import annotations

import io
import string
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import checkouts
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from karabakh_data.publish.release import release
from karabakh_data.publish.release.release import NotReady
from karabakh_data.publish.release.reproduction import reproductions

WORDS = [f"{first}{second}{third}" for first in "bdfg" for second in "aeiou" for third in string.ascii_lowercase]
ARTICLE = " ".join(WORDS)
ARTICLES = {"raw/invented/article.txt": ARTICLE}


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("in/it.txt", content)
    return buffer.getvalue()


def tarred(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as packed:
        member = tarfile.TarInfo("in/it.txt")
        member.size = len(content)
        packed.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def tabled(content: bytes) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"number": [1], "text": [content.decode()]}), buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "packed", "told"),
    [
        ("it.txt", bytes, "it.txt"),
        ("it.whl", zipped, "it.whl/in/it.txt"),
        ("it.zip", zipped, "it.zip/in/it.txt"),
        ("it.xlsx", zipped, "it.xlsx/in/it.txt"),
        ("it.tar.gz", tarred, "it.tar.gz/in/it.txt"),
        ("it.parquet", tabled, "it.parquet"),
    ],
)
def test_it_is_found_in_whatever_it_is_packed(
    name: str, packed: Callable[[bytes], bytes], told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(packed(ARTICLE.encode()))
    assert [one.partition(":")[0] for one in reproductions(tmp_path, ARTICLES)] == [told]


@pytest.mark.parametrize("start", [*range(0, 162, 23), len(ARTICLE) - 161])
def test_a_run_counts_wherever_it_begins(start: int, tmp_path: Path) -> None:
    file = tmp_path / "it.txt"
    file.write_text(f"«{ARTICLE[start : start + 160].strip()}»", encoding="utf-8")
    assert list(reproductions(tmp_path, ARTICLES)) == []
    # From a letter to a letter: a blank at either end is one of what stands around too.
    run = ARTICLE[start : start + 163].strip()
    file.write_text(f"«{run}»", encoding="utf-8")
    assert len(list(reproductions(tmp_path, ARTICLES))) == (len(run) > 160)


def test_lines_that_are_broken_elsewhere_hide_nothing(tmp_path: Path) -> None:
    (tmp_path / "it.txt").write_text("\n    ".join(WORDS), encoding="utf-8")
    assert len(list(reproductions(tmp_path, ARTICLES))) == 1


def test_a_release_that_holds_an_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "checkout"
    (root / "raw/invented").mkdir(parents=True)
    (root / "raw/invented/article.txt").write_text(ARTICLE, encoding="utf-8")
    checkouts.git(root, "init", "--quiet")
    (root / ".gitignore").write_text("/build/\n", encoding="utf-8")
    checkouts.commit(root)
    checkouts.build(root)
    module = sys.modules[NotReady.__module__]
    for check in ("failures", "not_as_built"):
        monkeypatch.setattr(module, check, lambda root: [])
    monkeypatch.setattr(module, "FORMATS", {})
    monkeypatch.setattr(module, "_distributions", lambda root, folder, work: None)
    monkeypatch.setattr(module, "archive", lambda root, built: zipped((root / "raw/invented/article.txt").read_bytes()))

    with pytest.raises(NotReady, match=r"zip/in/it.txt: more than 160 characters of raw/invented/article.txt in a row"):
        release(root, root / "dist")
    assert not (root / "dist").exists()

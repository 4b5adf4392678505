"""A new article laid out below a checkout: its raw folder and its script, all or nothing, and nothing overwritten."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from karabakh_data.extract.article import Article, ExtractionError
from karabakh_data.extract.extraction import script_name
from karabakh_data.extract.proposals.known import read_known
from karabakh_data.extract.registers import read_registers
from karabakh_data.extract.skeleton import skeleton
from karabakh_data.extract.splitting import worded
from karabakh_data.model import Source, columns

SCRIPTS = Path("karabakh_data/extract/scripts")


def new(root: Path, article: Path, source_id: str, language: str) -> list[Path]:
    """Make the raw folder and the script of an article below a checkout, all or nothing.

    The text is copied byte for byte. A raw folder that already holds these very bytes stays as it is, so that a
    missing script can be made. Returns the files written, as paths below `root`.

    Raises ExtractionError that lists what is wrong with the article, its id or the place; then nothing was written.
    """
    folder, script = Path("raw") / source_id, SCRIPTS / f"{script_name(source_id)}.py"
    failures = list(_wrong_names(source_id, language))
    if not failures:  # only then the id names places
        failures += _places_taken(root, article, folder, script)
    content, problem = _content(article)
    if problem:
        failures.append(problem)
    if failures:
        raise ExtractionError(failures)
    known = read_known(root, read_registers())
    facts, code = skeleton(Article(source_id, content.decode("utf-8"), {}), language, known)
    files = {script: code.encode()}
    if not (root / folder).exists():
        files |= {folder / "article.txt": content, folder / "source.toml": facts.encode()}
    _write(root, files, folder, script)
    return sorted(files)


def _wrong_names(source_id: str, language: str) -> Iterator[str]:
    definitions = {column.name: column.definition for column in columns(Source)}
    for what, name, value in (("the id", "source_id", source_id), ("the language", "language", language)):
        if problem := definitions[name].failure(value):
            yield f"{what} {problem}; {definitions[name].meaning}"
    if source_id[:1].isdigit():
        yield f"the id '{source_id}' must begin with a letter, as 'outlet-2020-11-25' does: a script bears its name"


def _places_taken(root: Path, article: Path, folder: Path, script: Path) -> Iterator[str]:
    for needed in (Path("raw"), SCRIPTS):
        if not (root / needed).is_dir():
            yield f"{root / needed} is missing; run this in a checkout of the repository"
    if (root / script).exists():
        yield f"{root / script} exists, and is not overwritten; take another id"
    whole = all((root / folder / name).is_file() for name in ("article.txt", "source.toml"))
    same = whole and article.is_file() and (root / folder / "article.txt").read_bytes() == article.read_bytes()
    if (root / folder).exists() and not same:
        yield f"{root / folder} exists, and is not overwritten; take another id"


def _content(article: Path) -> tuple[bytes, str | None]:
    """The bytes of the article, and what is wrong with them."""
    if not article.is_file():
        return b"", f"{article}: no such file; name the text of the article"
    content = article.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content, f"{article} is not UTF-8: {error}; save it as UTF-8"
    return content, None if worded(text) else f"{article} has no letter and no digit; name the text of the article"


def _write(root: Path, files: Mapping[Path, bytes], folder: Path, script: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=".karabakh-data-new-", dir=root) as staging:
        staged = Path(staging)
        for path, content in files.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_bytes(content)
        made_folder = (staged / folder).is_dir()
        if made_folder:
            os.rename(staged / folder, root / folder)
        try:
            os.rename(staged / script, root / script)
        except BaseException:
            if made_folder:
                shutil.rmtree(root / folder)
            raise

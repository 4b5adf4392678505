"""What the documents point to is there: files, anchors, commands, make targets, extras, and the version."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import documents
import pytest
from typer.main import get_command

import karabakh_data as kd
from karabakh_data.cli import app
from karabakh_data.version import __version__

TEXT = {document: documents.read(document) for document in documents.DOCUMENTS}


@pytest.mark.parametrize("link", documents.links(), ids=str)
def test_link_leads_somewhere(link: documents.Found) -> None:
    if link.text.startswith("https://"):
        return  # another's address, and there is no network in a test
    path, _, anchor = link.text.partition("#")
    # From the top of the repository, where the path begins there, as the site and its front page have it.
    beside = Path() if path.startswith("/") else Path(link.document).parent
    target = (beside / path.lstrip("/")).as_posix() if path else link.document
    assert (documents.ROOT / target).exists(), f"{link}: {target} does not exist"
    if anchor:
        assert anchor in documents.anchors(target), f"{link}: {target} has no heading #{anchor}"


@pytest.mark.parametrize("document", documents.DOCUMENTS)
def test_named_commands_exist(document: str) -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert set(re.findall(r"\bkarabakh-data ([a-z]+)", _code(document))) <= known


@pytest.mark.parametrize("document", documents.DOCUMENTS)
def test_named_make_targets_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (documents.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", _code(document))) <= targets


@pytest.mark.parametrize("document", documents.DOCUMENTS)
def test_named_extras_exist(document: str) -> None:
    project = tomllib.loads((documents.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {extra for listed in re.findall(r"\.\[([a-z,]+)\]", TEXT[document]) for extra in listed.split(",")}
    assert named <= set(project["optional-dependencies"])


@pytest.mark.parametrize("document", documents.DOCUMENTS)
def test_named_paths_exist(document: str) -> None:
    paths = re.findall(r"`((?:coding|docs|karabakh_data|raw|schemas|tests)/[\w./-]*)`", TEXT[document])
    assert [path for path in paths if not (documents.ROOT / path).exists()] == []


@pytest.mark.parametrize("name", [name for name in kd.__all__ if inspect.isclass(getattr(kd, name))])
def test_the_readme_names_each_public_error(name: str) -> None:
    assert f"`kd.{name}`" in TEXT["README.md"]


def test_changelog_has_this_version_with_data_and_code_apart() -> None:
    newest = TEXT["CHANGELOG.md"].split("\n## ")[1]
    assert newest.startswith(__version__)
    assert re.findall(r"^### (.+)$", newest, re.MULTILINE) == ["Data", "Code"]


def _code(document: str) -> str:
    """The document's code: blocks, and words between backticks."""
    text = TEXT[document]
    return "\n".join([match["text"] for match in documents.BLOCK.finditer(text)] + re.findall(r"`([^`\n]+)`", text))

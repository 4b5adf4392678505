"""What a release brings: the newest section of the changelog."""

from __future__ import annotations

from pathlib import Path

from karabakh_data.publish.about import NAME

CHANGELOG = "CHANGELOG.md"


def newest(root: Path) -> tuple[str, str]:
    """The version that the newest section of the changelog is of, and its text. Raises ValueError if there is none."""
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    sections = text.split("\n## ")[1:]
    if not sections:
        raise ValueError(f"{CHANGELOG}: no section of a version; write one under `## `")
    heading, _, section = sections[0].partition("\n")
    return heading.strip(), section.strip()


def notes(root: Path) -> str:
    """That section as a document of its own. Raises ValueError if there is none."""
    version, section = newest(root)
    return f"# {NAME} {version}\n\n{section}\n".replace("\n### ", "\n## ")

"""What a reader finds in the project's documents: code blocks, tables, links and quotations, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What is written by hand, or by a test; codebook and figures of performance are made by the package and `make bench`.
MADE = ("CODEBOOK.md", "docs/performance.md")
DOCUMENTS = tuple(
    path
    for pattern in ("*.md", "docs/**/*.md")
    for path in sorted(file.relative_to(ROOT).as_posix() for file in ROOT.glob(pattern))
    if path not in MADE
)

# Also the cells and directives of the site, whose language stands in braces.
BLOCK = re.compile(r"^```\{?(?P<language>[\w-]+)\}?[^\n]*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)
QUOTATION = re.compile(r"“(?P<words>[^“”]+)”")
ROW = re.compile(r"^\|(?P<cells>.+)\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a document, and where it starts."""

    document: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def read(document: str) -> str:
    """The text of a document."""
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(*languages: str) -> list[Found]:
    """The code blocks of all documents in these languages."""
    return [
        Found(document, _line(text, match.start("text")), match["language"], match["text"])
        for document in DOCUMENTS
        for text in [read(document)]
        for match in BLOCK.finditer(text)
        if match["language"] in languages
    ]


def links() -> list[Found]:
    """The targets of all links."""
    return list(_stretches(LINK, "target"))


def quotations() -> list[Found]:
    """All words between curly double quotation marks, which the documents keep for the words of articles."""
    return list(_stretches(QUOTATION, "words"))


def rows(*header: str) -> list[tuple[Found, list[str]]]:
    """The rows of all tables with this header, each with its cells as they stand."""
    found = []
    for document in DOCUMENTS:
        text, current = read(document), None
        end = 0
        for match in ROW.finditer(text):
            cells = [cell.strip() for cell in match["cells"].split("|")]
            if match.start() > end + 1:
                current = cells  # the first row of a table
            elif tuple(current or ()) == header and not set(cells[0]) <= set("-: "):
                found.append((Found(document, _line(text, match.start()), "row", match[0]), cells))
            end = match.end()
    return found


def anchors(document: str) -> set[str]:
    """The anchors that a Markdown reader makes of the document's headings."""
    words = (match["words"] for match in HEADING.finditer(read(document)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in words}


def _stretches(pattern: re.Pattern[str], group: str) -> Iterator[Found]:
    for document in DOCUMENTS:
        text = read(document)
        prose = BLOCK.sub(lambda block: "\n" * block[0].count("\n"), text)
        for match in pattern.finditer(prose):
            yield Found(document, _line(prose, match.start()), group, match[group])


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1

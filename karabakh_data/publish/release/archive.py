"""The archive of a release: tables, descriptor, schemas, documents, every export and the site, in one ZIP file.

The layout is the repository's, so that the paths of the descriptor hold. Nothing is compressed: what a deflated file
looks like changes with the library that a Python was built with, and the archive is to be the same bytes from any.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from karabakh_data.model import TABLES
from karabakh_data.publish.about import NAME
from karabakh_data.publish.citation_file import CITATION
from karabakh_data.publish.codebook import CODEBOOK
from karabakh_data.publish.descriptor import DESCRIPTOR, data_path, schema_path
from karabakh_data.publish.exports.export import writer
from karabakh_data.publish.exports.formats import FORMATS, Format
from karabakh_data.publish.release.built import BUILT
from karabakh_data.publish.release.links import leading_on
from karabakh_data.publish.release.notes import CHANGELOG, notes
from karabakh_data.reader.citation import cite
from karabakh_data.reader.tables import read_file
from karabakh_data.version import __version__

EXPORTS = "exports"
CONTENTS = "CONTENTS.md"
NOTES = "RELEASE-NOTES.md"
CHECKSUMS = "SHA256SUMS"

# Of the folder `docs`, what is read; the rest, and the site's front page, are there to make the site of it.
READ = (".md", ".png", ".svg")
FRONT = "docs/index.md"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", CHANGELOG, CITATION, CODEBOOK, "LICENSE", "LICENSE-DATA")

# The oldest day that a ZIP file can give, for all files: none says when it was made.
DAY = (1980, 1, 1, 0, 0, 0)
MODE = 0o100644


def archive(root: Path, built: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The archive of the checkout `root`, with files that other tools built, by their paths in it."""
    files = members(root, built)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(files):
            member = zipfile.ZipInfo(path, DAY)
            member.create_system = 3  # else it would say on which system it was made
            member.external_attr = MODE << 16
            packed.writestr(member, files[path])
    return buffer.getvalue()


def members(root: Path, built: Mapping[str, bytes]) -> dict[str, bytes]:
    """Its files, by their paths in it."""
    kept = [
        DESCRIPTOR,
        *DOCUMENTS,
        *_documents(root),
        *(path(table) for table in TABLES for path in (data_path, schema_path)),
    ]
    files = {path: (root / path).read_bytes() for path in kept}
    files |= {NOTES: notes(root).encode(), CONTENTS: contents(built).encode()}
    files = leading_on(files) | _exports(root) | dict(built)
    return files | {CHECKSUMS: _checksums(files).encode()}


def contents(built: Iterable[str]) -> str:
    """What the archive holds, as Markdown."""
    folders = {path.partition("/")[0] for path in built}
    described = {
        **{f"`{name}/`": meaning for name, meaning in BUILT.items() if name in folders},
        "`karabakh_data/data/*.parquet`": "the tables",
        f"`{DESCRIPTOR}`, `schemas/`": "the Data Package: its descriptor, and the Table Schema of each table",
        f"`{CODEBOOK}`, `docs/manual.md`": "every column and term; how articles are coded, and what not to conclude",
        f"`{NOTES}`, `{CHANGELOG}`": "what this version brings, and the earlier ones brought",
        f"`{CITATION}`, `LICENSE`, `LICENSE-DATA`": "how to cite; the licences of code and data",
        f"`{CHECKSUMS}`": f"the hash of every file: `sha256sum --check {CHECKSUMS}`",
        **{f"`{_place(form)}`": form.description for form in FORMATS.values() if form.same_bytes},
    }
    beside = [name_beside(form) for form in FORMATS.values() if not form.same_bytes]
    return "\n".join(
        [
            f"# {NAME} {__version__}",
            "",
            cite("text"),
            "",
            "| what | is |",
            "|---|---|",
            *(f"| {what} | {meaning} |" for what, meaning in described.items()),
            "",
            *(f"`{name}` lies beside this archive: its format promises no two files alike.\n" for name in beside),
            "The articles belong to their publishers and are not here; what is quoted of them is short.",
            "",
        ]
    )


def name_beside(form: Format) -> str:
    """The name of an export that lies beside the archive, as the archive's own name with the version in it."""
    return form.target.replace(NAME, f"{NAME}-{__version__}")


def write_export(form: Format, root: Path, target: Path) -> None:
    """Writes the tables of the checkout `root` in that format. Raises what writers raise, and DataFileError."""
    writer(form)({table: read_file(root / data_path(table)) for table in TABLES}, target)


def _documents(root: Path) -> list[str]:
    found = [file.relative_to(root).as_posix() for file in (root / "docs").rglob("*") if file.suffix in READ]
    return [path for path in found if path != FRONT]


def _place(form: Format) -> str:
    return f"{EXPORTS}/{form.target}"


def _exports(root: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS.values():
            if form.same_bytes:
                target = Path(folder) / form.target
                write_export(form, root, target)
                for file in [target] if target.is_file() else target.rglob("*"):
                    if file.is_file():
                        files[f"{EXPORTS}/{file.relative_to(folder).as_posix()}"] = file.read_bytes()
    return files


def _checksums(files: Mapping[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))

"""All articles through their scripts: the passages, claims and mentions of each.

Articles are read one by one, and what is drawn from them is kept in columns, which take a fraction of the memory that
rows take. Many articles are read by several processes; the result is the same.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.extract import scripts
from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.one_article import ArticleDraft, Extracted, draft_article, extract_article
from karabakh_data.extract.registers import Registers, read_crosswalk, read_history, read_registers
from karabakh_data.extract.script import Script, read_script
from karabakh_data.extract.spread import spread
from karabakh_data.model import Claim, Crosswalk, FormerId, Mention, Passage
from karabakh_data.model.arrow import from_arrow, to_arrow

__all__ = ["Extracted", "Extraction", "drafted", "extract", "extract_article", "folders", "script_name"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was drawn from the articles.

    `sources` holds what source.toml gives and no claim needs to support, by source; `tables` the passages, claims and
    mentions, by table.
    """

    registers: Registers
    crosswalk: list[Crosswalk]
    history: list[FormerId]
    sources: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, pa.Table]

    @property
    def passages(self) -> list[Passage]:
        """The passages as rows."""
        return from_arrow(Passage, self.tables["passages"])

    @property
    def claims(self) -> list[Claim]:
        """The claims as rows."""
        return from_arrow(Claim, self.tables["claims"])

    @property
    def mentions(self) -> list[Mention]:
        """The mentions as rows."""
        return from_arrow(Mention, self.tables["mentions"])


def script_name(source_id: str) -> str:
    """The name of an article's script: its id with underscores."""
    return source_id.replace("-", "_")


def extract(root: Path, progress: Callable[[str], None] = lambda _: None) -> Extraction:
    """Everything that the articles below `root/raw` say, as their scripts read them; `progress` is told of articles.

    Raises ExtractionError that lists the failures of all articles, registers and scripts together. For many articles
    several processes are started, which import the program's main module: as ever, it must not run on import.
    """
    extraction, failures = drafted(root, progress)
    if failures:
        raise ExtractionError(failures)
    return extraction


def drafted(root: Path, progress: Callable[[str], None] = lambda _: None) -> tuple[Extraction, list[str]]:
    """The same as far as scripts can be followed, and what is wrong with them.

    Raises ExtractionError where there is no article, or a register is wrong.
    """
    failures: list[str] = list(_orphans(root / "raw"))
    registers = read_registers()
    portions: list[Portion] = []
    for paths, portion in spread(_portion, folders(root / "raw"), registers):
        progress(paths[-1].name)
        portions.append(portion)
        failures += portion.failures
    extraction = Extraction(
        registers=registers,
        crosswalk=read_crosswalk(),
        history=read_history(),
        sources={source["source_id"]: source for portion in portions for source in portion.sources},
        tables={
            name: pa.concat_tables(portion.tables[name] for portion in portions)
            for name in ("passages", "claims", "mentions")
        },
    )
    return extraction, failures


@dataclass(frozen=True, slots=True)
class Portion:
    """What was drawn from some articles, and what is wrong with them."""

    sources: Sequence[Mapping[str, Any]]
    tables: Mapping[str, pa.Table]
    failures: Sequence[str]


def _portion(paths: Sequence[Path], registers: Registers) -> Portion:
    drawn: list[Extracted] = []
    failures: list[str] = []
    for path in paths:
        try:
            draft = draft_of(path, registers)
        except ExtractionError as error:
            failures += error.failures
        else:
            drawn.append(draft.extracted)
            failures += map(str, draft.failures)
    return Portion([one.source for one in drawn], in_columns(drawn), failures)


def in_columns(drawn: Sequence[Extracted]) -> dict[str, pa.Table]:
    """The passages, claims and mentions of some articles, by table."""
    return {
        "passages": to_arrow(Passage, chain.from_iterable(one.passages for one in drawn)),
        "claims": to_arrow(Claim, chain.from_iterable(one.claims for one in drawn)),
        "mentions": to_arrow(Mention, chain.from_iterable(one.mentions for one in drawn)),
    }


def draft_of(folder: Path, registers: Registers) -> ArticleDraft:
    """What an article says, as far as its script can be followed. Raises ExtractionError where one cannot be read."""
    return draft_article(folder, _script(folder.name), registers)


def folders(raw: Path) -> list[Path]:
    """The folders of the articles, by name. Raises ExtractionError if there is none."""
    found = sorted(path for path in raw.glob("*") if path.is_dir()) if raw.is_dir() else []
    if not found:
        raise ExtractionError([f"{raw} holds no article; run this in a checkout of the repository"])
    return found


def _orphans(raw: Path) -> Iterator[str]:
    articles = {script_name(folder.name): folder.name for folder in folders(raw)}
    modules = {module.name for module in pkgutil.iter_modules(scripts.__path__)}
    for name in sorted(articles.keys() - modules):
        yield f"{articles[name]}: extract/scripts/{name}.py is missing; `karabakh-data new` makes one"
    for name in sorted(modules - articles.keys()):
        yield f"extract/scripts/{name}.py has no article; raw/{name.replace('_', '-')}/ is missing"


def script_path(source_id: str) -> Path | None:
    """The file of an article's script; None if there is none."""
    spec = find_spec(f"{scripts.__name__}.{script_name(source_id)}")
    return Path(spec.origin) if spec is not None and spec.origin is not None else None


def _script(source_id: str) -> Script:
    path = script_path(source_id)
    if path is None:
        raise ExtractionError([])  # reported as an orphan
    return read_script(path, source_id)

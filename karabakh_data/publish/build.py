"""The whole way from the articles to the published package, all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from karabakh_data.check import Report, check
from karabakh_data.coding.checkout import with_checkout
from karabakh_data.coding.reliability import measure
from karabakh_data.coding.second_coding import CODERS, coded_once
from karabakh_data.errors import FailuresError
from karabakh_data.model import TABLES, Claim
from karabakh_data.publish.citation_file import CITATION, citation_cff
from karabakh_data.publish.codebook import CODEBOOK, codebook
from karabakh_data.publish.descriptor import (
    DATA,
    DESCRIPTOR,
    SCHEMAS,
    data_path,
    descriptor_json,
    schema_json,
    schema_path,
)
from karabakh_data.publish.extracted_tables import Progress, tables_of_articles
from karabakh_data.publish.frictionless_gate import inline_failures
from karabakh_data.publish.generated_code import generated_code_for
from karabakh_data.publish.parquet import parquet_bytes
from karabakh_data.publish.placing import changed, place
from karabakh_data.publish.workspace import workspace


class BuildError(FailuresError):
    """The tables do not make a good package. `failures` lists everything that was found, a line or more each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build made: rows by table, the files written and removed (the others were the same), and the check.

    `newly_in_conflict` has, by field as `table/id.field`, how many claims cannot all be true that could in the tables
    which were in place; nothing where there were none. A figure that is misread shows there, as no rule can tell it
    from a dispute.
    """

    rows: Mapping[str, int]
    newly_in_conflict: Mapping[str, int]
    written: list[str]
    removed: list[str]
    report: Report


def build(root: Path, progress: Progress = lambda step: None) -> BuildResult:
    """Build everything from the articles below `root/raw`, and publish it below `root`.

    `progress` is called with what is being done. Raises ExtractionError, ResolutionError, CodingError or BuildError,
    each of which lists all that is wrong in its `failures`, and Busy while another build is at work; then nothing was
    changed.
    """
    return publish_tables(tables_of_articles(root, progress), root, progress, checkout=root)


def publish_tables(
    tables: Mapping[str, pa.Table],
    root: Path,
    progress: Progress = lambda step: None,
    checkout: Path | None = None,
) -> BuildResult:
    """Publish these tables, one for each of the model, below `root`.

    With a `checkout`, they are also held against its articles and its ledger of what was read, and the codebook says
    how far the two codings there agree, if there are any.

    Where `root` is a checkout of the code, the modules that are written from the models are published with them.

    Everything is written to a folder of its own, checked there, and put in place together. Raises BuildError that lists
    what is wrong with the tables, and Busy while another build is at work; then, as after any other error or a kill,
    `root` holds the last good files.
    """
    newly = _newly_in_conflict(root / data_path(Claim.table), tables[Claim.table])
    files = package_files(tables, checkout) | generated_code_for(root)
    with workspace(root) as staged:
        progress("writing the package")
        for path, content in files.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_bytes(content)
        progress("checking the package")
        report = check(staged / DESCRIPTOR)
        if checkout is not None:
            report = with_checkout(report, tables, checkout)
        if report.exit_status:
            raise BuildError(report.what_fails())
        written, removed = changed(staged, root), sorted(_obsolete(root, files))
        if written or removed:
            # Only then: what is in place has passed. The files as the stock reader has them are for the tests, because
            # it opens a table again for each reference to it, which takes longer than all the rest of a build.
            progress("validating the rows with frictionless")
            failures = inline_failures(tables)
            if failures:
                raise BuildError(failures)
            progress("putting the package in place")
            place(staged, root, staged.parent, written, removed)
    rows = {name: tables[name].num_rows for name in TABLES}
    return BuildResult(rows=rows, newly_in_conflict=newly, written=written, removed=removed, report=report)


def package_files(tables: Mapping[str, pa.Table], checkout: Path | None = None) -> dict[str, bytes]:
    """Every file of the package as its bytes, by its path in the repository.

    Raises CodingError, or NoCheckout, if the codings in the checkout cannot be compared.
    """
    parquet = {name: parquet_bytes(model, tables[name]) for name, model in TABLES.items()}
    texts = {schema_path(name): schema_json(name) for name in TABLES} | {
        DESCRIPTOR: descriptor_json(tables, parquet),
        CODEBOOK: _codebook(tables, checkout),
        CITATION: citation_cff(),
    }
    return {data_path(name): content for name, content in parquet.items()} | {
        path: text.encode() for path, text in texts.items()
    }


def _codebook(tables: Mapping[str, pa.Table], checkout: Path | None) -> str:
    if checkout is None or not (checkout / "coding" / CODERS[0]).is_dir():
        return codebook(tables)
    once = coded_once(tables["sources"]["source_id"].to_pylist(), checkout)
    return codebook(tables, measure(checkout), once)


def _newly_in_conflict(in_place: Path, claims: pa.Table) -> dict[str, int]:
    """How many claims are in conflict on each field on which none is in the file in place."""
    try:
        before = set(_in_conflict(pq.read_table(in_place)))
    except (OSError, ValueError):  # none, damaged, or of another model: a build puts a good one in its place
        return {}
    return {field: count for field, count in Counter(_in_conflict(claims)).items() if field not in before}


def _in_conflict(claims: pa.Table) -> list[str]:
    """The field of each claim that is in conflict. Raises ValueError if the table cannot say."""
    found = claims.filter(pc.field("in_conflict")).select(["record_table", "record_id", "field"])
    return [f"{row['record_table']}/{row['record_id']}.{row['field']}" for row in found.to_pylist()]


def _obsolete(root: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    for folder, pattern in ((DATA, "*.parquet"), (SCHEMAS, "*.json")):
        for path in (root / folder).glob(pattern):
            if path.relative_to(root).as_posix() not in files:
                yield path.relative_to(root).as_posix()

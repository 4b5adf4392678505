"""All that is wrong with the draft of one article beside the others as they are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from karabakh_data.check import Failure, check
from karabakh_data.check.articles import shares
from karabakh_data.check.articles.private_names import private_failures
from karabakh_data.check.articles.remedies import remedy
from karabakh_data.check.articles.support import Spots, Unsupported, unsupported
from karabakh_data.check.report import Accounts, example_text
from karabakh_data.coding.checkout import accounts
from karabakh_data.coding.drafting.loose import loosely_resolved
from karabakh_data.coding.drafting.places import NOWHERE, Place, Places, Wrong
from karabakh_data.coding.ledger import LEDGER, read_ledger
from karabakh_data.coding.review import requirement, units
from karabakh_data.errors import DataFileError, unknown
from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.extraction import Extraction, draft_of, folders, in_columns
from karabakh_data.extract.one_article import ArticleDraft
from karabakh_data.extract.registers import REGISTERED, Registers, drafted_registers, read_crosswalk, read_history
from karabakh_data.extract.registers.unspoken import unspoken, unspoken_failure
from karabakh_data.model import TABLES, Claim, Mention, Passage, Source, columns
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.reader.tables import read_file
from karabakh_data.resolve import Shortcoming

# More than a draft has: each failure is shown with all of its rows.
EXAMPLES = 1000


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What is wrong with a draft, in the order of its script; how much of it is coded and quoted; what is to be read.

    `accounts` are None where the script cannot be followed at all. `conflicts` names the fields on which claims of the
    draft and of others cannot all be true, which is kept and no failure. `unread` counts the records to be reviewed.
    """

    source_id: str
    wrong: list[Wrong]
    accounts: Accounts | None = None
    conflicts: tuple[str, ...] = ()
    unread: int = 0


def draft(root: Path, source_id: str) -> DraftReport:
    """Extract, resolve and check the article of that id beside the others as they are published below `root`.

    Nothing is written. Raises UnknownName if there is no such article; ExtractionError where there is none at all;
    and what `report_on` raises.
    """
    known = {folder.name: folder for folder in folders(root / "raw")}
    if source_id not in known:
        raise unknown("article", source_id, known, "`karabakh-data new` makes one of a text.")
    try:
        registers, wrong_entries = drafted_registers()
        article = draft_of(known[source_id], registers)
    except ExtractionError as error:
        messages = error.failures or [f"{source_id} has no script; `karabakh-data new` makes one"]
        return DraftReport(source_id, [Wrong("extraction", message) for message in messages])
    return report_on(root, article, registers, wrong_entries)


def report_on(
    root: Path, article: ArticleDraft, registers: Registers, wrong_entries: Iterable[str] = ()
) -> DraftReport:
    """What is wrong with an article that was drafted with these registers, of which some entries may be wrong.

    Raises LedgerError or PrivateNamesError if what coders keep below `root` is wrong, and DataFileError if the
    published tables are not there, or not this model's.
    """
    source_id = article.article.source_id
    tables, shortcomings = loosely_resolved(_beside_published(root, article, registers))
    places = Places(article)
    tainted = {record_id for _, record_id, _ in article.unmade} | {one.record_id for one in shortcomings}
    wrong = [
        *(Wrong("extraction", failure) for failure in wrong_entries),
        *(Wrong("extraction", one.message, *places.of_line(one.script_line)) for one in article.failures),
        *_unspoken(registers, tables, tainted),
        *_unresolved(shortcomings, article, places),
        *_unsupported(article, tables, places),
        *_broken(root, tables, places, tainted),
        *_too_much_quoted(tables, source_id),
    ]
    own = pc.field("source_id") == source_id
    ledger = read_ledger(root / LEDGER)
    told = accounts({**tables, **{name: tables[name].filter(own) for name in ("passages", "claims", "mentions")}})
    in_conflict = tables["claims"].filter(own & pc.field("in_conflict")).to_pylist()
    return DraftReport(
        source_id,
        sorted(wrong, key=lambda one: one.script_line or 0),
        told,
        tuple(sorted({f"{one['record_table']}/{one['record_id']}.{one['field']}" for one in in_conflict})),
        sum(requirement(unit, ledger) is not None for unit in units(tables)),
    )


def _beside_published(root: Path, article: ArticleDraft, registers: Registers) -> Extraction:
    """What is drawn from the draft, with what is published of the other articles."""
    own = article.extracted.source
    drawn = in_columns([article.extracted])
    others = pc.field("source_id") != own["source_id"]
    published = {model.table: _published(root, model.table) for model in (Source, Passage, Claim, Mention)}
    given = ["char_count", *(column.name for column in columns(Source, "authored", "reference"))]
    rows = published[Source.table].filter(others).select(given).to_pylist()
    return Extraction(
        registers=registers,
        crosswalk=read_crosswalk(),
        history=read_history(),
        sources={row["source_id"]: row for row in rows} | {own["source_id"]: own},
        tables={name: pa.concat_tables([published[name].filter(others), table]) for name, table in drawn.items()},
    )


def _published(root: Path, table: str) -> pa.Table:
    file = root / "karabakh_data" / "data" / f"{table}.parquet"
    found, schema = read_file(file), arrow_schema(TABLES[table])
    if not found.schema.equals(schema):
        raise DataFileError(f"{file} has other columns than the model; run `karabakh-data build` before you go on")
    return found.cast(schema)


def _unspoken(registers: Registers, tables: Mapping[str, pa.Table], tainted: set[str]) -> Iterator[Wrong]:
    for table, record_id in unspoken(registers, tables):
        if record_id not in tainted:
            yield Wrong("extraction", unspoken_failure(table, record_id))


def _unresolved(shortcomings: Iterable[Shortcoming], article: ArticleDraft, places: Places) -> Iterator[Wrong]:
    """What keeps claims from making records, unless a line that failed, or a wrong entry of a register, explains it."""
    for one in shortcomings:
        explained = {(one.table, one.record_id, name) for name in (one.field, None)} & article.unmade
        registered = one.table in REGISTERED and one.field in _registered(one.table)
        if not explained and not registered:
            where = places.of_record(one.table, one.record_id)
            elsewhere = "" if where else " (as the other articles are published; `karabakh-data build` makes them anew)"
            yield Wrong("resolution", f"{one}{elsewhere}", *next(iter(where), NOWHERE))


def _registered(table: str) -> set[str]:
    return {column.name for column in columns(TABLES[table], "authored", "reference")}


def _unsupported(article: ArticleDraft, tables: Mapping[str, pa.Table], places: Places) -> Iterator[Wrong]:
    """Each claim whose value its quotation does not show, with what would do."""
    own = pc.field("source_id") == article.article.source_id
    claims, mentions = tables["claims"].filter(own), tables["mentions"].filter(own)
    spots = Spots.of(claims.to_pylist(), mentions.to_pylist())
    passages = {one.passage_id: (one.char_start, one.char_end) for one in article.extracted.passages}
    published = article.article.facts.get("published_edtf")
    missed = {f"{table}/{record_id}" for table, record_id, _ in article.unmade}
    lacking: dict[str, list[Unsupported]] = {}
    for one in unsupported(claims, mentions):
        # A claim that failed would have shown the record; that it failed is told already.
        if one.record not in missed:
            lacking.setdefault(one.claim["claim_id"], []).append(one)
    for claim_id, lacks in lacking.items():
        claim = lacks[0].claim
        said = f"{claim['record_table']}/{claim['record_id']}.{claim['field']} = {claim['value']}"
        why = "; ".join(one.lacks for one in lacks)
        do = remedy(lacks, article.article.text, passages[claim["passage_id"]], spots, published)
        yield Wrong("support", f"{said}: '{claim['quote']}' does not show it ({why}): {do}", *places.claims[claim_id])


def _broken(root: Path, tables: Mapping[str, pa.Table], places: Places, tainted: set[str]) -> Iterator[Wrong]:
    """Each row that breaks a rule, unless it hangs on a record of which something else is wrong already."""
    with TemporaryDirectory() as folder:
        for name, table in tables.items():
            pq.write_table(table, Path(folder, f"{name}.parquet"))
        found = check(folder, max_failures=EXAMPLES).failures
    for failure in (*found, *private_failures(tables, root, EXAMPLES)):
        for example in failure.examples:
            values = {part for value in example.values() if isinstance(value, str) for part in value.split("/")}
            if values.isdisjoint(tainted):
                where = places.of_row(failure.rule.table, example, failure.rule.columns)
                message = f"{failure.rule.id}: {example_text(failure.rule, example)}; {_next_step(failure, where)}"
                yield Wrong("rules", message, *next(iter(where), NOWHERE))


def _next_step(failure: Failure, where: list[Place]) -> str:
    rule = failure.rule
    if rule.table in REGISTERED and rule.columns and set(rule.columns) <= _registered(rule.table):
        return f"mend it in registers/{rule.table}.toml"
    lines = ", ".join(str(line) for line, _ in where[1:6])
    also = f" (also in line {lines})" if lines else ""
    return f"mend what is claimed of it{also}, or see the rule with `karabakh-data rules {rule.table} --sql`"


def _too_much_quoted(tables: Mapping[str, pa.Table], source_id: str) -> Iterator[Wrong]:
    for failure in shares.share_failures(tables, EXAMPLES):
        for example in failure.examples:
            if example["source_id"] == source_id:
                yield Wrong("share", f"{failure.rule.name} ({example['quoted']:.0%})")

"""Whether what a claim states can be read in its quotation.

A claim with basis `stated` says that it needs no step from the words to the value. What can be read is asked by the
kind of the column, never by its name:

- a number stands there in digits or words; a date with each part that the value has (`dates`);
- a term of a vocabulary by a wording that the lexicon lists (`wordings`); a role only where the lexicon lists the role;
- an actor or place, in the value or in the record's key: a mention of it lies in the quotation, or around it;
- a link, moreover, only where the passage has a claim on the event or clause to which it belongs: a name shows a part
  in something only where that is told;
- another record, in the value or in the key: a claim on that record rests on words of the same passage that the
  quotation overlaps; of an agreement a word for it is enough ("the deal");
- other text: the same words, white space, case and markup apart.

What cannot be read so is `derived` or `judged`, with a note. Denied and questioned values are read alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from karabakh_data.check.report import Failure, gathered
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.extract.language.dates import unread
from karabakh_data.extract.language.numerals import numbers
from karabakh_data.extract.language.wordings import folded, wordings
from karabakh_data.model import NAMED_TABLES, TABLES, FieldColumn, columns, key_of
from karabakh_data.model.edtf import EdtfError
from karabakh_data.model.vocabularies import VOCABULARIES


def _requirement(name: str) -> Requirement:
    return Requirement(name=name, table="claims", columns=("field", "value", "quote"))


NUMBER = _requirement("a number is stated that the quotation does not give")
DATE = _requirement("a date is stated of which the quotation does not give every part")
TERM = _requirement("a term is stated that no wording in the quotation shows")
NAMED = _requirement("an actor or place is stated that no mention at the quotation names")
RECORD = _requirement("a record is stated on which no claim rests on words of the quotation")
WORDS = _requirement("words are stated that the quotation does not have")
UNTOLD = _requirement("a link is stated where no claim in the passage is on the record to which it belongs")
REQUIREMENTS = (NUMBER, DATE, TERM, NAMED, RECORD, WORDS, UNTOLD)

_MARKUP = re.compile(r"[*_#\[\]`>\\]+|\(#\)")

Claim = Mapping[str, Any]
Spans = Mapping[tuple[str, str, str], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Spots:
    """Where actors and places are named, by article, table and id; and records claimed, by passage, table and id."""

    named: Spans
    claimed: Spans

    @classmethod
    def of(cls, claims: Iterable[Claim], mentions: Iterable[Mapping[str, Any]]) -> Spots:
        """Those of all claims and mentions."""
        return cls(
            named=_spans((m["source_id"], m["entity_table"], m["entity_id"], m) for m in mentions),
            claimed=_spans((c["passage_id"], c["record_table"], c["record_id"], c) for c in claims),
        )


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A claim with basis `stated` whose quotation does not show its value: the requirement that is not met, why.

    `record` is the one on which a claim is lacking, with its table, if that is why.
    """

    requirement: Requirement
    claim: Claim
    lacks: str
    record: str | None = None

    def __str__(self) -> str:
        claim = self.claim
        return (
            f"{claim['source_id']}: {_record(claim)}.{claim['field']} = {claim['value']}: '{claim['quote']}' does not"
            f" show it ({self.lacks}; article.txt {claim['char_start']}-{claim['char_end']}): use a longer quotation,"
            " or derived/judged with a note"
        )

    @property
    def example(self) -> dict[str, Any]:
        """The failure as an example in a report."""
        place = {name: self.claim[name] for name in ("claim_id", "source_id", "char_start", "char_end")}
        claimed = {"record": _record(self.claim), **{name: self.claim[name] for name in ("field", "value", "quote")}}
        return {**place, **claimed, "lacks": self.lacks}


def support_failures(tables: Mapping[str, pa.Table], max_examples: int = 10) -> list[Failure]:
    """What is stated in the claims and cannot be read in their quotations; needs `claims` and `mentions`, no article.

    Each failure has at most `max_examples` examples.
    """
    found = unsupported(tables["claims"], tables["mentions"])
    return gathered(((one.requirement, one.example) for one in found), REQUIREMENTS, max_examples)


def unsupported(claims: pa.Table, mentions: pa.Table) -> Iterator[Unsupported]:
    """Each thing that a claim with basis `stated` states and its quotation does not show, in the order of the claims.

    Claims on a table or field that does not exist are left to the rules that find these.
    """
    rows = claims.to_pylist()
    spots = Spots.of(rows, mentions.to_pylist())
    for claim in rows:
        if claim["basis"] == "stated":
            yield from lacking(claim, spots)


def lacking(claim: Claim, spots: Spots) -> Iterator[Unsupported]:
    """Each thing that the claim's quotation does not show, whatever its basis is."""
    column = _coded(claim["record_table"]).get(claim["field"])
    if column is not None:
        yield from _value_unread(claim, column)
        yield from _references_unread(claim, column, spots)
        yield from _link_untold(claim, column, spots)


def shares_by_basis(claims: pa.Table) -> dict[str, float]:
    """The share of the claims, from 0 to 1, with each basis: stated, derived, judged."""
    counts = Counter(claims["basis"].to_pylist())
    return {term: counts[term] / max(1, len(claims)) for term in VOCABULARIES["basis"].terms}


def _value_unread(claim: Claim, column: FieldColumn) -> Iterator[Unsupported]:
    """What is lacking of a value that is no reference."""
    definition, value, quote = column.definition, claim["value"], claim["quote"]
    if definition.vocabulary is not None:
        silent = definition.resolution == "key" and not wordings().lists(definition.vocabulary, value)
        if not silent and not _shown(definition.vocabulary, value, quote):
            yield Unsupported(TERM, claim, f"no wording of the {definition.vocabulary} '{value}'")
    elif definition.form == "edtf":
        lacks = _date_unread(value, quote)
        if lacks:
            yield Unsupported(DATE, claim, f"it lacks {', '.join(lacks)}")
    elif column.type is int:
        if value not in map(str, numbers(quote)):
            yield Unsupported(NUMBER, claim, f"it gives {_listed(map(str, sorted(numbers(quote)))) or 'no number'}")
    elif column.type is not str:
        raise TypeError(f"{claim['record_table']}.{column.name}: nothing says how a {column.type.__name__} is read")
    elif not _referred(claim, column) and not _has_words(quote, value):
        yield Unsupported(WORDS, claim, "other words")


def _references_unread(claim: Claim, column: FieldColumn, spots: Spots) -> Iterator[Unsupported]:
    """What is lacking of the actors, places and other records in the value and in the key."""
    span = (claim["char_start"], claim["char_end"])
    for table, record_id in _referred(claim, column):
        if table in NAMED_TABLES:
            mentions = spots.named.get((claim["source_id"], table, record_id), ())
            if not any(_within(span, other) or _within(other, span) for other in mentions):
                yield Unsupported(NAMED, claim, f"no mention of {table}/{record_id} lies there")
        elif not _spoken_of(table, claim["quote"]):
            others = spots.claimed.get((claim["passage_id"], table, record_id), ())
            if not any(span[0] < end and start < span[1] for start, end in others):
                record = f"{table}/{record_id}"
                yield Unsupported(RECORD, claim, f"no claim on {record} overlaps it", record)


def _link_untold(claim: Claim, column: FieldColumn, spots: Spots) -> Iterator[Unsupported]:
    """What is lacking of the record to which a link belongs."""
    model = TABLES[claim["record_table"]]
    whole = next(each.definition.references for each in columns(model) if each.name == model.key[0])
    key = key_of(model, claim["record_id"])
    if column.definition.resolution == "key" and whole is not None and key:
        table, record_id = whole.split(".")[0], key[model.key[0]]
        if (claim["passage_id"], table, record_id) not in spots.claimed:
            record = f"{table}/{record_id}"
            yield Unsupported(UNTOLD, claim, f"no claim on {record} lies in its passage", record)


def _referred(claim: Claim, column: FieldColumn) -> list[tuple[str, str]]:
    """The records that the value names, and those in the key of a link beside the one to which the link belongs."""
    if column.definition.references is not None:
        return [(column.definition.references.split(".")[0], claim["value"])]
    model = TABLES[claim["record_table"]]
    key = key_of(model, claim["record_id"]) or {}
    if {"record_table", "record_id"} <= key.keys():
        return [(key["record_table"], key["record_id"])]
    references = {each.name: each.definition.references for each in columns(model)}
    return [(table.split(".")[0], key[name]) for name in model.key[1:] if name in key and (table := references[name])]


@cache
def _coded(table: str) -> Mapping[str, FieldColumn]:
    model = TABLES.get(table)
    return {each.name: each for each in columns(model, "coded")} if model else {}


def _shown(vocabulary: str, term: str, quote: str) -> bool:
    return wordings().lists(vocabulary, term) and wordings().shows(vocabulary, term, quote)


def _spoken_of(table: str, quote: str) -> bool:
    pattern = wordings().tables.get(table)
    return pattern is not None and pattern.search(folded(quote)) is not None


def _date_unread(value: str, quote: str) -> list[str]:
    try:
        return unread(value, quote, wordings().dates)
    except EdtfError:
        return []  # that it is no date is reported by a rule of its own


def _has_words(text: str, words: str) -> bool:
    plain, sought = (folded(_MARKUP.sub("", each)) for each in (text, words))
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", plain) is not None


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _spans(rows: Iterable[tuple[str, str, str, Mapping[str, Any]]]) -> Spans:
    found: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, table, record_id, row in rows:
        found[place, table, record_id].append((row["char_start"], row["char_end"]))
    return found


def _record(claim: Claim) -> str:
    return f"{claim['record_table']}/{claim['record_id']}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)

"""`python -m benchmarks.proposals`: how much of what `karabakh-data new` proposes the coders took over.

Each article is proposed anew with only the others known: their mentions, claims and registered records. All proposals
are taken, by deleting the signs of comment; the script is followed; and what it claims is compared with what the
coders claim. It needs no more than the package and a checkout.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from karabakh_data.extract.article import Article, Span, read
from karabakh_data.extract.looks import roles
from karabakh_data.extract.one_article import draft_article
from karabakh_data.extract.proposals.known import DATA, Known, known
from karabakh_data.extract.proposals.script_lines import ScriptLines
from karabakh_data.extract.registers import Registers, read_registers
from karabakh_data.extract.script import read_script
from karabakh_data.extract.skeleton import skeleton
from karabakh_data.extract.splitting import passages

ROOT = Path(__file__).parents[1]
Row = Mapping[str, Any]

_PROPOSED = re.compile(r"^    # (?=(?:\w+ = )?\w+(?:\.\w+(?:\([^()]*\))?)*\.\w+\()", re.MULTILINE)
_NEW = re.compile(r'"((event|casualty)-id-\d+)"')
_BARE = re.compile(r"^(?:the\s+)|[‘’“”\"']", re.IGNORECASE)


@dataclass(slots=True)
class Share:
    """Of one kind: how many were proposed, how many of these the coders took over, and how many of theirs were."""

    proposed: int = 0
    taken: int = 0
    coded: int = 0
    found: int = 0

    def add(self, other: Share) -> None:
        """Count another article in."""
        self.proposed += other.proposed
        self.taken += other.taken
        self.coded += other.coded
        self.found += other.found


def taken(script: str) -> str:
    """A script with all its proposals taken."""
    return _PROPOSED.sub("    ", script)


def with_new(registers: Registers, script: str) -> Registers:
    """The registers, and in them the records that a script's proposals leave to be entered."""
    tables = {"event": "events", "casualty": "casualties"}
    entered = {table: dict(entries) for table, entries in registers.items()}
    for record_id, table in _NEW.findall(script):
        entered[tables[table]][record_id] = {}
    return entered


def shares(root: Path = ROOT) -> dict[str, Share]:
    """The shares over all articles of a checkout, by kind."""
    tables = {
        name: pq.read_table(root / DATA / f"{name}.parquet").to_pylist() for name in ("claims", "mentions", "passages")
    }
    registers = read_registers()
    total: dict[str, Share] = {}
    for folder in sorted(path for path in (root / "raw").iterdir() if path.is_dir()):
        others = {name: [row for row in rows if row["source_id"] != folder.name] for name, rows in tables.items()}
        own = {name: [row for row in rows if row["source_id"] == folder.name] for name, rows in tables.items()}
        for kind, share in _of_article(folder, _known(registers, others), registers, own).items():
            total.setdefault(kind, Share()).add(share)
    return total


def _known(registers: Registers, rows: Mapping[str, Sequence[Row]]) -> Known:
    """What other articles tell: of the registers, too, only what these name."""
    named = {f"{row['entity_table']}/{row['entity_id']}" for row in rows["mentions"]}
    named |= {f"{row['record_table']}/{row['record_id']}" for row in rows["claims"]}
    for row in rows["claims"]:
        ids = [*row["record_id"].split("/"), row["value"]]
        named |= {f"{table}/{one}" for table in ("actors", "places") for one in ids}
    kept = {
        table: {record_id: entry for record_id, entry in entries.items() if f"{table}/{record_id}" in named}
        for table, entries in registers.items()
    }
    return known(kept, rows["mentions"], rows["claims"])


def _of_article(
    folder: Path, of_others: Known, registers: Registers, coded: Mapping[str, Sequence[Row]]
) -> dict[str, Share]:
    article = read(folder)
    _, script = skeleton(Article(article.source_id, article.text, {}), "en", of_others)
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "script.py"
        path.write_text(taken(script), encoding="utf-8")
        draft = draft_article(folder, read_script(path, folder.name), with_new(registers, taken(script)))
    claims = [claim.model_dump() for claim in draft.extracted.claims]
    mentions = [mention.model_dump() for mention in draft.extracted.mentions]
    found = {"mentions": _compared(mentions, coded["mentions"], _same_mention)}
    for kind, is_one in KINDS.items():
        ours, theirs = ([row for row in rows if is_one(row)] for rows in (claims, coded["claims"]))
        found[kind] = _compared(ours, theirs, _same_claim)
    found["all claims"] = _compared(claims, coded["claims"], _same_claim)
    found["roles of passages"] = _roles(article, coded["passages"])
    found["records of others"] = _records(article, of_others, coded)
    return found


def _field(*fields: str) -> Callable[[Row], bool]:
    return lambda row: row["field"] in fields


KINDS: Mapping[str, Callable[[Row], bool]] = {
    "dates": _field("date_edtf", "due_edtf", "as_of_edtf", "published_edtf"),
    "figures": _field("measure", "low", "best", "high", "victim_class", "subset_of"),
    "speakers and addressees": lambda row: (
        row["record_table"] == "event_actors" and row["value"] in ("speaker", "addressee")
    ),
    "offices": _field("office"),
    "wholes of actors and places": lambda row: (
        row["field"] == "part_of" and row["record_table"] in ("actors", "places")
    ),
    "title, author, dateline": _field("title", "author", "dateline"),
}


def _compared(ours: Sequence[Row], theirs: Sequence[Row], same: Callable[[Row, Row], bool]) -> Share:
    return Share(
        len(ours),
        sum(any(same(one, other) for other in theirs) for one in ours),
        len(theirs),
        sum(any(same(one, other) for one in ours) for other in theirs),
    )


def _same_mention(one: Row, other: Row) -> bool:
    """The same actor or place, in the same words but for an article or quotation marks around them."""
    same = all(one[column] == other[column] for column in ("entity_table", "entity_id"))
    return same and _overlap(one, other) and _BARE.sub("", one["surface"]) == _BARE.sub("", other["surface"])


def _same_claim(one: Row, other: Row) -> bool:
    """The same value of the same field, resting on words in common; a record that is still to be entered is any one."""
    if one["record_table"] in ("actors", "places"):  # told once of an article, wherever it says so
        return all(one[column] == other[column] for column in ("record_table", "record_id", "field", "value"))
    is_date = KINDS["dates"](one) and KINDS["dates"](other)
    if not is_date and (one["record_table"], one["field"]) != (other["record_table"], other["field"]):
        return False
    if one["record_table"] == "event_actors" and one["record_id"].split("/")[1:] != other["record_id"].split("/")[1:]:
        return False
    return (one["value"] == other["value"] or one["field"] == "subset_of") and _overlap(one, other)


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["char_start"] < other["char_end"] and other["char_start"] < one["char_end"])


def _roles(article: Article, coded: Sequence[Row]) -> Share:
    """A passage is rightly guessed where one that begins at the same spot has the same role."""
    spans = passages(article.text)
    ours = {(span.start, role) for span, role in zip(spans, roles(article.text, spans), strict=True)}
    theirs = {(row["char_start"], row["role"]) for row in coded}
    return Share(len(ours), len(ours & theirs), len(theirs), len(ours & theirs))


def _records(article: Article, of_others: Known, coded: Mapping[str, Sequence[Row]]) -> Share:
    """Records of other articles that are named; and passages in which coders have one, and in which it is named."""
    lines = ScriptLines(article, of_others)
    share = Share()
    for row in coded["passages"]:
        named = set(lines.records(Span(row["char_start"], row["char_end"])))
        told = {_record(claim) for claim in coded["claims"] if claim["passage_id"] == row["passage_id"]}
        told &= of_others.traits.keys()
        share.add(Share(len(named), len(named & told), bool(told), bool(named & told)))
    return share


def _record(claim: Row) -> str:
    owners = {
        "event_actors": "events",
        "event_topics": "events",
        "clause_actors": "clauses",
        "clause_events": "clauses",
    }
    return f"{owners.get(claim['record_table'], claim['record_table'])}/{claim['record_id'].split('/')[0]}"


def table(found: Mapping[str, Share]) -> Iterator[str]:
    """The shares as the lines of a table in Markdown."""
    yield "| kind | proposed | taken over | | coded | proposed of these | |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind, share in found.items():
        right, recalled = share.taken / max(1, share.proposed), share.found / max(1, share.coded)
        cells = (kind, share.proposed, share.taken, f"{right:.0%}", share.coded, share.found, f"{recalled:.0%}")
        yield f"| {' | '.join(map(str, cells))} |"


PAGE = Path(__file__).with_suffix(".md")
INTRODUCTION = """\
# What `karabakh-data new` proposes, and what coders took over

`python -m benchmarks.proposals --write` measures this and writes it down. Each article is proposed anew with only the
others known: their mentions and claims, and what they name of the registers. All proposals are taken, the script is
followed, and what it claims is compared with what the coders claim.

A mention is taken over where the coders tie the same words, but for an article or quotation marks around them, to the
same actor or place; a claim where they claim the same value of the same field from words in common, and the same
record, where it is not one still to be entered. Of "records of others", records are counted that are named above a
passage, and passages in which coders have such a record: a list to look through, mostly of records that are not meant.

"""
LIMITS = """

The rules were made with these articles at hand, so that others may fare worse. Left out, because coders mostly read
them in another way: names without a capital ("the region"), populations by less than their whole name, "last week" and
dates that hang on another event, and of which state an armed force is.
"""


def page(found: Mapping[str, Share]) -> str:
    """The page that states the shares."""
    return INTRODUCTION + "\n".join(table(found)) + LIMITS


if __name__ == "__main__":
    shown = page(shares())
    if "--write" in sys.argv[1:]:
        PAGE.write_text(shown, encoding="utf-8")
    else:
        print(shown)

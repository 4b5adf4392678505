"""One synthetic story: one or two articles that tell of the same events, and the rows that resolution makes of them.

Whatever the data can hold occurs: repeated claims, claims that are less precise, denials, speech acts, figures with
subsets, clauses kept and late. The rows come from `karabakh_data.resolve`, so they keep all rules by construction.
Every id that belongs to the story, and every sentence, carries the story's number as `MARK`, which `mould` replaces.
"""

from __future__ import annotations

from random import Random

import pyarrow as pa

from karabakh_data.model import Claim, Mention, Passage
from karabakh_data.model.arrow import to_arrow
from karabakh_data.resolve import resolve
from karabakh_data.testing import invented
from karabakh_data.testing.draft import Draft
from karabakh_data.testing.invented import Record, day
from karabakh_data.testing.telling import KINDS, MARK, SEEN, Cast


def story(seed: str, articles: int, events: int) -> tuple[dict[str, pa.Table], dict[str, str]]:
    """The tables and the texts (by source) of one story: so many articles, one or two, with so many events each.

    The tables of actors and places hold what the story uses of the invented world besides what is its own.
    """
    random = Random(f"karabakh-data {seed} {articles} {events}")
    registers: dict[str, dict[str, Record]] = {
        table: {} for table in ("events", "actors", "casualties", "clauses", "places", "agreements", "sources")
    }
    registers["actors"] |= invented.actors()
    registers["places"] |= invented.places()
    cast = Cast(random, random.randint(2010, 2023), invented.actors(), invented.places(), registers)
    drafts = [Draft(f"s{MARK}{letter}") for letter in "ab"[:articles]]
    for place, draft in enumerate(drafts):
        _open(draft, cast)
        for number in range(events):
            KINDS[number % len(KINDS)](draft, cast, place * events + number + 1)
        if place == 1:
            _retell(draft, cast, events)
        draft.passage(f"Follow us for more, wire {MARK}.", role="boilerplate", reason="site furniture")
        registers["sources"][draft.source_id] = draft.identity()
    rows = [draft.rows() for draft in drafts]
    passages, claims, mentions = ([row for part in parts for row in part] for parts in zip(*rows, strict=True))
    drawn = {
        "passages": to_arrow(Passage, passages),
        "claims": to_arrow(Claim, claims),
        "mentions": to_arrow(Mention, mentions),
    }
    tables = resolve(registers, drawn, [])
    return tables, {draft.source_id: draft.text for draft in drafts}


def _open(draft: Draft, cast: Cast) -> None:
    source = f"sources/{draft.source_id}"
    title = f"What happened in the case {MARK}{draft.source_id[-1]}"
    draft.passage(title, role="headline")
    draft.claim(source, title, title=title)
    edtf, written = day(cast.year, 12, 1 + cast.random.randrange(28))
    draft.passage(f"Wire {MARK}, {written}", role="dateline")
    draft.claim(source, written, published_edtf=edtf)
    draft.claim(source, f"Wire {MARK}", publisher=f"Wire {MARK}")


def _retell(draft: Draft, cast: Cast, events: int) -> None:
    """Tell again of events of the first article: alike, less precisely, and otherwise."""
    for number in range(1, events + 1):
        event = f"e{MARK}-{number:03}"
        kind = (number - 1) % len(KINDS)
        if kind == 2:  # the act
            edtf, written = cast.when[event]
            draft.passage(f"Our colleagues are right that it happened on {written}, memo {MARK}-{number}.")
            draft.claim(f"events/{event}", "it happened", judged=True, note=SEEN, status="occurred")
            draft.claim(f"events/{event}", written, date_edtf=edtf)
        if kind == 3:  # the speech
            month = f"in November {cast.year}"
            draft.passage(f"That was said {month}, memo {MARK}-{number}.")
            draft.claim(f"events/{event}", month, date_edtf=f"{cast.year}-11")
        if kind == 4:  # the clash
            draft.passage(f"It never came to that, and 7 people died elsewhere, memo {MARK}-{number}.")
            draft.claim(
                f"events/{event}", "never came to that", judged=True, note="never", denies=True, status="occurred"
            )
            draft.claim(f"casualties/c{MARK}-{number:03}-1", "7 people died", note="another figure for them", best=7)

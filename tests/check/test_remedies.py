"""What would do where a quotation does not show its claim's value passes itself, and is the shortest that does."""

from __future__ import annotations

from typing import Any

import pyarrow.compute as pc
import pytest

import karabakh_data
from karabakh_data.check.articles.remedies import remedy
from karabakh_data.check.articles.support import Spots, lacking
from karabakh_data.extract.article import Article, Span

TEXT = "On 15 November 2020 seven soldiers fell in Zenda, and Zenda fell. Eight more died on 16 November, it is said."
FIRST, SECOND = (0, 65), (66, len(TEXT))


def claim(field: str, value: str, quote: str, passage: tuple[int, int] = FIRST) -> dict[str, Any]:
    """A claim on `table/record.field` that rests on these words of a passage."""
    record, _, name = field.rpartition(".")
    table, _, record_id = record.partition("/")
    start = TEXT.index(quote, *passage)
    return {
        **{"source_id": "courier", "passage_id": str(passage), "record_table": table, "record_id": record_id},
        **{"field": name, "value": value, "basis": "stated", "quote": quote},
        **{"char_start": start, "char_end": start + len(quote)},
    }


def mention(entity: str, words: str, start: int = 0) -> dict[str, Any]:
    table, _, record_id = entity.partition("/")
    at = TEXT.index(words, start)
    named = {"entity_table": table, "entity_id": record_id}
    return {"source_id": "courier", "char_start": at, "char_end": at + len(words), **named}


WOULD_DO = [
    (claim("casualties/dead.best", "7", "soldiers fell"), FIRST, "'seven' would do"),
    (claim("casualties/dead.best", "9", "soldiers fell"), FIRST, 'no words of the passage do; give derived="the step'),
    (claim("casualties/dead.victim_class", "military", "seven"), FIRST, "'soldiers' would do"),
    (claim("events/fall.date_edtf", "2020-11-15", "fell in"), FIRST, "'15 November 2020' would do"),
    (
        claim("events/end.date_edtf", "2020-11-16", "died", SECOND),
        SECOND,
        "'16 November' with derived=\"the year is that of publication, 2020\" would do",
    ),
    (
        claim("events/end.date_edtf", "2020-11-16", "on 16 November", SECOND),
        SECOND,
        'no words of the passage do; give derived="the year is that of publication, 2020", or mend the value',
    ),
    (
        claim("events/end.date_edtf", "1994-11-16", "on 16 November", SECOND),
        SECOND,
        'no words of the passage do; give derived="how the year 1994 follows", or mend the value',
    ),
    # The name stands twice in the passage, so that braces mark the one that is meant: the nearest.
    (claim("events/fall.place_id", "zenda", "soldiers fell"), FIRST, "'in {Zenda}' would do"),
    (claim("events/fall.part_of", "war", "seven"), FIRST, "'Zenda {fell}' would do"),
    (
        claim("event_actors/war/zenda/target.role", "target", "Zenda"),
        FIRST,
        "claim something of that record in this passage",
    ),
]


@pytest.mark.parametrize(("wrong", "passage", "expected"), WOULD_DO, ids=lambda each: str(each)[:40])
def test_what_would_do(wrong: dict[str, Any], passage: tuple[int, int], expected: str) -> None:
    second_fell = TEXT.index("fell.")
    told = claim("events/war.status", "occurred", "fell") | {"char_start": second_fell, "char_end": second_fell + 4}
    others = [] if wrong["record_table"] == "event_actors" else [told]
    spots = Spots.of([wrong, *others], [mention("places/zenda", "Zenda"), mention("places/zenda", "Zenda", 50)])

    lacks = list(lacking(wrong, spots))

    assert lacks
    assert remedy(lacks, TEXT, passage, spots, "2020-11-30").startswith(expected)


def test_what_is_proposed_for_the_claims_of_an_article_passes() -> None:
    """Of each claim that states a number, date, term or name, the words are taken away and sought again."""
    source_id = karabakh_data.sources()["source_id"].to_pylist()[0]
    claims, mentions, passages = (
        karabakh_data.load(name).filter(pc.field("source_id") == source_id).to_pylist()
        for name in ("claims", "mentions", "passages")
    )
    text = (karabakh_data.path("sources").parents[2] / "raw" / source_id / "article.txt").read_bytes().decode()
    spans = {one["passage_id"]: (one["char_start"], one["char_end"]) for one in passages}
    spots = Spots.of(claims, mentions)
    found = []
    for one in claims:
        start, end = spans[one["passage_id"]]
        away = one | {"char_start": start, "char_end": start + 1, "quote": text[start]}
        lacks = list(lacking(away, spots)) if one["basis"] == "stated" else []
        if not lacks:
            continue
        told = remedy(lacks, text, (start, end), spots, None)
        words = told.partition(" would do")[0]
        assert " would do; or give" in told, (one, told)
        article = Article(source_id, text, {})
        span = article.find(eval(words), within=Span(start, end))
        assert span is not None, (words, article.failures)
        again = one | {"char_start": span.start, "char_end": span.end, "quote": text[span.start : span.end]}
        assert list(lacking(again, spots)) == []
        assert len(again["quote"].split()) <= len(one["quote"].split())
        found.append(one)
    assert len(found) > 100

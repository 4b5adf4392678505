"""A draft: one article beside others that are published, of which some lines fail; all that is wrong is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import corpus
import pyarrow.parquet as pq
import pytest

from karabakh_data.coding.drafting import DraftReport, Wrong, draft
from karabakh_data.coding.drafting.report import report_on
from karabakh_data.errors import DataFileError, UnknownName
from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.one_article import draft_article
from karabakh_data.extract.script import read_script

SOURCE = "gazette-2020-12-03"
TEXT = """\
Zenda is quiet again, and its people look to the winter

Ruritania took over Zenda on November 15, and Ruritania built a bridge there.

Nine soldiers died in the last week.
"""
FACTS = """\
title = "Zenda is quiet again"
published_edtf = "2020-12-03"
published_reasoning = "The file bears that day."
language = "en"
rights = "Invented; it belongs to nobody."
framing = "None."
"""
SCRIPT = """\
from karabakh_data.extract.text import Text


def code(text: Text) -> None:
    text.names("actors/ruritania", "Ruritania")
    text.names("places/zenda", "Zenda")

    s = text.headline("Zenda is … winter")
    s.source.title("Zenda is quiet again")
    s.source.published("winter")

    s = text.sentence("Ruritania took … there.")
    handover = s.event("zenda-handover")
    handover.status("occurred", "took over")
    handover.date("2020-11-15", "November 15", derived="the year is that of publication, 2020")
    handover.recipient("ruritania", "{Ruritania} took")
    bridge = s.event("bridge")
    bridge.status("occurred", "built")
    bridge.place("zenda", "Zenda")

    s = text.sentence("Nine soldiers … week.")
    dead = s.casualty("zenda-dead")
    dead.best(9, "Nine soldiers")
    dead.measure("killed", "died")
    dead.victim_class("military", "soldiers")
    dead.event("zenda-handover", "died", judged="they stand together")
"""
BRIDGE = {"event_id": "bridge", "event_type": "transport_link", "title": "Ruritania builds a bridge at Zenda"}

Draft = Callable[..., DraftReport]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of the small corpus, published, with a further article in `raw/`."""
    root = tmp_path_factory.mktemp("draft")
    corpus.build(root)
    (root / "raw" / SOURCE).mkdir()
    (root / "raw" / SOURCE / "article.txt").write_text(TEXT, encoding="utf-8")
    return root


@pytest.fixture
def drafted(root: Path, tmp_path: Path) -> Draft:
    """Reports on the further article after changes to its script, given by pairs of words, and to its facts."""

    def report(*changes: tuple[str, str], facts: str = FACTS, title: str = BRIDGE["title"]) -> DraftReport:
        script = SCRIPT
        for old, new in changes:
            assert script.count(old) == 1, old
            script = script.replace(old, new)
        path = tmp_path / "gazette_2020_12_03.py"
        path.write_text(script, encoding="utf-8")
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        (root / "raw" / SOURCE / "source.toml").write_text(f'{facts}sha256 = "{digest}"\n', encoding="utf-8")
        spoken_of = {
            table: set(pq.ParquetFile(root / f"karabakh_data/data/{table}.parquet").read()[0].to_pylist())
            for table in corpus.STORY.registers
        }
        registers = {
            table: {record_id: entry for record_id, entry in entries.items() if record_id in spoken_of[table]}
            for table, entries in corpus.STORY.registers.items()
        }
        registers["events"]["bridge"] = BRIDGE | {"title": title}
        return report_on(root, draft_article(root / "raw" / SOURCE, read_script(path, SOURCE), registers), registers)

    return report


def told(wrong: list[Wrong]) -> list[list[str | int | None]]:
    return [[one.kind, one.script_line, one.article_line] for one in wrong]


def test_a_draft_that_is_right(drafted: Draft) -> None:
    report = drafted()

    assert report.wrong == []
    assert report.accounts is not None
    assert list(report.accounts.sources) == [SOURCE]
    assert report.accounts.sources[SOURCE]["coded"] == 1
    # The two others date the handover to two days, and count seven and eight dead.
    assert {"casualties/zenda-dead.best", "events/zenda-handover.date_edtf"} <= {*report.conflicts}
    assert report.unread > 5


# Each change to the script, and what is told of it: the kind, the lines of script and article, and part of the message.
WRONG: list[tuple[tuple[str, str], tuple[str, int, int | None, str]]] = [
    (
        ('"places/zenda", "Zenda"', '"places/zenda", "Zenda", "Strelsau"'),
        ("extraction", 6, None, "the name 'Strelsau' does not stand in the article"),
    ),
    (
        ('handover.status("occurred", ', 'handover.status("occured", '),
        ("extraction", 14, 3, "is no term of the vocabulary 'event_status'; did you mean occurred?"),
    ),
    (
        ('"November 15", derived="the year is that of publication, 2020"', '"took over"'),
        ("support", 15, 3, "(it lacks the year 2020, the month November, November 15): 'November 15' with derived="),
    ),
    (
        ('"{Ruritania} took"', '"took over"'),
        ("support", 16, 3, "lies there): '{Ruritania} took' would do; or give derived=\"the step from the words"),
    ),
    # Without a status the event is not made, and nothing is told of what hangs on it.
    (
        ('bridge.status("occurred", "built")', 'bridge.date("2020-11", "November", derived="the year")'),
        ("resolution", 18, 3, "events/bridge.status must have a value, and no claim gives it"),
    ),
    (
        ('dead.best(9, "Nine soldiers")', 'dead.best(9, "died")'),
        ("support", 23, 5, "(it gives no number): 'Nine' would"),
    ),
    (('dead.measure("killed"', 'dead.mesure("killed"'), ("extraction", 24, 5, "did you mean measure?")),
    (('"military", "soldiers")', '"military", "men")'), ("extraction", 25, 5, "'men' does not stand in")),
]


def test_everything_is_told_at_once_with_its_lines_and_nothing_that_follows_from_it(drafted: Draft) -> None:
    report = drafted(*(change for change, _ in WRONG), facts=f'{FACTS}author = "A. Hope"\n'.replace("framing", "# "))

    framing, author, *others = report.wrong
    assert "source.toml lacks `framing`" in framing.message
    assert 's.source.author("the words that show it")' in author.message
    assert told(others) == [place for _, (*place, _) in WRONG], "\n".join(map(str, others))
    assert [
        expected for one, (_, (*_, expected)) in zip(others, WRONG, strict=True) if expected not in one.message
    ] == []


def test_a_broken_rule_is_told_with_the_line_of_the_claim(drafted: Draft) -> None:
    report = drafted(('bridge.place("zenda", "Zenda")', 'bridge.part_of("bridge", "built")'))

    assert told(report.wrong) == [["rules", 19, 3]]
    assert "part_of leads round in a circle" in report.wrong[0].message
    assert report.wrong[0].message.endswith("or see the rule with `karabakh-data rules events --sql`")


def test_too_much_is_quoted(drafted: Draft) -> None:
    words = "Ruritania took over Zenda on November 15, and Ruritania built a bridge"
    report = drafted(('"took over"', f'"{words}"'), ('"winter")\n\n', '"its people look to the winter")\n\n'))

    assert told(report.wrong) == [["share", None, None]]
    assert "the quotations reproduce one half of the article or more; quote fewer" in report.wrong[0].message


def test_a_value_that_the_words_give_in_part_is_told_the_step(drafted: Draft) -> None:
    change = ('"November 15", derived="the year is that of publication, 2020"', '"November 15"')
    (one,) = drafted(change).wrong
    assert 'give derived="the year is that of publication, 2020", or mend the value' in one.message

    (one,) = drafted((change[0], '"took over Zenda"')).wrong
    assert "'November 15' with derived=\"the year is that of publication, 2020\" would do" in one.message


def test_what_is_filled_in_and_claimed_nowhere_is_told(drafted: Draft) -> None:
    report = drafted(('    s.source.title("Zenda is quiet again")\n', ""))
    (one,) = report.wrong
    assert one.message.startswith(
        'source.toml gives `title`, and no line of the script claims it: add s.source.title("'
    )


def test_a_registered_record_of_which_nothing_is_said_is_told(drafted: Draft) -> None:
    lines = (
        '    bridge = s.event("bridge")\n    bridge.status("occurred", "built")\n    bridge.place("zenda", "Zenda")\n'
    )
    (one,) = drafted((lines, "")).wrong
    assert one.message.startswith("registers/events.toml: [bridge] is claimed and named nowhere")


def test_there_is_no_such_article(root: Path) -> None:
    with pytest.raises(UnknownName, match=f"no article 'gazette-2020'; did you mean {SOURCE}"):
        draft(root, "gazette-2020")
    with pytest.raises(ExtractionError, match="holds no article"):
        draft(root / "raw", SOURCE)


def test_an_article_without_a_script_is_told(root: Path, drafted: Draft) -> None:
    drafted()
    assert [one.message for one in draft(root, SOURCE).wrong] == [
        f"{SOURCE} has no script; `karabakh-data new` makes one"
    ]


def test_tables_of_another_model_are_refused(root: Path, drafted: Draft) -> None:
    file = root / "karabakh_data" / "data" / "mentions.parquet"
    before = pq.ParquetFile(file).read()
    pq.write_table(before.drop_columns(["surface"]), file)
    try:
        with pytest.raises(DataFileError, match="has other columns than the model; run `karabakh-data build`"):
            drafted()
    finally:
        pq.write_table(before, file)

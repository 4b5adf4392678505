"""`review`: shows what is unread beside its passages, asks, and signs what was answered or named, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import corpus
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from karabakh_data.cli import app
from karabakh_data.coding.drafting import loose
from karabakh_data.coding.ledger import LEDGER, Signature, read_ledger, sign
from karabakh_data.coding.review import Unit, units
from karabakh_data.extract import ExtractionError
from karabakh_data.publish import extracted_tables
from karabakh_data.resolve import subset

Run = Callable[..., Result]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of the small corpus in which nothing was read; what its scripts make is what `review` shows."""
    corpus.write_raw(tmp_path / "raw")

    def tables_of_articles(root: Path, progress: object) -> dict[str, pa.Table]:
        return corpus.tables(root / "raw")

    monkeypatch.setattr(extracted_tables, "tables_of_articles", tables_of_articles)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(answers: str, *arguments: str) -> str:
    """What `review` shows to a reader who answers so."""
    runner = CliRunner(env={"COLUMNS": "110", "NO_COLOR": "1", "TERM": "xterm"})
    result = runner.invoke(app, ["review", *arguments], input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def verdicts(root: Path) -> dict[str, tuple[str, str]]:
    return {name: (one.verdict, one.day.isoformat()) for name, one in read_ledger(root / LEDGER).items()}


def test_a_walk(checkout: Path) -> None:
    shown = answer("o\nskip\nperhaps\nwrong\nq\n", "--day", "2026-01-31", "--table", "events")
    assert "events/northland-denial@" in shown
    assert "1 of 4 · never read" in shown
    assert "Please select one of the available options" in shown
    assert shown.count("(o)k, (w)rong, (s)kip or (q)uit") == 5
    assert verdicts(checkout) == {
        "events/northland-denial": ("ok", "2026-01-31"),
        "events/truce": ("wrong", "2026-01-31"),
    }
    again = answer("", "--table", "events")
    assert "events/northland-denial" not in again
    assert "1 of 3 · never read" in again


def test_what_was_found_wrong_comes_again_and_can_be_found_right(checkout: Path) -> None:
    answer("wrong\n", "events/truce", "--day", "2026-01-30")
    assert "found wrong on 2026-01-30" in answer("ok\n", "events/truce", "--day", "2026-01-31")
    assert verdicts(checkout) == {"events/truce": ("ok", "2026-01-31")}


def test_by_default_the_day_is_today(checkout: Path) -> None:
    before = date.today()
    answer("ok\n", "events/truce")
    assert before <= read_ledger(checkout / LEDGER)["events/truce"].day <= date.today()


def test_what_changed_comes_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer("ok\n", "places/zenda", "--day", "2026-01-31")
    monkeypatch.setitem(corpus.STORY.registers["places"]["zenda"], "description", "Another town.")
    assert "changed since 2026-01-31" in answer("", "--table", "places")


def test_when_all_is_read(checkout: Path) -> None:
    names = [unit.name for unit in units(corpus.tables(checkout / "raw"))]
    answer("", "--sign", *names, "--verdict", "ok")
    assert answer("") == "nothing is left to read\n"
    assert answer("", "--list").startswith("0 records of ")


def test_a_record_beside_its_passages(checkout: Path) -> None:
    shown = answer("", "--print", "events/zenda-handover", "casualties/zenda-dead", "clauses/zenda-handover")
    text = " ".join(re.sub("[│╭╮╰╯─]", " ", shown).split())
    assert "title Handover of Zenda" in text
    assert "event_actors northland (Northland): actor" in text
    assert "clause_events zenda-handover (Handover of Zenda), outcome late" in text
    assert "date_edtf 2020-11-15 «on November 15» by Ruritania" in text
    assert "derived: year of publication" in text
    assert "measure killed «anybody died» denies by Northland" in text
    assert "event_actors northland/actor «Northland»" in text
    assert "courier-2020-11-16-p002" in text
    assert verdicts(checkout) == {}


def test_the_quotations_stand_out_in_their_sentence(checkout: Path, run: Run) -> None:
    shown = run("review", "--print", "places/zenda", "clauses/zenda-handover", terminal=True).stdout
    assert "mentioned as" in shown
    assert "\x1b[1;33mUnder the truce" in shown


def test_a_passage_with_all_that_was_made_of_it(checkout: Path) -> None:
    shown = answer("", "--print", f"passages/{corpus.FIRST}/00000")
    text = " ".join(re.sub("[│╭╮╰╯─]", " ", shown).split())
    assert "places/zenda «Zenda»" in text
    assert f"sources/{corpus.FIRST}.title = Zenda handed over «Zenda handed over»" in text


def test_a_list_of_what_is_unread(checkout: Path, run: Run) -> None:
    lines = run("review", "--list", "--source", corpus.SECOND, "--table", "events").stdout.splitlines()
    assert [line.split("@")[0] for line in lines[:-1]] == ["events/northland-denial", "events/zenda-handover"]
    assert all(re.fullmatch(r"events/[a-z-]+@[0-9a-f]{16}  never read", line) for line in lines[:-1])
    assert lines[-1].startswith("2 records of ")


def test_signing_what_is_named(checkout: Path, run: Run) -> None:
    listed = run("review", "--list", "--table", "places").stdout.split()[0]
    result = run("review", "--sign", listed, "events/truce", "--verdict", "ok", "--day", "2026-01-31")
    assert result.stdout == "signed as ok: 2 records\n"
    assert verdicts(checkout) == {"places/zenda": ("ok", "2026-01-31"), "events/truce": ("ok", "2026-01-31")}


def test_signing_drops_what_is_no_more(checkout: Path, run: Run) -> None:
    gone = "events/gone"
    sign(checkout / LEDGER, {gone: Signature("0" * 16, date(2026, 1, 31), "ok")}, [gone])
    result = run("review", "--sign", "events/truce", "--verdict", "ok")
    assert result.stdout == "dropped the signature of events/gone, which is no more\nsigned as ok: 1 record\n"
    assert verdicts(checkout).keys() == {"events/truce"}


def published(root: Path, tables: dict[str, pa.Table]) -> None:
    """Puts the tables in place, as a build does, and signs all that is in them."""
    folder = root / "karabakh_data" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    day = date(2026, 1, 30)
    sign(
        root / LEDGER,
        {one.name: Signature(one.hash, day, "ok") for one in units(tables)},
        [u.name for u in units(tables)],
    )


def words(shown: str) -> str:
    return " ".join(re.sub("[│╭╮╰╯─]", " ", shown).split())


def test_of_a_record_that_another_article_shares_what_is_new_is_shown_and_the_rest_folded(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = corpus.tables(checkout / "raw")
    first_alone = subset(everything, [corpus.FIRST])
    published(checkout, first_alone)

    shown = words(answer("", "--print", "events/zenda-handover"))
    assert "changed since 2026-01-30" in shown
    assert "source_count 1 → 2" in shown
    assert "disputed False → True" in shown
    assert "in conflict date_edtf, on which claims cannot all be true" in shown
    assert "new date_edtf 2020-11-25 «troops of Ruritania arrived»" in shown
    assert corpus.SECOND in shown
    assert "gone" not in shown
    assert "2020-11-15 «on November 15»" not in shown
    same = sum(row["source_id"] == corpus.FIRST for row in unit_of(everything, "events/zenda-handover").of("claims"))
    assert f"{same} claims are as they were; `karabakh-data review --whole events/zenda-handover` shows all" in shown

    whole = words(answer("", "--print", "--whole", "events/zenda-handover"))
    assert "date_edtf 2020-11-15 «on November 15»" in whole
    assert "new date_edtf" not in whole

    published(checkout, everything)
    monkeypatch.setattr(extracted_tables, "tables_of_articles", lambda root, progress: first_alone)
    back = words(answer("", "--print", "events/zenda-handover"))
    assert "source_count 2 → 1" in back
    assert "gone date_edtf 2020-11-25 «troops of Ruritania arrived»" in back
    assert "new" not in back.split()


def test_links_codes_and_mentions_that_are_new_are_shown(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = corpus.tables(checkout / "raw")
    published(checkout, before)
    after = {name: table.to_pylist() for name, table in before.items()}
    (actor,) = (row for row in after["event_actors"] if row["event_id"] == "zenda-handover" and row["role"] == "actor")
    actor["role"] = "target"
    after["crosswalk"][0]["match"] = "broad"
    (mention,) = (row for row in after["mentions"] if (row["source_id"], row["char_start"]) == (corpus.FIRST, 0))
    mention["entity_id"] = "strelsau"
    changed = {name: pa.Table.from_pylist(rows, schema=before[name].schema) for name, rows in after.items()}
    monkeypatch.setattr(extracted_tables, "tables_of_articles", lambda root, progress: changed)

    shown = words(answer("", "--print"))
    assert "event_actors new northland (Northland): target" in shown
    assert "event_actors gone northland (Northland): actor" in shown
    assert "changed CAMEO none (nothing fits), broad (it was CAMEO none (nothing fits), none)" in shown
    assert "changed places/strelsau «Zenda»" in shown
    assert "it was places/zenda «Zenda»" in shown
    assert shown.count("changed since 2026-01-30") == 3


def test_what_was_read_and_is_not_in_place_is_shown_whole(checkout: Path) -> None:
    tables = corpus.tables(checkout / "raw")
    published(checkout, tables)
    sign(
        checkout / LEDGER,
        {"events/truce": Signature("0" * 16, date(2026, 1, 29), "ok")},
        [u.name for u in units(tables)],
    )

    shown = words(answer("", "--print", "events/truce"))
    assert "changed since 2026-01-29" in shown
    assert "status occurred «the truce»" in shown
    assert "claims are as they were" not in shown


def test_tables_in_place_that_cannot_be_read_hide_nothing(checkout: Path) -> None:
    published(checkout, corpus.tables(checkout / "raw"))
    (checkout / "karabakh_data/data/events.parquet").write_text("none", encoding="utf-8")
    assert "status occurred «the truce»" in words(answer("", "--print", "events/truce"))


def unit_of(tables: dict[str, pa.Table], name: str) -> Unit:
    return next(unit for unit in units(tables) if unit.name == name)


def test_a_draft_of_which_something_is_wrong_is_shown_and_not_signed(
    checkout: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(root: Path, progress: object) -> dict[str, pa.Table]:
        raise ExtractionError(["herald: script line 7: it is wrong", "herald: script line 9: so is this"])

    drafts = (
        corpus.tables(checkout / "raw"),
        ["herald: script line 7: it is wrong", "herald: script line 9: so is this"],
    )
    monkeypatch.setattr(extracted_tables, "tables_of_articles", failing)
    monkeypatch.setattr(loose, "tables_of_drafts", lambda root: drafts)
    shown = run("review", "--print", "events/truce")
    assert "events/truce@" in shown.stdout
    assert shown.stderr.startswith(
        "2 failures: what can be read of the drafts is shown; `karabakh-data draft ID` lists"
    )
    assert "events/truce@" in run("review", "--list", "--table", "events").stdout
    signed = run("review", "--sign", "events/truce", "--verdict", "ok")
    assert signed.exit_code == 1
    assert "script line 9: so is this" in signed.stderr
    assert verdicts(checkout) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--sign", "--verdict", "ok"], "there is no way to sign everything"),
        (["--sign", "--table", "events", "--verdict", "ok"], "there is no way to sign everything"),
        (["--sign", "events/truce"], "--sign and --verdict go together"),
        (["events/truce", "--verdict", "ok"], "--sign and --verdict go together"),
        (["--list", "--print"], "exclude each other"),
        (["events/truce", "--table", "events"], "but not both"),
        (["--sign", "events/truce", "events/truc", "--verdict", "ok"], "did you mean events/truce"),
        (["--sign", "events/truce@0000000000000000", "--verdict", "ok"], "and not 0000000000000000: it has changed"),
        (["--source", "courier"], "there is no article 'courier'; did you mean courier-2020-11-16"),
        (["--table", "event_actors"], "there is no table to review 'event_actors'"),
        (["--day", "31.1.2026"], "does not match the format"),
    ],
)
def test_review_called_wrongly(checkout: Path, run: Run, arguments: list[str], message: str) -> None:
    result = run("review", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(re.sub("[│╭╮╰╯─]", " ", result.stderr).split())
    assert verdicts(checkout) == {}


def test_a_ledger_that_cannot_be_read(checkout: Path, run: Run) -> None:
    (checkout / "coding").mkdir()
    (checkout / LEDGER).write_text("nothing\n", encoding="utf-8")
    result = run("review", "--list")
    assert result.exit_code == 1
    assert "line 1 is not the header" in result.stderr
    assert (checkout / LEDGER).read_text(encoding="utf-8") == "nothing\n"


def test_review_outside_a_checkout(run: Run, tmp_path: Path) -> None:
    result = run("review", "--root", tmp_path)
    assert result.exit_code == 1
    assert "holds no article" in result.stderr

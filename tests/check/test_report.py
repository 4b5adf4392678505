"""A report reads well, and says the same to people and to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from one_story import SOURCES, rows, write

from karabakh_data.check import Report, check, select
from karabakh_data.check.report import Accounts
from karabakh_data.testing.faults import inject

FIGURE, KILLED = "0000000-a00-killed", 300


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on a corpus with a wrong figure and nine claims in the wrong place."""
    folder = tmp_path_factory.mktemp("broken")
    made = rows()
    made.named("casualties", FIGURE).update(low=1 + KILLED, best=KILLED)
    for claim in made["claims"][:9]:
        length = claim["char_end"] - claim["char_start"]
        claim.update(char_start=900, char_end=900 + length)
    write(made, folder)
    return check(folder, max_failures=2)


def test_text_gives_record_field_source_and_offsets(report: Report) -> None:
    lines = report.as_text().splitlines()

    assert "error: casualties: low is greater than best (1)" in lines
    assert f"    {FIGURE} low={1 + KILLED} best={KILLED}" in lines
    at = lines.index("error: claims: the claim does not lie in its passage (9)")
    assert f"({SOURCES[0]} 900-" in lines[at + 1]
    assert "passage_char_start=" in lines[at + 1]
    assert lines[at + 3] == "    ... and 7 more"
    assert lines[-1].endswith("2 broken, 0 warnings, 0 not run")


def test_json_gives_the_same(report: Report) -> None:
    data = json.loads(report.as_json())

    figure = next(failure for failure in data["failures"] if failure["table"] == "casualties")
    assert figure == {
        "table": "casualties",
        "rule": "low is greater than best",
        "columns": ["low", "best"],
        "severity": "error",
        "count": 1,
        "examples": [{"casualty_id": FIGURE, "low": 1 + KILLED, "best": KILLED}],
    }
    assert data["exit_status"] == report.exit_status == 1


def test_accounts_are_given_where_there_are_any(report: Report) -> None:
    accounts = Accounts(
        sources={
            "first": {
                "coded": 0.875,
                "dismissed": 0.0625,
                "boilerplate": 0.0625,
                "quoted": 0.4567,
                "quoted_or_named": 0.5432,
            }
        },
        claims_by_basis={"stated": 0.75, "derived": 0.25, "judged": 0.0},
    )
    accounted = replace(report, accounts=accounts)
    data = json.loads(accounted.as_json())

    assert data.pop("accounts") == {"sources": accounts.sources, "claims_by_basis": accounts.claims_by_basis}
    assert data == json.loads(report.as_json())
    assert Report.from_data(json.loads(accounted.as_json())).accounts == accounts
    assert accounted.as_text().splitlines() == [
        "first: 88% of the characters coded, 6% dismissed, 6% boilerplate; quotations reproduce 46%, "
        "with the names in mentions 54%",
        "claims: 75% stated, 25% derived, 0% judged",
        *report.as_text().splitlines(),
    ]


def test_arrow_gives_one_row_an_example(report: Report) -> None:
    rows = report.as_arrow().to_pylist()

    assert [row["record_id"] for row in rows if row["table"] == "casualties"] == [FIGURE]
    assert [row["count"] for row in rows if row["table"] == "claims"] == [9, 9]
    assert json.loads(rows[-1]["example"])["source_id"] == SOURCES[0]


def test_examples_are_those_with_the_least_keys(report: Report) -> None:
    (failure,) = (one for one in report.failures if one.rule.table == "claims")
    keys = [example["claim_id"] for example in failure.examples]

    assert keys == sorted(keys)
    assert len(keys) == 2


def test_progress_is_told(tmp_path: Path) -> None:
    write(rows(), tmp_path, ["casualties"])
    told: list[tuple[int, int, str]] = []

    check(
        tmp_path,
        rules=select(["casualties: low*"]),
        progress=lambda done, total, table: told.append((done, total, table)),
    )

    assert told[0] == (0, told[0][1], "casualties")
    assert told[-1] == (told[0][1], told[0][1], "")


def test_a_warning_does_not_fail(tmp_path: Path) -> None:
    made = rows()
    inject("event_topics: the event is not a speech act, and has a topic", made)
    write(made, tmp_path)

    report = check(tmp_path)

    assert [failure.rule.severity for failure in report.failures] == ["warning"]
    assert report.exit_status == 0

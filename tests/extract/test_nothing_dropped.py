"""What a coder fills in has an effect, or is a failure: nothing in source.toml, a script or a register is dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from karabakh_data.extract import ExtractionError, extract_article
from karabakh_data.extract.one_article import UNCODED, draft_article
from karabakh_data.extract.registers import drafted_registers, read_registers
from karabakh_data.extract.text import Text

TEXT = "Alpha met Beta in Gamma on 5 May 2020.\n\nNobody else spoke.\n"
FACTS = 'language = "en"\nrights = "r"\nframing = "f"\n'
REGISTERS: dict[str, dict[str, Any]] = {
    "actors": {"alpha": {}, "beta": {}},
    "places": {"gamma": {"place_type": "town"}},
    "events": {"meeting": {}},
}


def code(text: Text) -> None:
    meeting = text.sentence("Alpha … 2020.").event("meeting")
    meeting.status("occurred", "met")
    text.sentence("… spoke.", no_fact="nothing")


def folder(tmp_path: Path, facts: str = FACTS) -> Path:
    path = tmp_path / "invented-2020"
    path.mkdir()
    (path / "article.txt").write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (path / "source.toml").write_text(f'sha256 = "{digest}"\n{facts}', encoding="utf-8")
    return path


def failures(tmp_path: Path, code: Callable[[Text], Any] = code, facts: str = FACTS) -> list[str]:
    with pytest.raises(ExtractionError) as raised:
        extract_article(folder(tmp_path, facts), code, REGISTERS)
    return raised.value.failures


@pytest.mark.parametrize(
    ("facts", "failure"),
    [
        (
            f'{FACTS}title = "Alpha"\n',
            'gives `title`, and no line of the script claims it: add s.source.title("the words',
        ),
        (f'{FACTS}published_edtf = "2020"\n', "claims it: add s.source.published("),
        (f'{FACTS}published_reasoning = "x"\n', "gives `published_reasoning`, and no `published_edtf` of which it is"),
        (f'{FACTS}raw_path = "x"\n', "source.toml gives `raw_path`, which follows from the article itself"),
        (f'{FACTS}source_id = "x"\n', "source.toml gives `source_id`, which follows from the article itself"),
        (f'{FACTS}titel = "x"\n', "source.toml gives `titel`, which is no column of sources; did you mean title?"),
        (FACTS.replace('"r"', '""'), "source.toml: `rights` is empty or has white space at an end"),
        (FACTS.replace('"en"', '"English"'), "source.toml: `language` is 'English', which does not match"),
        (FACTS.replace('"f"', "5"), "source.toml: `framing` is 5, which is not of the type str"),
        (f'{FACTS}url = "herald"\n', "source.toml: `url` is 'herald', which does not match"),
        ('language = "en"\nframing = "f"\n', "source.toml lacks `rights`; add there: To whom the text belongs."),
    ],
)
def test_facts_have_an_effect(tmp_path: Path, facts: str, failure: str) -> None:
    (told,) = failures(tmp_path, facts=facts)
    assert failure in told


def also(say: Callable[[Any], object]) -> Callable[[Text], None]:
    """The coding, and what is said in its first passage besides."""

    def both(text: Text) -> None:
        s = text.sentence("Alpha … 2020.")
        s.event("meeting").status("occurred", "met")
        say(s)
        text.sentence("… spoke.", no_fact="nothing")

    return both


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (lambda text: [text.names("actors/alpha"), code(text)], "'actors/alpha' is tied to no words"),
        (
            lambda text: [text.names("actors/alpha", "Alpha met Beta"), text.names("actors/alpha", "Beta"), code(text)],
            "the name 'Beta' ties nothing",
        ),
        (
            lambda text: [also(lambda s: None)(text), text.sentence("… spoke.", nth=(1, 2), no_fact="x")],
            "so that `nth=(1, 2)` says nothing; delete it",
        ),
        (
            also(lambda s: [s.mention("Alpha met", "actors/alpha"), s.mention("met Beta", "actors/beta")]),
            "'met Beta' overlaps what is said of 'Alpha met' in script line",
        ),
        (also(lambda s: s.event("meeting").place("gamma", "Gamma", prec=0)), "`where_prec` is 0, less than 1"),
    ],
    ids=["names without words", "a name within another", "nth of the rest", "crossing spots", "no precision"],
)
def test_what_a_script_gives_has_an_effect(tmp_path: Path, code: Callable[[Text], Any], failure: str) -> None:
    assert any(failure in one for one in failures(tmp_path, code))


def test_a_date_has_one_reasoning(tmp_path: Path) -> None:
    facts = f'{FACTS}published_edtf = "2020"\npublished_reasoning = "it speaks of May"\n'
    (told,) = failures(tmp_path, also(lambda s: s.source.published("2020", derived="another")), facts)
    assert "the note of this claim is source.toml's `published_reasoning`: delete one of them" in told


def test_a_draft_keeps_what_is_right_and_marks_what_is_open(tmp_path: Path) -> None:
    def draft(text: Text) -> None:
        s = text.sentence("Alpha … 2020.")
        s.event("meeting").status("occurred", "met")
        s.event("meeting").place("delta", "in Gamma")
        s.event("meeting").date("2020-05-05", "6 May")
        text.sentence("Nobody … spoke.")

    drawn = draft_article(folder(tmp_path, FACTS.replace("rights", "# rights")), draft, REGISTERS)

    assert [(claim.field, claim.value) for claim in drawn.extracted.claims] == [("status", "occurred")]
    assert [(one.disposition, one.reason) for one in drawn.extracted.passages] == [
        ("coded", None),
        ("no_fact", UNCODED),
    ]
    assert drawn.unmade == {("events", "meeting", "place_id"), ("events", "meeting", "date_edtf")}
    assert drawn.extracted.source["rights"] == "not filled in yet"
    assert len(drawn.failures) == 4


def test_register_entries_have_an_effect(tmp_path: Path) -> None:
    for file in ("events", "actors", "casualties", "clauses", "places", "agreements"):
        (tmp_path / f"{file}.toml").write_text("", encoding="utf-8")
    (tmp_path / "events.toml").write_text(
        'war = 5\ntruce = { event_type = "ceasefire", title = "Truce", event_id = "peace" }\n', encoding="utf-8"
    )
    registers, told = drafted_registers(tmp_path)

    assert list(registers["events"]) == ["truce"]
    assert "registers/events.toml: [war] is 5, and no table; give its columns in braces" in told
    assert any("[truce] gives `event_id`, which is no column for a register to give" in one for one in told)
    with pytest.raises(ExtractionError, match=r"\[war\] is 5"):
        read_registers(tmp_path)
    (tmp_path / "events.toml").write_text("war =", encoding="utf-8")
    with pytest.raises(ExtractionError, match=r"registers/events\.toml cannot be read"):
        drafted_registers(tmp_path)

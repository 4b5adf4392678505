"""The methods of a script, as they are written from the models, and what an editor and mypy know by them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Annotated, ClassVar

import pytest

from karabakh_data.extract import each_record
from karabakh_data.extract.registers import REGISTERED
from karabakh_data.extract.text import Text
from karabakh_data.model import TABLES, EventActor, Row
from karabakh_data.model.column import authored, coded
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish import record_methods

EXTRACT = Path(each_record.__file__).parent

WRONG = """\
from karabakh_data.extract.text import Text


def code(text: Text) -> None:
    s = text.sentence("Alpha … 5 May.")
    meeting = s.event("meeting")
    meeting.status("occurred", "met", derived="right")
"""


@pytest.mark.parametrize("table", REGISTERED)
def test_a_script_can_name_records_of_each_register(table: str) -> None:
    assert table in [kind.table for kind in each_record.RecordClaims.__subclasses__()]


@pytest.mark.parametrize("role", VOCABULARIES["passage_role"].terms)
def test_a_script_can_name_each_kind_of_passage(role: str) -> None:
    assert callable(getattr(Text, role))


def test_mypy_refuses_what_a_script_gets_wrong(tmp_path: Path) -> None:
    """One run for all mistakes, of only the modules that a script's types come from: the rest takes its time."""
    mistakes = {
        'meeting.status("occured", "met")': "incompatible type \"Literal['occured']\"",
        'meeting.stauts("occurred", "met")': 'has no attribute "stauts"; maybe "status"?',
        'meeting.status("occurred")': 'Missing positional argument "words"',
        'meeting.status("occurred", "met", derivd="x")': 'Unexpected keyword argument "derivd"',
        'meeting.status("occurred", "met", denies="x")': 'Argument "denies" to "status"',
        'meeting.place("gamma", "in Gamma", prec=9)': 'incompatible type "Literal[9]"',
        'meeting.part_of(s.clause("term"), "met")': 'incompatible type "ClauseClaims"; expected "str | EventClaims"',
        's.clause("term").outcome("kept", meeting, "met")': "incompatible type \"Literal['kept']\"",
        's.casualty("killed").best("5", "met")': 'incompatible type "str"; expected "int"',
        's.source.weather("fine")': 'has no attribute "weather"',
        's.said_by("beta").mention("met", None)': 'has no attribute "mention"',
        'text.sentense("x")': 'has no attribute "sentense"; maybe "sentence"?',
    }
    script = tmp_path / "wrong.py"
    script.write_text(WRONG + "".join(f"    {line}\n" for line in mistakes), encoding="utf-8")
    modules = [EXTRACT / f"{name}.py" for name in ("text", "passage", "each_record", "record_claims", "coding_sheet")]
    options = ["--config-file=", "--python-version=3.11", "--follow-imports=skip", f"--cache-dir={tmp_path / 'cache'}"]
    command = [sys.executable, "-m", "mypy", *options, str(script), *map(str, modules)]
    done = subprocess.run(command, cwd=EXTRACT.parents[1], capture_output=True, text=True, check=False)
    told = re.findall(r"wrong\.py:(\d+): error: (.*)", done.stdout)
    first = WRONG.count("\n") + 1
    assert [int(line) for line, _ in told] == list(range(first, first + len(mistakes))), done.stdout + done.stderr
    assert [part for part, (_, message) in zip(mistakes.values(), told, strict=True) if part not in message] == []


class Twice(Row):
    """A row model whose columns make the method of a role."""

    table: ClassVar[str] = "events"
    one_row_is: ClassVar[str] = "invented"
    key: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: Annotated[str, authored("The id.")]
    actor_id: Annotated[str, coded("Who.", resolution="agree")]


class Strange(Row):
    """A row model of links to two tables."""

    table: ClassVar[str] = "event_actors"
    one_row_is: ClassVar[str] = "invented"
    key: ClassVar[tuple[str, ...]] = ("event_id", "actor_id", "place_id")

    event_id: Annotated[str, authored("The event.", references="events.event_id")]
    actor_id: Annotated[str, authored("Who.", references="actors.actor_id")]
    place_id: Annotated[str, coded("Where.", references="places.place_id", resolution="key")]


@pytest.mark.parametrize(
    ("models", "message"),
    [
        ({"events": Twice, "event_actors": EventActor}, "Twice: two columns or roles make a method of the same name"),
        (
            {"events": TABLES["events"], "event_actors": Strange},
            "Strange links records in a way for which a script has",
        ),
    ],
)
def test_models_that_no_methods_fit_are_refused(
    models: dict[str, type[Row]], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_methods, "TABLES", {**TABLES, **models})
    with pytest.raises(TypeError, match=message):
        record_methods.text()


def test_a_new_role_gets_its_method(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = VOCABULARIES["event_role"]
    more = type(vocabulary)("event_role", vocabulary.meaning, {**vocabulary.terms, "witness": "Saw it."})
    monkeypatch.setattr(record_methods, "VOCABULARIES", {**VOCABULARIES, "event_role": more})
    written = record_methods.text()
    assert (
        'def witness(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:\n        """Saw it."""'
        in written
    )

"""What a line of a script gets wrong, told in one line with its number, while the other lines are run."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from karabakh_data.extract import ExtractionError, extract_article
from karabakh_data.extract.extraction import Extracted
from karabakh_data.extract.script import read_script

TEXT = "Alpha met Beta in Gamma on 5 May.\n"
REGISTERS = {
    "actors": {"alpha": {}, "beta": {}},
    "places": {"gamma": {"place_type": "town"}},
    "events": {"meeting": {}, "speech": {}},
    "casualties": {},
    "clauses": {"term": {}},
    "agreements": {},
}
SCRIPT = """\
from karabakh_data.extract.text import Text


def code(text: Text) -> None:
    text.names("actors/alpha", "Alpha")

    s = text.sentence("Alpha … 5 May.")
    meeting = s.event("meeting")
    meeting.status("occurred", "met")
    meeting.place("gamma", "in Gamma")
    beta = s.said_by("beta")
    beta.event("speech").about(meeting, "met")
"""


IMPORT = "a script imports nothing but `from karabakh_data.extract.text import Text`"


def run(tmp_path: Path, script: str | bytes) -> Extracted:
    folder = tmp_path / "invented-2020"
    folder.mkdir()
    (folder / "article.txt").write_text(TEXT)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    (folder / "source.toml").write_text(f'language = "en"\nsha256 = "{sha256}"\nrights = "r"\nframing = "f"\n')
    path = tmp_path / "invented_2020.py"
    path.write_bytes(script if isinstance(script, bytes) else script.encode())
    return extract_article(folder, read_script(path, "invented-2020"), REGISTERS)


def failures(tmp_path: Path, script: str | bytes) -> list[str]:
    with pytest.raises(ExtractionError) as error:
        run(tmp_path, script)
    return error.value.failures


def test_a_script_runs(tmp_path: Path) -> None:
    assert [claim.field for claim in run(tmp_path, SCRIPT).claims] == ["status", "place_id", "where_prec", "record_id"]


@pytest.mark.parametrize(
    ("right", "wrong", "failure"),
    [
        (
            "meeting.place(",
            "meeting.plaice(",
            "10: one of events has no `plaice`; did you mean place?",
        ),
        ("meeting.place(", "meeting.quite(", "10: one of events has no `quite`; it has about,"),
        ("s.event(", "s.evnt(", "8: a passage has no `evnt`; did you mean event?"),
        ("beta.event(", "beta.evnt(", "12: a speaker has no `evnt`; did you mean event?"),
        ("text.sentence(", "text.sentense(", "7: `text` has no `sentense`; did you mean sentence?"),
        ("s.said_by(", "s.source.zeal(", "11: one of sources has no `zeal`; it has author,"),
        ("meeting.place(", "meting.place(", "10: `meting` is not named above; did you mean meeting?"),
        ('"gamma", "in Gamma"', '"gamma"', "10: place() missing 1 required positional argument: 'words'"),
        ('"gamma", "in Gamma"', '"gamma", "in Gamma", 5', "10: place() takes 3 positional arguments but 4 were given"),
        (
            '"gamma", "in Gamma"',
            '"gama", "in Gamma"',
            "10: 'gama' is not in registers/places.toml; did you mean gamma?",
        ),
        ('"gamma", "in Gamma"', '"gamma", "Gama"', "10: 'Gama' does not stand in characters 0-33"),
        ('"gamma", "in Gamma"', '"gamma", 5', "10: events/meeting: the words are 5, and no text"),
        ('"gamma", "in Gamma"', '5, "in Gamma"', "10: '5' is not in registers/places.toml"),
        (
            '"gamma", "in Gamma"',
            '"gamma", "in Gamma", prec=9',
            "10: events/meeting ('in Gamma', article.txt line 1, char",
        ),
        (
            '"occurred", "met"',
            '"occured", "met"',
            "9: events/meeting ('met', article.txt line 1, character 6): `status` is",
        ),
        (
            '"occurred", "met"',
            '"occurred", "met", derive="x"',
            "`derive=` is nothing that a claim can say; did you mean",
        ),
        (
            '5 May.")',
            '5 May.", no_fakt="x")',
            "7: sentence() got an unexpected keyword argument 'no_fakt'; did you mean",
        ),
        ("actors/alpha", "actor/alpha", "5: 'Alpha' is tied to 'actor/alpha', which is in no register; did you mean"),
        ('said_by("beta")', 'said_by("bea")', "11: 'bea' is not in registers/actors.toml; did you mean beta?"),
        ("about(meeting", 'about("meeting"', "12: 'meeting' names no register; write table/id, as 'events/...'"),
        ("about(meeting", "about(meetin", "12: `meetin` is not named above; did you mean meeting?"),
    ],
)
def test_a_mistake_is_one_line_and_the_rest_is_run(tmp_path: Path, right: str, wrong: str, failure: str) -> None:
    assert right in SCRIPT
    told = failures(tmp_path, SCRIPT.replace(right, wrong, 1))
    told = [one for one in told if "has no claim" not in one and "no passage holds" not in one]
    assert len(told) == 1, told
    assert told[0].startswith("invented-2020: script line ")
    assert failure in told[0]
    assert "\n" not in told[0]


@pytest.mark.parametrize(
    ("line", "number", "failure"),
    [
        ("    for way in ():\n        pass", 13, "this is no line of a script; a script names passages, speakers"),
        ("    if meeting:\n        pass", 13, "this is no line of a script"),
        ("    words = 'met'", 13, "this gives a name to something that is no passage, speaker or record"),
        ("    other = meeting", 13, "this gives a name to something"),
        ("    one = two = s.event('meeting')", 13, "this gives a name to something"),
        ("    s.event(f'{s}')", 13, "this holds what Python calls JoinedStr"),
        ("    s.event('meet' + 'ing')", 13, "this holds what Python calls BinOp"),
        ("    s.event(*[])", 13, "this holds what Python calls"),
        ("    meeting.status('occurred', 'met'", 13, "this is no Python: '(' was never closed"),
        ("YEAR = 2020", 13, "this stands outside of `code`"),
        ("import os", 13, IMPORT),
        ("def more():\n    pass", 1, "a script is one function, `def code(text: Text) -> None:`"),
        ("from karabakh_data.extract.text import Txt", 13, IMPORT),
        ("from karabakh_data.extract.txet import Text", 13, IMPORT),
        ("from karabakh_data.extract.text import *", 13, IMPORT),
        ("from karabakh_data.extract.text import Text as T", 13, IMPORT),
        ("import Texxt", 13, IMPORT),
        ("async def more():\n    pass", 13, "this stands outside of `code`"),
        ("    _fail = s.event('meeting')", 13, "`_fail` is a name that no script gives"),
        ("    text = s.event('meeting')", 13, "`text` is a name that no script gives, for it is the article's"),
        ("    print('hi')", 13, "`print` is called, which is no method of the article or of what is named above"),
        ("    exit(3)", 13, "`exit` is called"),
        ("    quit('bye')", 13, "`quit` is called"),
        ("    s.event('meeting')('met')", 13, "`s.event('meeting')` is called"),
        ("    'x'.upper()", 13, "`'x'` is no passage, speaker or record"),
        ("    'a string alone'", 13, "this is no line of a script"),
        ("    meeting.date('2020', 'met', derived='a', derived='b')", 13, "`derived=` is given twice"),
        ("    meeting.date(*('2020', 'met'))", 13, "this holds what Python calls Starred"),
        ("    meeting.date('2020', 'met', **s)", 13, "this holds `**`"),
        ("    meeting.date(print('x'), 'met')", 13, "this holds what Python calls Call"),
        ("    text._sheet.article.fail('x')", 13, "`text` has no `_sheet`; it has boilerplate, "),
        ("    s.__class__('x')", 13, "a passage has no `__class__`; it has "),
        ("    meeting.table.upper()", 13, "one of events has no `table`; it has "),
        ("    meeting.status.upper()", 13, "`upper` stands behind what is no passage, speaker or record"),
        ("    meeting.date('2020', 'met').date('2021', 'met')", 13, "`date` stands behind what is no passage"),
        ("    day = meeting.date('2020', 'met')", 13, "this names a claim, of which nothing more can be said"),
        ("    s.source('x')", 13, "`s.source` takes no brackets"),
        ("    meeting.about(s, 'met')", 13, "`s` is a passage, where a record or words belong"),
        ("    meeting.about(5, 'met')", 13, "'5' names no register"),
        ("    s.place('gamma')", 13, "places/gamma is named and nothing is claimed of it"),
        ("    gamma = s.place('gamma')", 13, "places/gamma is named and nothing is claimed of it"),
        ("    s.said_by('beta')", 13, "a speaker is named who says nothing"),
        ("    beta = s.said_by('beta')", 13, "a speaker is named who says nothing"),
        (
            "    a = s.place('gamma')\n    a = s.said_by('beta')\n    a.event('meeting').date('2020', 'met')",
            13,
            "places/",
        ),
        ("    text.names('actors/beta', '')", 13, "the name '' is no text with a character"),
        ("    text.names('actors/beta', 5)", 13, "the name 5 is no text with a character"),
        ("    s.mention(5, None)", 13, "the words are 5, and no text"),
        ("    s.mention('Gamma', 5)", 13, "'Gamma' is tied to '5', which is in no register"),
        ("    meeting.date('2020', '')", 13, "'' names nothing; copy words from article.txt"),
        ("    meeting.date('2020', 'met … ')", 13, "'met … ' names nothing; copy words from article.txt"),
    ],
)
def test_what_is_no_script_is_told(tmp_path: Path, line: str, number: int, failure: str) -> None:
    told = failures(tmp_path, f"{SCRIPT}{line}\n")
    assert len(told) == 1, told
    assert told[0].startswith(f"invented-2020: script line {number}: {failure}")


@pytest.mark.parametrize("script", ["", "code = 5\n", "def coding(text):\n    pass\n", "def code():\n    pass\n"])
def test_a_script_is_one_function(tmp_path: Path, script: str) -> None:
    assert "a script is one function, `def code(text: Text) -> None:`" in failures(tmp_path, script)[0]


@pytest.mark.parametrize(
    ("right", "wrong", "number", "failure"),
    [
        ("def code", "@property\ndef code", 4, "`@property` stands above `code`"),
        ("def code", "@print\ndef code", 4, "`@print` stands above `code`"),
        ("text: Text", "text: Text, *, x=print('hi')", 4, "`code` takes the text and nothing else: write `def code("),
        ("text: Text", "text: Text = print('hi')", 4, "`code` takes the text and nothing else"),
        ("text: Text", "text: Text, more: Text", 4, "`code` takes the text and nothing else"),
        ("text: Text", "text: print('hi')", 4, "`code` takes the text and nothing else"),
        ("text: Text", "text: Text, *more", 4, "`code` takes the text and nothing else"),
        ("-> None", "-> print('hi')", 4, "`code` gives nothing back"),
        ("from karabakh_data.extract.text import Text\n", "\n", 4, "`Text` is not imported"),
        ("\n\n\n", "\n\nfrom os import system\nsystem('touch x')\n", 3, IMPORT),
    ],
)
def test_what_stands_around_the_lines_is_told_and_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, number: int, failure: str
) -> None:
    told = failures(tmp_path, SCRIPT.replace(right, wrong, 1))
    assert told[0].startswith(f"invented-2020: script line {number}: {failure}")
    assert all("stands outside of `code`" in one for one in told[1:])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("script", "number"),
    [(b"caf\xe9 = 1\n", 1), (b"a = '\0'\n", 1), (b"a = 1\n\nb = '\0'\n", 3), (b"a = " + b"(" * 5000, 1)],
    ids=["latin", "null", "null-further-on", "nested"],
)
def test_bytes_that_are_no_python_are_told(tmp_path: Path, script: bytes, number: int) -> None:
    (told,) = failures(tmp_path, script)
    assert told.startswith(f"invented-2020: script line {number}: this is no Python: ")
    assert "None" not in told


@pytest.mark.parametrize(
    ("right", "wrong", "failure"),
    [
        *(
            ('5 May.")', f'5 May.", nth={nth})', f"`nth=` is {nth}; write which of how many places is meant, as nth=")
            for nth in ("3", "(1,)", "('1', 2)", "(2, 1)", "(0, 1)")
        ),
        ('5 May.")', '5 May.", no_fact=5)', "`no_fact=` is 5, and no text"),
        ('"Alpha … 5 May."', '""', "'' names nothing; copy words from article.txt"),
        ('"Alpha … 5 May."', '"… "', "'' names nothing"),
        ('"Alpha … 5 May."', "5", "the words are 5, and no text"),
        ('"Alpha … 5 May."', '" "', "' ' stands 7 times in characters 0-34, not 1: article.txt line 1, character 5; "),
        ('"Alpha … 5 May."', '" "', ", character 23 … and 2 more. Give more words"),
    ],
)
def test_words_of_a_passage_are_held_to_what_finds_it(tmp_path: Path, right: str, wrong: str, failure: str) -> None:
    (told,) = failures(tmp_path, SCRIPT.replace(right, wrong, 1))
    assert told.startswith("invented-2020: script line 7: ")
    assert failure in told
    assert told.count("article.txt line") <= 5
    assert "\n" not in told


def test_what_a_method_raises_is_a_failure_of_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("two\nlines")

    monkeypatch.setattr("karabakh_data.extract.passage.MarkedPassage.mention", broken)
    told = failures(tmp_path, SCRIPT + "    s.mention('Gamma', None)\n")
    assert told == ["invented-2020: script line 13: LookupError: two lines"]


def test_lines_are_followed_beside_misshapen_ones(tmp_path: Path) -> None:
    script = SCRIPT.replace("    beta = s", "    for way in ():\n        beta = s").replace("in Gamma", "in Gama")
    script = script.replace('"occurred"', '"occured"').replace(
        "from karabakh_data", "from os import path\nfrom karabakh_data"
    )
    told = [one.split(":")[1] for one in failures(tmp_path, script)]
    assert told == [f" script line {number}" for number in (1, 10, 11, 12)]


def test_all_mistakes_of_a_script_are_told_at_once(tmp_path: Path) -> None:
    script = SCRIPT.replace("meeting.place", "meeting.plaice").replace("beta.event", "beat.event")
    script = script.replace('"occurred", "met"', '"occured", "mett"').replace("actors/alpha", "actors/alfa")
    told = [one.split(":")[1] for one in failures(tmp_path, script)]
    assert told == [f" script line {number}" for number in (5, 9, 9, 10, 12)]


def test_what_follows_from_a_mistake_is_not_told_again(tmp_path: Path) -> None:
    (told,) = failures(tmp_path, SCRIPT.replace("s.event(", "s.evnt("))
    assert "`evnt`" in told

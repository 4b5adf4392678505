"""Texts in a CSV file that a spreadsheet opens: none is run or turned into something else, and all can be had back.

A CSV file has no types, so a spreadsheet guesses: `=1+1` is run, `2020-11` becomes the first of November, `1-2` a day
of this year, `0040` the number 40. A text that invites such a guess, or that itself starts with the mark, gets an
apostrophe before it; to have the text back, one leading apostrophe is taken off. An empty text, which no row model
allows, would be a lone apostrophe: an empty cell is always null.

What starts a formula is OWASP's list ("CSV Injection"). What looks like a number, date or time is judged on the safe
side: some texts are marked that no spreadsheet would touch. What only a spreadsheet in another language takes for a
date or a truth value (`mai-2020`, `WAHR`) is not all known here: an .xlsx file leaves nothing to guess.
"""

from __future__ import annotations

import re

from karabakh_data.model.edtf import MONTHS

MARK = "'"

# The last four are the full-width forms, which spreadsheets in East Asian languages take for the ASCII ones.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_MONTHS = {month[:length].casefold() for month in MONTHS for length in range(3, len(month) + 1)}
_WORDS = re.compile(r"[^\W\d_]+")
# Of a number (1E5), of a time (10:30 pm), of a date and time (2020-11-25T10:30Z), of a day (25th Nov).
_PARTS_OF_NUMBERS = {"e", "am", "pm", "a", "p", "m", "t", "z", "st", "nd", "rd", "th"} | _MONTHS


def guarded(text: str) -> str:
    """The text as a cell that stays a text in a spreadsheet: as it is, or with an apostrophe before it."""
    return MARK + text if _invites_a_guess(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made this cell of."""
    return cell.removeprefix(MARK)


def _invites_a_guess(text: str) -> bool:
    bare = text.strip()
    # "#N/A" and its like are error values.
    if not bare or text.startswith((MARK, *FORMULA)) or bare.startswith((MARK, "#", *FORMULA)):
        return True
    return bare.casefold() in ("true", "false") or _looks_like_a_number(bare)


def _looks_like_a_number(text: str) -> bool:
    if not any(character.isdigit() for character in text):
        return False
    words = _WORDS.findall(text.casefold())
    # "5 mars", "100 EUR": a word apart from the number may be a month or a currency in the reader's language.
    return set(words) <= _PARTS_OF_NUMBERS or (len(words) == 1 and " " in text)

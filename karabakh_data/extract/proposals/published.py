"""When an article was published, as far as its id or its text says so: what dates without a year hang on."""

from __future__ import annotations

import re

from karabakh_data.extract.article import Article
from karabakh_data.extract.language.dates import spelled
from karabakh_data.model.edtf import EdtfError, parse

_IN_ID = re.compile(r"-(\d{4}(?:-\d{2}){0,2})$")
# The words of the longest line that may give the date of publication, and how many of the first lines may.
BRIEF, FIRST = 12, 10


def published(article: Article) -> str | None:
    """The day, month or year of publication in EDTF; None where neither the id nor one of the first lines gives it."""
    if (match := _IN_ID.search(article.source_id)) and _is_date(match[1]):
        return match[1]
    lines = [line for line in article.text.splitlines() if line.strip()][:FIRST]
    for line in lines:
        for date in spelled(line) if len(line.split()) <= BRIEF else ():
            value = f"{date.year}-{date.month:02}-{date.day:02}" if date.year and date.month and date.day else ""
            if value and _is_date(value):
                return value
    return None


def _is_date(value: str) -> bool:
    try:
        parse(value)
    except EdtfError:
        return False
    return True

"""The lexicon: by which words an English text says each term of a vocabulary; read from wordings.toml.

A wording is one or more words. Within a word, `*` stands for any letters (`sign*`, `*ed`); alone, for any one word
(`is to be *`). Case and the shape of apostrophes do not matter; a compound with a hyphen is one word.

The longest wording at a spot decides: one that lies within a longer wording of another term of its vocabulary says
nothing. So "deployed" shows that something occurred, and "would be deployed" does not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from karabakh_data.errors import FailuresError
from karabakh_data.model.vocabularies import VOCABULARIES

FILE = Path(__file__).with_name("wordings.toml")
DATES = ("open_start", "open_end", "approximate", "uncertain", "either")
TABLES = ("agreements",)
SECTIONS = ("vocabularies", "apart", "tables", "dates")
NOTHING = re.compile(r"(?!)")

Lexicon = Mapping[str, re.Pattern[str]]


class WordingsError(FailuresError):
    """The lexicon is wrong. `failures` lists everything that was found, a sentence each."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """The lexicon, compiled. `terms` has the wordings of each vocabulary's terms, `apart` what only looks like them.

    `tables` has the words by which a text speaks of a record that has no name, `dates` those for parts of a date.
    """

    terms: Mapping[str, Lexicon]
    apart: Mapping[str, Lexicon]
    tables: Lexicon
    dates: Lexicon

    def lists(self, vocabulary: str, term: str) -> bool:
        """Whether the lexicon has an entry for the term."""
        return term in self.terms.get(vocabulary, ())

    def shows(self, vocabulary: str, term: str, text: str) -> bool:
        """Whether a wording of the term is in the text, and in no longer wording of another term.

        Raises KeyError for a term without an entry.
        """
        plain, terms = folded(text), self.terms[vocabulary]
        apart = set(_spans(self.apart.get(vocabulary, {}).get(term, NOTHING), plain))
        longer = apart.union(*(_spans(pattern, plain) for other, pattern in terms.items() if other != term))
        own = set(_spans(terms[term], plain)) - apart
        return any(not any(_lies_in(span, other) for other in longer) for span in own)


@cache
def wordings() -> Wordings:
    """The lexicon that comes with the package. Raises WordingsError if it is wrong."""
    return read(FILE.read_text(encoding="utf-8"))


def read(toml: str) -> Wordings:
    """The lexicon in a TOML text.

    Raises WordingsError that lists each section, vocabulary and term that does not exist, and each wording that is
    none; tomllib.TOMLDecodeError for a text that is no TOML.
    """
    content = tomllib.loads(toml)
    failures = list(_failures(content))
    if failures:
        raise WordingsError(failures)
    return Wordings(
        terms={vocabulary: _compiled(terms) for vocabulary, terms in content["vocabularies"].items()},
        apart={vocabulary: _compiled(terms) for vocabulary, terms in content["apart"].items()},
        tables=_compiled(content["tables"]),
        dates=_compiled(content["dates"]),
    )


def folded(text: str) -> str:
    """The text in lower case, with straight apostrophes and single spaces."""
    return " ".join(text.replace("’", "'").replace("‘", "'").lower().split())


def _failures(content: Mapping[str, Any]) -> Iterator[str]:
    for section in sorted(content.keys() ^ {*SECTIONS}):
        yield f"wordings.toml: [{section}] is {'no section' if section in content else 'missing'}"
    checked: dict[str, tuple[Mapping[str, Any], Sequence[str]]] = {
        "tables": (content.get("tables", {}), TABLES),
        "dates": (content.get("dates", {}), DATES),
    }
    for section in ("vocabularies", "apart"):
        for vocabulary, terms in content.get(section, {}).items():
            if vocabulary in VOCABULARIES:
                checked[f"{section}.{vocabulary}"] = terms, tuple(VOCABULARIES[vocabulary].terms)
            else:
                yield f"wordings.toml: [{section}.{vocabulary}] is no vocabulary"
    for section, (entries, known) in checked.items():
        for name, listed in entries.items():
            if name not in known:
                yield f"wordings.toml: [{section}] has '{name}'; it knows {', '.join(known)}"
            for wording in listed:
                if not isinstance(wording, str) or wording != folded(wording) or not re.search(r"\w", wording):
                    yield f"wordings.toml: [{section}] {name}: {wording!r} is no wording; write words in lower case"


def _compiled(entries: Mapping[str, Sequence[str]]) -> Lexicon:
    return {name: _pattern(listed) for name, listed in entries.items()}


def _pattern(listed: Sequence[str]) -> re.Pattern[str]:
    """What finds the longest of the wordings at each word."""
    if not listed:
        return NOTHING
    longest_first = sorted(listed, key=lambda wording: (-wording.count(" "), wording))
    each = (" ".join(_word(word) for word in wording.split(" ")) for wording in longest_first)
    return re.compile(rf"(?<![\w-])(?=({'|'.join(each)})(?![\w-]))")


def _word(word: str) -> str:
    return r"[\w'-]+" if word == "*" else re.escape(word).replace(r"\*", r"\w*")


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in pattern.finditer(text))


def _lies_in(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]

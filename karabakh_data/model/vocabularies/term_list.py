"""What a vocabulary is: a closed list of terms, each with its definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of terms: `terms` maps each term to its definition."""

    name: str
    meaning: str
    terms: Mapping[str, str]


def label(term: str) -> str:
    """The term as words: `mine_blast` gives "mine blast", `igo` gives "IGO"."""
    return term.upper() if term in ("igo", "ngo") else term.replace("_", " ")

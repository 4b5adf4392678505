"""How alike two coders' values are: equal, compatible where one says the same less closely, or different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal

from karabakh_data.model import edtf, edtf_algebra

Likeness = Literal["equal", "compatible", "different"]
Compare = Callable[[Any, Any], Likeness]

GRAMMAR = re.compile(
    "an?|and|are|as|at|be|by|for|from|ha[ds]|have|into?|is|its?|not|of|on|or|over|that|the|to|under|with(out)?"
)


def words(text: str) -> frozenset[str]:
    """The text's words as they are compared: in plain small letters, without words of grammar and final s."""
    plain = text.casefold().replace("'", "").replace("ı", "i")
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    found = (word for word in re.findall("[a-z0-9]+", folded) if not GRAMMAR.fullmatch(word))
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found)


def stems(text: str) -> frozenset[str]:
    """The first five letters of the text's words, so that "resigns" meets "resignation"."""
    return frozenset(word[:5] for word in words(text))


def terms(a: object, b: object) -> Likeness:
    """Terms and figures are equal or different."""
    return "equal" if a == b else "different"


def dates(a: str, b: str) -> Likeness:
    """Dates in EDTF are compatible if one lies within the other: they differ in precision alone."""
    if a == b:
        return "equal"
    common = edtf_algebra.intersect(edtf.parse(a), edtf.parse(b))
    return "compatible" if common is not None and common.text in (a, b) else "different"


def phrases(a: str, b: str) -> Likeness:
    """Free words are equal if they are the same in any order, compatible if one text has all words of the other."""
    in_a, in_b = words(a), words(b)
    if in_a == in_b:
        return "equal"
    return "compatible" if in_a <= in_b or in_b <= in_a else "different"


def named(known: Mapping[str, Collection[str]]) -> Compare:
    """A comparison of names, where `known` gives the words by which articles name each actor or place.

    Names are equal if articles use them for the same one ("Baku" and "Azerbaijan"); what stands after a comma, such as
    an office, is left out where the whole is no such name. Else names, and the others of the same ones, are compared as
    free words.
    """
    meanings: dict[frozenset[str], set[str]] = {}
    for entity, surfaces in known.items():
        for surface in (entity, *surfaces):
            meanings.setdefault(words(surface), set()).add(entity)

    def meant(name: str) -> set[str]:
        return meanings.get(words(name)) or meanings.get(words(name.partition(",")[0])) or set()

    def compare(a: str, b: str) -> Likeness:
        if meant(a) & meant(b):
            return "equal"
        found = {phrases(one, other) for one in (a, *meant(a)) for other in (b, *meant(b))}
        return next(likeness for likeness in ("equal", "compatible", "different") if likeness in found)

    return compare

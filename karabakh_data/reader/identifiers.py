"""Ids and names as callers hand them over: texts, and whatever Arrow, numpy or a data frame makes of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def one(argument: str, given: object) -> str:
    """The id or name that is given, a text or an Arrow scalar, as a text.

    Raises TypeError for anything else; `argument` is what the caller calls it.
    """
    text = _text(given)
    if text is None:
        raise TypeError(f"{argument} takes one text or Arrow scalar of text, and not {_described(given)}")
    return text


def several(argument: str, given: Iterable[object]) -> list[str]:
    """The ids that are given, in their order, each once.

    A list, tuple or set of texts, an Arrow array, a column of a table, a numpy array and a pandas Series will all do.
    Raises TypeError for one text, for what has several columns, and for what holds anything that is no text, with all
    of it; `argument` is what the caller calls it.
    """
    text = _text(given)
    if text is not None:
        raise TypeError(f"{argument} takes a list of ids, such as {argument}=['{text}'], and not one text")
    has_columns = isinstance(given, Mapping) or len(getattr(given, "shape", (0,))) != 1
    if has_columns or isinstance(given, bytes) or not isinstance(given, Iterable):
        raise TypeError(f"{argument} takes a list of ids or one column of them, and not {_described(given)}")
    texts, wrong = [], []
    for at, each in enumerate(given):
        text = _text(each)
        if text is None:
            wrong.append(f"{_described(each)} at {at}")
        else:
            texts.append(text)
    if wrong:
        raise TypeError(f"{argument} takes ids as texts, and holds {', '.join(wrong)}")
    return list(dict.fromkeys(texts))


def one_or_several(argument: str, given: Any) -> list[str]:
    """The id that is given, or the ids, as `several` takes them. Raises TypeError for what is neither."""
    text = _text(given)
    return several(argument, given) if text is None else [text]


def _text(given: Any) -> str | None:
    value = given.as_py() if _is_arrow_scalar(given) else given
    # numpy's texts and the members of a StrEnum are texts, with other words for themselves in a message.
    return str.__str__(value) if isinstance(value, str) else None


def _is_arrow_scalar(given: object) -> bool:
    # Not by its class: who hands over a plain text need not wait until pyarrow is imported.
    return hasattr(given, "as_py")


def _described(given: object) -> str:
    kind = type(given).__name__
    short = given is None or isinstance(given, int | float | bytes) or _is_arrow_scalar(given)
    return f"{given!r} ({kind})" if short else f"a value of the type {kind}"

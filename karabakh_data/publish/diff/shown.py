"""Cells as people see them: what cannot be seen is written out, and texts that look alike are told apart."""

from __future__ import annotations

import unicodedata

from karabakh_data.publish.diff.cells import Value

# Longer texts are shown around what differs.
_LONG = 200
_AROUND = 40
# So many code points of what differs are named.
_NAMED = 8

_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escaped(text: str) -> str:
    """The text with each letter that cannot be seen, or that rules a terminal, written as its code point."""
    return "".join(_letter(letter) for letter in text)


def short(text: str) -> str:
    """A title or quotation on one line: escaped, and its beginning if it is long."""
    return escaped(text if len(text) <= _LONG else f"{text[: _LONG - 1]}…")


def shown(value: Value | None) -> str:
    """A cell on one line: in quotation marks where its end, its emptiness or a letter of it would not be seen."""
    if value is None:
        return "null"
    if value.cut or len(value.text) > _LONG:
        return f"{_as_it_is(value.text[:_LONG], value.kind)}… ({value.length} characters)"
    return _as_it_is(value.text, value.kind)


def pair(old: Value | None, new: Value | None) -> tuple[str, str]:
    """Two cells that differ, each on one line, with the code points where the two look alike."""
    if old is None or new is None:
        return shown(old), shown(new)
    start, old_end, new_end = _stretch(old.text, new.text)
    if old.text == new.text:
        return f"{shown(old)} SHA-256 {old.sha256}", f"{shown(new)} SHA-256 {new.sha256}"
    alike = _alike(old.text, new.text)
    texts = []
    for value, end in ((old, old_end), (new, new_end)):
        whole = max(old.length, new.length) <= _LONG
        text = (_quoted(value.text) if alike else shown(value)) if whole else _window(value, start, end)
        texts.append(f"{text} ({_code_points(value.text[start:end])})" if alike else text)
    return texts[0], texts[1]


def _letter(letter: str) -> str:
    if letter == " " or unicodedata.category(letter)[0] not in "CZ":
        return letter
    return _SHORT_ESCAPES.get(letter) or (f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}")


def _as_it_is(text: str, kind: str) -> str:
    plain = escaped(text)
    telling = text and plain == text and text.strip() == text and "  " not in text and text != "null"
    if kind != "text" or (telling and text.isprintable() and unicodedata.normalize("NFC", text) == text):
        return plain
    return _quoted(text)


def _quoted(text: str) -> str:
    return "'" + escaped(text.replace("\\", "\\\\")) + "'"


def _window(value: Value, start: int, end: int) -> str:
    """What differs with some letters around it."""
    first, last = max(0, start - _AROUND), min(end, start + _LONG) + _AROUND
    part = escaped(value.text[first:last])
    length = f" ({value.length} characters)"
    return f"{'…' if first else ''}{part}{'…' if last < value.length else ''}{length}"


def _stretch(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where in each the difference ends; never between a letter and its marks."""
    start = _shared(old, new)
    tail = _shared(old[start:][::-1], new[start:][::-1])
    while start and any(text[start : start + 1] and unicodedata.combining(text[start]) for text in (old, new)):
        start -= 1
    return start, len(old) - tail, len(new) - tail


def _shared(one: str, other: str) -> int:
    """How many letters two texts share at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _alike(old: str, new: str) -> bool:
    """Whether two texts may look the same: composed otherwise, letters unseen, or one letter of another script."""
    if _looks(old) == _looks(new):
        return True
    start, old_end, new_end = _stretch(old, new)
    letters = old[start:old_end], new[start:new_end]
    return all(len(one) == 1 for one in letters) and len({one.isascii() for one in letters}) > 1


def _looks(text: str) -> str:
    seen = (letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter)[0] != "C")
    return " ".join("".join(seen).split())


def _code_points(text: str) -> str:
    named = " ".join(f"U+{ord(letter):04X}" for letter in text[:_NAMED])
    return (named or "nothing") + (" …" if len(text) > _NAMED else "")

"""The script of an article: read, held to its shape, and followed line by line.

A script names passages, speakers and records, and claims values of them, one a line; it does nothing else. It is
written in Python, so that an editor completes it and mypy refuses a wrong term, but not executed as such: each line is
followed as the chain of calls that it is, and only methods of what a script names are called. A line that cannot be
followed is a failure of the article like any other, and the lines after it are followed all the same.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from karabakh_data.errors import KarabakhDataError, near_misses
from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.coding_sheet import hint
from karabakh_data.extract.each_record import Voice
from karabakh_data.extract.passage import MarkedPassage
from karabakh_data.extract.record_claims import RecordClaims, Stretch
from karabakh_data.extract.script_shape import functions, lines, misshapen_around, names
from karabakh_data.extract.text import Text

# What a line that failed would have named: nothing more is said of it.
_UNSAID = object()

_KEYWORD = re.compile(r"(?P<method>\w+)\(\) got an unexpected keyword argument '(?P<name>\w+)'")


class _Mistake(KarabakhDataError):
    """What is wrong with a line, in the words of a script."""


@dataclass(slots=True)
class Script:
    """The coding of an article, to be called with its text. `line` is the one that is being followed."""

    code: ast.FunctionDef
    around: list[tuple[int, str]]
    line: int | None = None

    def __call__(self, text: Text) -> None:
        """Follow each line; what is wrong in or around them is kept as failures of the article."""
        fail = text._sheet.article.fail
        for number, failure in self.around:
            fail(failure, number)
        named: dict[str, Any] = {self.code.args.args[0].arg: text}
        unused: dict[str, tuple[str, int]] = {}
        for line, problem in lines(self.code):
            self.line = line.lineno
            for name in names(line, ast.Load):
                for meant in [name] if name in named else near_misses(name, unused):
                    unused.pop(meant, None)
            if problem:
                fail(problem, line.lineno)
            value = _UNSAID if problem else self._followed(line, named, text)
            if value is _UNSAID:
                _miss(line, named, text)
            claimless = _claimless(value)
            for name in names(line, ast.Store):
                if name in unused:
                    fail(*unused.pop(name))
                named[name] = value
                if claimless:
                    unused[name] = (claimless, line.lineno)
            if claimless and isinstance(line, ast.Expr):
                fail(claimless, line.lineno)
        for told in unused.values():
            fail(*told)
        self.line = None

    def _followed(self, line: ast.stmt, named: Mapping[str, Any], text: Text) -> Any:
        """What a line gives, or `_UNSAID` where it cannot be followed."""
        if not isinstance(line, ast.Assign | ast.Expr):
            return None
        try:
            value = self._value(line.value, named)
            if value is None and isinstance(line, ast.Assign):
                raise _Mistake("this names a claim, of which nothing more can be said")
        except Exception as error:  # whatever a method makes of what it is given
            text._sheet.article.fail(" ".join(_told(error).split()), self.line)
            return _UNSAID
        return value

    def _value(self, part: ast.expr, named: Mapping[str, Any]) -> Any:
        if isinstance(part, ast.Name):
            if part.id not in named:
                raise _Mistake(f"`{part.id}` is not named above{hint(part.id, named)}")
            return named[part.id]
        if isinstance(part, ast.Attribute):
            return _member(self._value(part.value, named), part.attr)
        if isinstance(part, ast.Call):
            method = self._value(part.func, named)
            arguments = [self._argument(one, named) for one in part.args]
            options = {str(one.arg): self._argument(one.value, named) for one in part.keywords}
            self.line = part.func.end_lineno
            if any(one is _UNSAID for one in (method, *arguments, *options.values())):
                return _UNSAID
            if not callable(method):
                raise _Mistake(f"`{ast.unparse(part.func)}` takes no brackets")
            return method(*arguments, **options)
        raise _Mistake(f"`{ast.unparse(part)}` is no passage, speaker or record")

    def _argument(self, part: ast.expr, named: Mapping[str, Any]) -> Any:
        if not isinstance(part, ast.Name):
            return ast.literal_eval(part)
        value = self._value(part, named)
        if value is not _UNSAID and not isinstance(value, RecordClaims):
            raise _Mistake(f"`{part.id}` is {_called(value)}, where a record or words belong")
        return value


def read_script(path: Path, source_id: str) -> Script:
    """The coding of an article, as a script's function `code` does it.

    Raises ExtractionError that says where the file is no Python, or all that stands where its one function should.
    What else is wrong shows when the script is called, all at once.
    """
    content = path.read_bytes()
    try:
        tree = ast.parse(content, str(path))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:  # the last two: nested too deep
        # Python gives no line for a null byte.
        line = getattr(error, "lineno", None) or content[: max(content.find(b"\0"), 0)].count(b"\n") + 1
        message = f"this is no Python: {getattr(error, 'msg', None) or error or 'nested too deep'}"
        raise ExtractionError([f"{source_id}: script line {line}: {message}"]) from error
    around = list(misshapen_around(tree))
    if len(found := functions(tree)) != 1:
        raise ExtractionError([f"{source_id}: script line {line}: {message}" for line, message in around])
    return Script(found[0], around)


def _member(thing: object, name: str) -> object:
    if thing is _UNSAID:
        return thing
    if not isinstance(thing, Text | Stretch | RecordClaims):
        raise _Mistake(f"`{name}` stands behind what is no passage, speaker or record")
    if name.startswith("_") or name == "table" or not hasattr(type(thing), name):
        members = [member for member in dir(thing) if not member.startswith("_") and member != "table"]
        near = hint(name, members) or f"; it has {', '.join(members)}"
        raise _Mistake(f"{_called(thing)} has no `{name}`{near}")
    return getattr(thing, name)


def _miss(line: ast.stmt, named: Mapping[str, Any], text: Text) -> None:
    """Remember that nothing came of a line, and of which records it would have claimed something."""
    text._sheet.miss()
    for name in names(line, ast.Load):
        if isinstance(record := named.get(name), RecordClaims):
            text._sheet.miss((record.table, record._id))


def _claimless(value: object) -> str | None:
    """The failure if nothing is made of what a line names; None where that is none, or told elsewhere."""
    if isinstance(value, RecordClaims) and value._known:
        return f"{value!r} is named and nothing is claimed of it: claim something, or delete this"
    if isinstance(value, Stretch) and not isinstance(value, MarkedPassage):
        return "a speaker is named who says nothing: claim something, or delete this"
    return None


def _told(error: Exception) -> str:
    """What is wrong with a line, in the words of a script and not of Python."""
    if not isinstance(error, TypeError):
        return str(error) if isinstance(error, _Mistake) else f"{type(error).__name__}: {error}"
    message = re.sub(r"\b\w+\.(?=\w+\(\))", "", str(error))
    match = _KEYWORD.search(message)
    return message + hint(match["name"], _options(match["method"])) if match else message


def _called(thing: object) -> str:
    if isinstance(thing, RecordClaims):
        return f"one of {thing.table}"
    return "a passage" if isinstance(thing, MarkedPassage) else "a speaker" if isinstance(thing, Voice) else "`text`"


def _options(method: str) -> list[str]:
    """The keywords that a script's methods of that name take."""
    return [
        name
        for kind in (Text, MarkedPassage, Voice)
        if callable(found := getattr(kind, method, None))
        for name in inspect.signature(found).parameters
    ]

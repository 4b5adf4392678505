"""The script of an article: read, held to its shape, and run line by line.

A script names passages, speakers and records, and claims values of them, one a line; it does nothing else. A line that
cannot be run is a failure of the article like any other, and the lines after it are run all the same.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.coding_sheet import hint
from karabakh_data.extract.each_record import Voice
from karabakh_data.extract.passage import MarkedPassage
from karabakh_data.extract.record_claims import RecordClaims, Stretch, Unsaid
from karabakh_data.extract.text import Code, Text

SHAPE = "a script names passages, speakers and records, and claims one thing a line"

# Calls of methods on names, their results named, and constants between the brackets.
LINE = (ast.Call, ast.Attribute, ast.Name, ast.Load, ast.Store, ast.Constant, ast.keyword, ast.Tuple)

_KEYWORD = re.compile(r"(?P<method>\w+)\(\) got an unexpected keyword argument '(?P<name>\w+)'")


def read_script(path: Path, source_id: str) -> Code:
    """The coding of an article, as a script's function `code` does it.

    Raises ExtractionError that lists each line that is no Python, or no line of a script.
    """

    def failure(line: int | None, message: str) -> str:
        return f"{source_id}: script line {line}: {message}"

    try:
        tree = ast.parse(path.read_bytes(), str(path))
    except (SyntaxError, ValueError) as error:  # ValueError: a null byte
        line, message = getattr(error, "lineno", 1), getattr(error, "msg", str(error))
        raise ExtractionError([failure(line, f"this is no Python: {message}")]) from error
    if failures := [failure(line, message) for line, message in _misshapen(tree)]:
        raise ExtractionError(failures)
    (code,) = [part for part in tree.body if isinstance(part, ast.FunctionDef)]
    code.body = [_guarded(line, code.args.args[0].arg) for line in code.body]
    scope: dict[str, Any] = {"__name__": path.stem, "_fail": _fail}
    try:
        exec(compile(ast.fix_missing_locations(tree), str(path), "exec"), scope)
    except ImportError as error:
        line = error.__traceback__.tb_next.tb_lineno if error.__traceback__ and error.__traceback__.tb_next else 1
        raise ExtractionError([failure(line, str(error))]) from error
    script: Code = scope["code"]
    return script


def _misshapen(tree: ast.Module) -> Iterator[tuple[int, str]]:
    functions = [part for part in tree.body if isinstance(part, ast.FunctionDef)]
    if [(code.name, len(code.args.args)) for code in functions] != [("code", 1)]:
        yield 1, "a script is one function, `def code(text: Text) -> None:`"
    for part in tree.body:
        if not (isinstance(part, ast.FunctionDef | ast.ImportFrom) or _is_docstring(part)):
            yield part.lineno, f"this stands outside of `code`; {SHAPE}"
    for code in functions:
        for line in code.body:
            if problem := _problem(line):
                yield line.lineno, f"{problem}; {SHAPE}"


def _problem(line: ast.stmt) -> str | None:
    """What a line of a script holds that none should."""
    if isinstance(line, ast.Assign):
        named = len(line.targets) == 1 and isinstance(line.targets[0], ast.Name)
        if not named or not isinstance(line.value, ast.Call):
            return "this gives a name to something that is no passage, speaker or record"
    elif not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Call)):
        return None if isinstance(line, ast.Pass) or _is_docstring(line) else "this is no line of a script"
    strange = [part for part in ast.walk(line) if not isinstance(part, (*LINE, type(line)))]
    return f"this holds what Python calls {type(strange[0]).__name__}" if strange else None


def _is_docstring(part: ast.stmt) -> bool:
    return isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and isinstance(part.value.value, str)


def _guarded(line: ast.stmt, text: str) -> ast.stmt:
    """The line, so that what goes wrong in it is a failure, and what it would have named is `Unsaid`."""
    targets = line.targets if isinstance(line, ast.Assign) else []
    named = [f"{target.id} =" for target in targets if isinstance(target, ast.Name)]
    guard = ast.parse(f"try:\n  pass\nexcept Exception as _error:\n  {' '.join(named)} _fail({text}, _error)")
    for part in ast.walk(guard):
        ast.copy_location(part, line)
    handlers = [part for part in ast.walk(guard) if isinstance(part, ast.ExceptHandler)]
    return ast.copy_location(ast.Try(body=[line], handlers=handlers, orelse=[], finalbody=[]), line)


def _fail(text: Text, error: Exception) -> Unsaid:
    text._sheet.article.fail(_told(error))
    return Unsaid()


def _told(error: Exception) -> str:
    """What is wrong with a line, in the words of a script and not of Python."""
    if isinstance(error, NameError):
        named = [] if error.__traceback__ is None else error.__traceback__.tb_frame.f_locals
        return f"`{error.name}` is not named above{hint(str(error.name), named)}"
    if isinstance(error, AttributeError) and isinstance(error.obj, Text | Stretch | RecordClaims):
        methods = [name for name in dir(error.obj) if not name.startswith("_") and name != "table"]
        near = hint(str(error.name), methods) or f"; it has {', '.join(methods)}"
        return f"{_called(error.obj)} has no `{error.name}`{near}"
    message = re.sub(r"\b\w+\.(?=\w+\(\))", "", str(error))
    if isinstance(error, TypeError) and (match := _KEYWORD.search(message)):
        return message + hint(match["name"], _options(match["method"]))
    return message if isinstance(error, TypeError) else f"{type(error).__name__}: {error}"


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

"""The shape of a script: one import, one function `code`, and in it lines of which each names or claims one thing.

A line is a call, or a name given to one: of a method of the article or of what is named above, with literals or such
names between the brackets. Nothing else of Python has a meaning in a script.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

SHAPE = "a script names passages, speakers and records, and claims one thing a line"
IMPORT = "from karabakh_data.extract.text import Text"
FUNCTION = "def code(text: Text) -> None:"

_LITERALS = (str, int, float, type(None))


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """The functions that can be run as the coding of an article, of which a script has one."""
    return [part for part in tree.body if isinstance(part, ast.FunctionDef) and part.name == "code" and part.args.args]


def misshapen_around(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What a script holds around the lines of its function and should not, each with its line."""
    if [part.name for part in tree.body if isinstance(part, ast.FunctionDef)] != ["code"] or not functions(tree):
        yield 1, f"a script is one function, `{FUNCTION}`"
    for part in _without_docstring(tree.body):
        if isinstance(part, ast.Import | ast.ImportFrom):
            if ast.unparse(part) != IMPORT:
                yield part.lineno, f"a script imports nothing but `{IMPORT}`"
        elif not isinstance(part, ast.FunctionDef):
            yield part.lineno, f"this stands outside of `code`; {SHAPE}"
    for code in functions(tree):
        for decorator in code.decorator_list:
            yield decorator.lineno, f"`@{ast.unparse(decorator)}` stands above `code`; {SHAPE}"
        name, annotation = code.args.args[0].arg, code.args.args[0].annotation
        if ast.unparse(code.args) not in (name, f"{name}: Text") or name.startswith("_"):
            yield code.lineno, f"`code` takes the text and nothing else: write `{FUNCTION}`"
        if code.returns and ast.unparse(code.returns) != "None":
            yield code.lineno, f"`code` gives nothing back: write `{FUNCTION}`"
        if annotation and not any(isinstance(part, ast.Import | ast.ImportFrom) for part in tree.body):
            yield code.lineno, f"`Text` is not imported: write `{IMPORT}` above"


def lines(code: ast.FunctionDef) -> Iterator[tuple[ast.stmt, str | None]]:
    """The lines of a script's function, each with what is wrong with its shape."""
    text = code.args.args[0].arg
    for line in _without_docstring(code.body):
        problem = _problem(line, text)
        yield line, f"{problem}; {SHAPE}" if problem else None


def names(line: ast.stmt, context: type[ast.expr_context]) -> list[str]:
    """The names that a line uses (`ast.Load`) or gives (`ast.Store`)."""
    return [part.id for part in ast.walk(line) if isinstance(part, ast.Name) and isinstance(part.ctx, context)]


def _without_docstring(parts: list[ast.stmt]) -> list[ast.stmt]:
    first = parts[0].value if parts and isinstance(parts[0], ast.Expr) else None
    return parts[1:] if isinstance(first, ast.Constant) and isinstance(first.value, str) else parts


def _problem(line: ast.stmt, text: str) -> str | None:
    """What a line holds that none should, the first of it."""
    if isinstance(line, ast.Assign):
        target = line.targets[0]
        if len(line.targets) != 1 or not isinstance(target, ast.Name) or not isinstance(line.value, ast.Call):
            return "this gives a name to something that is no passage, speaker or record"
        if target.id.startswith("_") or target.id == text:
            return f"`{target.id}` is a name that no script gives" + (", for it is the article's" * (target.id == text))
    elif not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Call)):
        return None if isinstance(line, ast.Pass) else "this is no line of a script"
    return next(_strange(line.value), None)


def _strange(part: ast.expr) -> Iterator[str]:
    """What is strange in a chain of calls, from its end to the name in which it is rooted."""
    if isinstance(part, ast.Call):
        if not isinstance(part.func, ast.Attribute):
            yield f"`{ast.unparse(part.func)}` is called, which is no method of the article or of what is named above"
            return
        yield from _strange(part.func.value)
        yield from _strange_arguments(part)
    elif isinstance(part, ast.Attribute):
        yield from _strange(part.value)
    elif not isinstance(part, ast.Name):
        yield f"`{ast.unparse(part)}` is no passage, speaker or record"


def _strange_arguments(call: ast.Call) -> Iterator[str]:
    keywords = [keyword.arg for keyword in call.keywords]
    if None in keywords:
        yield "this holds `**`"
    yield from (f"`{name}=` is given twice" for name in set(keywords) if keywords.count(name) > 1)
    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        parts: Iterable[ast.expr] = argument.elts if isinstance(argument, ast.Tuple) else [argument]
        for part in parts:
            literal = isinstance(part, ast.Constant) and isinstance(part.value, _LITERALS)
            if not (literal or (isinstance(part, ast.Name) and part is argument)):
                yield f"this holds what Python calls {type(part).__name__}"

"""Writes the scripts' module of one class for each kind of record, with a method for each thing that can be claimed.

An editor completes methods and terms, and mypy refuses wrong ones, only as they stand in a file, so the module is
written from the models and kept.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from karabakh_data.model import TABLES, Event, FieldColumn, Row, Source, columns
from karabakh_data.model.vocabularies import VOCABULARIES

PATH = "karabakh_data/extract/each_record.py"

LINE_LENGTH = 120

HEAD = '''"""One class for each kind of record that a script codes, with a method for each thing that it can claim.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

from typing import Literal, Unpack

from karabakh_data.extract.coding_sheet import Step
from karabakh_data.extract.record_claims import RecordClaims, Stretch

'''

VOICE = '''

class Voice(Stretch):
    """What a passage says of records, in the article's own voice or another's."""
'''

PRECISION = ["*", "prec: WherePrec | None = None"]

Method = tuple[str, str]  # its name and text


def text() -> str:
    """The text of the whole module.

    Raises TypeError for a coded column or a table of links that no method fits, and for two methods of one name.
    """
    models = [model for model in TABLES.values() if len(model.key) == 1 and columns(model, "coded")]
    methods = {model: list(_methods(model)) for model in models}
    for model, found in methods.items():
        names = [name for name, _ in found]
        if len(set(names)) < len(names):
            raise TypeError(f"{model.__name__}: two columns or roles make a method of the same name, in {names}")
    classes = "".join(_class(model, found) for model, found in methods.items())
    vocabularies = [name for name in VOCABULARIES if f" {_camel(name)}, " in classes]
    (precision,) = [column.definition for column in columns(Event) if column.name == "where_prec"]
    numbers = range(int(precision.minimum or 0), int(precision.maximum or 0) + 1)
    terms = [*map(_terms, vocabularies), f"WherePrec = Literal[{', '.join(map(str, numbers))}]"]
    return (
        HEAD
        + "\n".join(terms)
        + "\n"
        + classes
        + VOICE
        + "".join(_named(model) for model in models if model is not Source)
    )


def _class(model: type[Row], methods: list[Method]) -> str:
    about = _docstring(f"What a passage says, in one voice, of one of `{model.table}`: {model.one_row_is}.", [], 4)
    head = f'\n\nclass {model.__name__}Claims(RecordClaims):\n{about}\n\n    table = "{model.table}"\n'
    return head + "".join(text for _, text in methods)


def _methods(model: type[Row]) -> Iterator[Method]:
    names = [column.name for column in columns(model, "coded")]
    for column in columns(model, "coded"):
        name, field = column.name.removesuffix("_id").removesuffix("_edtf"), column.name
        if model is Source:
            yield _method(name, [], column, f'self._from_source("{field}", words, step)')
        elif field == "place_id" and "where_prec" in names:
            # The precision follows from the kind of place; a script gives it only where it does not.
            body = "self._locate(value, words, prec, step)"
            yield _method(name, [f"value: {_type(column)}"], column, body, PRECISION)
        elif field != "where_prec":
            yield _method(name, [f"value: {_type(column)}"], column, f'self._claim("{field}", value, words, step)')
    for link in TABLES.values():
        first = columns(link)[0]
        if len(link.key) > 1 and first.definition.references == f"{model.table}.{model.key[0]}":
            yield from _links(link)


def _links(link: type[Row]) -> Iterator[Method]:
    """The methods that claim rows of a table of links: of roles one each, of outcomes one that takes the outcome."""
    (coded,) = columns(link, "coded")
    others = [column for column in columns(link)[1:] if column.definition.references]
    if link.table == "event_topics":
        record = "record: str | RecordClaims"
        yield _method("about", [record], coded, "self._about(record, words, step)")
    elif len(others) == 1 and coded.definition.vocabulary:
        (other,) = others
        name = other.name.removesuffix("_id")
        cells = f'self._link("{link.table}", words, step, {other.name}={name}'
        if coded.name not in link.key:
            parameters = [f"{coded.name}: {_type(coded)}", f"{name}: {_type(other)}"]
            yield _method(coded.name, parameters, coded, f"{cells}, {coded.name}={coded.name})")
            return
        for term, definition in VOCABULARIES[coded.definition.vocabulary].terms.items():
            yield _method(term, [f"{name}: {_type(other)}"], definition, f'{cells}, {coded.name}="{term}")')
    else:
        raise TypeError(f"{link.__name__} links records in a way for which a script has no method")


def _method(
    name: str, parameters: list[str], meaning: FieldColumn | str, body: str, options: list[str] | None = None
) -> Method:
    """A method that takes a value, the words on which it rests and the step; it says what the column means."""
    given = ", ".join(["self", *parameters, "words: str", *(options or []), "**step: Unpack[Step]"])
    line = f"    def {name}({given}) -> None:"
    if len(line) > LINE_LENGTH:
        line = f"    def {name}(\n        {given}\n    ) -> None:"
    if isinstance(meaning, str):
        doc = _docstring(meaning, [], 8)
    else:
        terms = VOCABULARIES[meaning.definition.vocabulary].terms if meaning.definition.vocabulary else {}
        doc = _docstring(meaning.definition.description, [f"{term}: {text}" for term, text in terms.items()], 8)
    return name, f"\n{line}\n{doc}\n        {body}\n"


def _docstring(text: str, items: list[str], indent: int) -> str:
    summary, _, rest = text.partition(". ")
    lines = [f'"""{summary}{"." if rest else ""}', *([""] if rest else []), *textwrap.wrap(rest, LINE_LENGTH - indent)]
    if len(lines[0]) > LINE_LENGTH - indent - 3:
        lines = textwrap.wrap(f'"""{text}', LINE_LENGTH - indent - 3)
    if items:
        lines += ["", *(line for item in items for line in _item(item, LINE_LENGTH - indent))]
    lines = [*lines, '"""'] if len(lines) > 1 else [f'{lines[0]}"""']
    return textwrap.indent("\n".join(lines), " " * indent)


def _item(text: str, width: int) -> list[str]:
    return textwrap.wrap(f"- {text}", width, subsequent_indent="  ")


def _terms(vocabulary: str) -> str:
    terms = [f'"{term}"' for term in VOCABULARIES[vocabulary].terms]
    return f"{_camel(vocabulary)} = Literal[{', '.join(terms)}]"


def _named(model: type[Row]) -> str:
    name = model.__name__
    key = model.key[0]
    return (
        f"\n    def {name.lower()}(self, {key}: str) -> {name}Claims:\n"
        f"{_docstring(f'One of `{model.table}`, named once in a passage: {model.one_row_is}.', [], 8)}\n"
        f"        return {name}Claims(self, {key})\n"
    )


def _type(column: FieldColumn) -> str:
    if column.definition.vocabulary:
        return _camel(column.definition.vocabulary)
    if column.definition.references:
        return f"str | {TABLES[column.definition.references.split('.')[0]].__name__}Claims"
    return column.type.__name__


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))

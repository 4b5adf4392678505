"""The codebook: every table, column, term and rule in words, made from the models that also make the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import pyarrow as pa

from karabakh_data.check.package import requirements
from karabakh_data.check.rules.catalogue import written_rules
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.coding import checkout
from karabakh_data.coding.reliability import Measures
from karabakh_data.model import TABLES, Column, FieldColumn, Row, columns
from karabakh_data.model.vocabularies import VOCABULARIES, Vocabulary
from karabakh_data.publish.about import DESCRIPTION, NAME
from karabakh_data.publish.reading import READING
from karabakh_data.resolve import RULES
from karabakh_data.version import __version__

CODEBOOK = "CODEBOOK.md"

_NAMES = re.compile(r"[^\s,]+")
_MARK_UP = re.compile(r"[_^*<>\[]")

TYPES = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "date": "day"}

ORIGINS = {
    "coded": "A source says it. At least one row of `claims` stands behind each value, and the column's rule of "
    "resolution says how several claims become one value.",
    "authored": "Our own words or our own ordering: ids, titles, definitions, notes. They aim to be neutral, and are "
    "no facts of any source.",
    "reference": "An identifier or coordinate from the outside authority that the description names; null where the "
    "authority has none that was seen.",
    "derived": "Computed from other columns or tables by the rule that the description gives.",
}


def codebook(tables: Mapping[str, pa.Table], measures: Measures | None = None, once: Collection[str] = ()) -> str:
    """The codebook of these tables as Markdown: how to read them, and each table, vocabulary and rule.

    With `measures`, also how far two coders agree who coded the articles apart; `once` names the articles of which
    there is no second coding.
    """
    parts = [
        f"# Codebook of {NAME} {__version__}",
        DESCRIPTION,
        "*Written by `karabakh-data build` from the models; edit those.*",
        "## How to read the tables",
        READING,
        "Each column has one **origin**:",
        _table(("origin", "what it means"), ORIGINS.items()),
        "## The tables",
        _table(
            ("table", "rows", "one row is"),
            ((_link(name), f"{tables[name].num_rows:,}", model.one_row_is) for name, model in TABLES.items()),
        ),
        *(part for model in TABLES.values() for part in _of_table(model, tables[model.table].num_rows)),
        "## How claims become values",
        "Several claims on one field become one value by the rule that the column names. Only values that a claim "
        "asserts count; the order and the number of claims do not. In the tables of some sources alone, what only "
        "others tell is null. A record of which these give no value, or not one that it cannot be without, is left "
        "out, and so are the links and claims that need it.",
        _table(("rule", "the value"), ((f"*{rule}*", text) for rule, text in RULES.items())),
        "## Vocabularies",
        *(part for vocabulary in VOCABULARIES.values() for part in _of_vocabulary(vocabulary)),
        "## Crosswalk to other schemes",
        *_of_crosswalk(tables["crosswalk"]),
        *(_of_reliability(measures, once) if measures else ()),
        "## What is checked",
        *_of_checks(),
    ]
    return "\n\n".join(parts) + "\n"


def _of_table(model: type[Row], rows: int) -> Iterator[str]:
    yield f"### {model.table}"
    yield f"One row is {model.one_row_is}. {rows:,} rows; the key is {_listed(model.key)}."
    yield _table(
        ("column", "type", "origin", "meaning"),
        ((f"`{column.name}`", _type(column), column.definition.origin, _meaning(column)) for column in columns(model)),
    )


def _type(column: FieldColumn) -> str:
    return TYPES[column.type.__name__] + (" or null" if column.nullable else "")


def _meaning(column: FieldColumn) -> str:
    definition = column.definition
    parts = [definition.description]
    if definition.vocabulary:
        parts.append(f"A term of {_link(definition.vocabulary, 'vocabulary')}.")
    if definition.references:
        parts.append(f"Names a row of {_link(definition.references.split('.')[0])}.")
    if definition.form == "edtf":
        parts.append("EDTF.")
    parts += _limits(definition)
    if definition.resolution:
        parts.append(f"Resolved by *{definition.resolution}*.")
    return " ".join(parts)


def _limits(definition: Column) -> Iterator[str]:
    """The column's constraints; a value that names a row matches what that row's key does."""
    if definition.pattern and not definition.references:
        yield f"Matches {_code(definition.pattern)}."
    if definition.max_length is not None:
        yield f"At most {definition.max_length} characters."
    if definition.minimum is not None:
        yield f"At least {definition.minimum:g}."
    if definition.maximum is not None:
        yield f"At most {definition.maximum:g}."


def _of_vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"### Vocabulary: {vocabulary.name}"
    yield vocabulary.meaning
    yield _table(("term", "definition"), ((f"`{term}`", text) for term, text in vocabulary.terms.items()))


def _of_crosswalk(crosswalk: pa.Table) -> Iterator[str]:
    yield (
        "The table `crosswalk` leads from our terms to the codes of other projects. A mapping says how nearly two "
        "words cover the same kind of thing; it says nothing about who did it. So many of its rows match so well:"
    )
    grades = list(VOCABULARIES["match"].terms)
    counts = Counter(zip(*(crosswalk[name].to_pylist() for name in ("vocabulary", "scheme", "match")), strict=True))
    pairs = sorted({(vocabulary, scheme) for vocabulary, scheme, _ in counts})
    yield _table(
        ("vocabulary", "scheme", *grades),
        (
            (f"`{vocabulary}`", scheme, *(str(counts[vocabulary, scheme, grade]) for grade in grades))
            for vocabulary, scheme in pairs
        ),
    )


def _of_reliability(measures: Measures, once: Collection[str]) -> Iterator[str]:
    yield "## How far two coders agree"
    twice = f"{measures.articles} of {measures.articles + len(once)}" if once else f"All {measures.articles}"
    yield (
        f"{twice} articles were coded twice, the second time from the texts, the coding rules and the "
        "vocabularies alone, without sight of the first coding. The figures compare the two as they were made, before "
        "any difference was settled; since then each was settled from the text. Both are in the repository, and "
        "`karabakh-data reliability` computes the figures again. Two facts are taken for the same if they stand in the "
        "same table and passage and are most alike by quotation, title and kind; agreement on facts is "
        "2a / (2a + b + c), with a found by both, b and c by one."
    )
    if once:
        yield f"Coded once so far, and in none of these figures: {', '.join(map(_code, once))}."
    yield _table(
        ("table", "found by both", "only by the first", "only by the second", "agreement"),
        (
            (f"`{one.table}`", str(one.both), str(one.only_first), str(one.only_second), f"{one.agreement:.0%}")
            for one in measures.found
        ),
    )
    yield (
        "Of what both found, so far do the values agree. *Compatible* says the same less closely: a date within the "
        "other, a name with all words of the other. Alpha is Krippendorff's, nominal, where values are terms. Small "
        "numbers carry little weight."
    )
    yield _table(
        ("table", "field", "equal", "compatible", "different", "agreement", "alpha"),
        (
            (
                f"`{one.table}`",
                f"`{one.field}`",
                *map(str, (one.equal, one.compatible, one.different)),
                "" if one.agreement is None else f"{one.agreement:.0%}",
                "" if one.alpha is None else f"{one.alpha:.2f}",
            )
            for one in measures.agreed
        ),
    )


def _of_checks() -> Iterator[str]:
    yield (
        "Every build, and `karabakh-data check` for any package in this shape, holds each column to its table above: "
        "type and null, terms, pattern and limits, no text empty or with white space at an end, keys unique, rows that "
        "exist, a claim behind coded values. It looks for what is listed here too, and reports each row of which it "
        "is true. What is no error but worth a look is a warning. `karabakh-data rules --sql` shows all rules as SQL."
    )
    yield "### Checks of the files"
    yield _bullets(requirements.REQUIREMENTS)
    yield "### Checks against the articles"
    yield "These need the articles themselves and the ledger of what was read, which are in the repository alone."
    yield _bullets(checkout.REQUIREMENTS, named=True)
    for table in TABLES:
        if written := [rule for rule in written_rules() if rule.table == table]:
            yield f"### Checks of {table}"
            yield _bullets(written)


def _bullets(requirements: Iterable[Requirement], *, named: bool = False) -> str:
    """The requirements as a list, each with its table if they are to be named."""
    return "\n".join(
        f"- {f'{one.table}: ' if named and one.table in TABLES else ''}{_marked(one)}"
        f"{' (warning)' if one.severity == 'warning' else ''}"
        for one in requirements
    )


def _marked(one: Requirement) -> str:
    """The requirement's name with columns, and whatever Markdown would take for mark-up, between backticks."""
    return _NAMES.sub(
        lambda word: _code(word[0]) if word[0] in one.columns or _MARK_UP.search(word[0]) else word[0], one.name
    )


def _code(text: str) -> str:
    """The text as it stands, in which Markdown reads no mark-up; it may hold anything but a backtick."""
    return f"`{text}`"


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    """The text in a table, where a bar ends the cell unless it is escaped, even between backticks."""
    return text.replace("|", "\\|")


def _link(name: str, kind: str = "") -> str:
    anchor = f"{kind}-{name}" if kind else name
    return f"[{name}](#{anchor})"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)

"""Writes the reader's module of what each table can be asked for: the reader imports no models to answer."""

from __future__ import annotations

from karabakh_data.model import TABLES
from karabakh_data.publish.filters import filters, vocabulary_of

PATH = "karabakh_data/reader/each_filter.py"

HEAD = '''"""What each table can be asked for, and the way to each answer, as `karabakh_data.reader.filters` takes it.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations
'''


def text() -> str:
    """The whole module."""
    keys = {name: model.key for name, model in TABLES.items()}
    plans = {name: filters(model) for name, model in TABLES.items()}
    vocabularies = {
        (name, asked): vocabulary
        for name, model in TABLES.items()
        for asked in ("type", "status")
        if (vocabulary := vocabulary_of(model, asked))
    }
    return HEAD + (
        f"\n# The columns of each table's key.\nKEYS: dict[str, tuple[str, ...]] = {_written(keys)}\n"
        "\n# By table and filter, the kind of way and its columns and tables.\n"
        f"FILTERS: dict[str, dict[str, tuple[str, ...]]] = {_written(plans)}\n"
        "\n# The vocabulary whose terms a filter takes.\n"
        f"VOCABULARIES: dict[tuple[str, str], str] = {_written(vocabularies)}\n"
    )


def _written(value: object, indent: str = "") -> str:
    """A literal as the formatter would write it: each entry of a dictionary on its line."""
    inner = f"{indent}    "
    if isinstance(value, dict) and value:
        lines = (f"{inner}{_written(key)}: {_written(one, inner)},\n" for key, one in value.items())
        return f"{{\n{''.join(lines)}{indent}}}"
    if isinstance(value, tuple):
        parts = ", ".join(_written(one) for one in value)
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    return f'"{value}"' if isinstance(value, str) else repr(value)

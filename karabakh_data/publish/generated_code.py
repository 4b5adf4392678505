"""The package's own modules that are written from the models: kept in the repository, where editors read them."""

from __future__ import annotations

from pathlib import Path

from karabakh_data.publish import record_methods, table_filters, table_functions, table_stubs


def generated_code() -> dict[str, str]:
    """Each generated module as its text, by its path in the repository."""
    return {module.PATH: module.text() for module in (table_functions, table_stubs, table_filters, record_methods)}


def generated_code_for(root: Path) -> dict[str, bytes]:
    """The generated modules that belong below `root`, as bytes: all in a checkout of the code, elsewhere none.

    Tables can be published into any folder, where code would be nobody's.
    """
    if not (root / "karabakh_data" / "__init__.py").is_file():
        return {}
    return {path: text.encode() for path, text in generated_code().items()}

"""Modules that are written from the models: as their generators write them, and published with the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest

from karabakh_data.publish.build import publish_tables
from karabakh_data.publish.generated_code import generated_code

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("path", generated_code())


@EACH
def test_a_module_is_as_generated(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated_code()[path], "run `make data`"


@EACH
def test_make_shows_what_changed_in_a_module(path: str) -> None:
    (published,) = re.findall(r"^PUBLISHED := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert any(path == one or path.startswith(f"{one}/") for one in published.split())


@pytest.mark.usefixtures("hardly_checked")
def test_a_build_in_a_checkout_of_the_code_writes_what_is_old(tables: Mapping[str, pa.Table], tmp_path: Path) -> None:
    for path in ("karabakh_data/__init__.py", *generated_code()):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("# old\n", encoding="utf-8")
    result = publish_tables(tables, tmp_path)
    assert set(generated_code()) <= set(result.written)
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in generated_code()} == generated_code()
    assert (tmp_path / "karabakh_data" / "__init__.py").read_text(encoding="utf-8") == "# old\n"
    assert publish_tables(tables, tmp_path).written == []

"""The methods of a script against the models from which they are written."""

from pathlib import Path

import pytest

from karabakh_data.extract import each_record
from karabakh_data.extract.registers import REGISTERED
from karabakh_data.extract.text import Text
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish.record_methods import RECORD_METHODS, record_methods

ROOT = Path(__file__).parents[2]


def test_the_file_is_what_is_written_from_the_models() -> None:
    kept = (ROOT / RECORD_METHODS).read_text(encoding="utf-8")
    assert kept == record_methods(), "run: python -m karabakh_data.publish.record_methods"


@pytest.mark.parametrize("table", REGISTERED)
def test_a_script_can_name_records_of_each_register(table: str) -> None:
    assert table in [kind.table for kind in each_record.RecordClaims.__subclasses__()]


@pytest.mark.parametrize("role", VOCABULARIES["passage_role"].terms)
def test_a_script_can_name_each_kind_of_passage(role: str) -> None:
    assert callable(getattr(Text, role))

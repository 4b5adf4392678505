"""The mappings of the models to Arrow and Table Schema: they agree with each other and overlook nothing."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import pyarrow as pa
import pytest
from pydantic import Field

from karabakh_data.model import TABLES, Row, columns
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.model.column import authored, coded, derived, reference
from karabakh_data.model.table_schema import table_schema
from karabakh_data.model.vocabularies import VOCABULARIES, Vocabulary, event_class

MODELS = pytest.mark.parametrize("model", TABLES.values(), ids=TABLES)
ALLOWED = {pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.date32()}
MEANING = "What it means."


def model_with(annotation: Any, **default: Any) -> type[Row]:
    """A row model of one column, `odd`, that is annotated as given."""
    names: dict[str, Any] = {
        "__module__": __name__,
        "__annotations__": {
            "odd": annotation,
            "table": ClassVar[str],
            "one_row_is": ClassVar[str],
            "key": ClassVar[tuple[str, ...]],
        },
        "table": "odds",
        "one_row_is": "an odd thing",
        "key": ("odd",),
        **default,
    }
    return type(Row)("Odd", (Row,), names)


@MODELS
def test_every_column_type_is_one_that_all_importers_read(model: type[Row]) -> None:
    assert {field.type for field in arrow_schema(model)} <= ALLOWED


@MODELS
def test_arrow_and_table_schema_say_the_same(model: type[Row]) -> None:
    arrow, schema = arrow_schema(model), table_schema(model)
    assert [field["name"] for field in schema["fields"]] == arrow.names
    for field, twin in zip(schema["fields"], arrow, strict=True):
        assert field["description"].encode() == twin.metadata[b"description"]
        assert field.get("constraints", {}).get("required", False) is not twin.nullable


@MODELS
def test_keys_and_references_lead_to_columns_that_exist(model: type[Row]) -> None:
    schema = table_schema(model)
    assert set(schema["primaryKey"]) <= {column.name for column in columns(model) if not column.nullable}
    for foreign_key in schema.get("foreignKeys", []):
        target = TABLES[foreign_key["reference"]["resource"] or model.table]
        assert tuple(foreign_key["reference"]["fields"]) == target.key
    naming = {column.definition.record_of for column in columns(model)} - {None}
    assert naming <= {column.name for column in columns(model) if not column.nullable}


@MODELS
def test_every_constraint_of_a_column_reaches_its_table_schema(model: type[Row]) -> None:
    fields = {field["name"]: field for field in table_schema(model)["fields"]}
    for column in columns(model):
        definition, constraints = column.definition, fields[column.name].get("constraints", {})
        terms = VOCABULARIES[definition.vocabulary].terms if definition.vocabulary else None
        assert constraints.get("enum") == (list(terms) if terms else None)
        assert constraints.get("pattern") == definition.pattern
        assert constraints.get("minimum") == definition.minimum
        assert constraints.get("maximum") == definition.maximum
        assert constraints.get("maxLength") == definition.max_length


@MODELS
def test_every_pattern_is_of_the_whole_text(model: type[Row]) -> None:
    # Table Schema matches the whole of a text, SQL a part of it: anchors make the two agree.
    patterns = {column.name: column.definition.pattern for column in columns(model) if column.definition.pattern}
    assert {name for name, pattern in patterns.items() if not (pattern[0] == "^" and pattern[-1] == "$")} == set()


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_is_defined_in_a_sentence(name: str) -> None:
    for text in (VOCABULARIES[name].meaning, *VOCABULARIES[name].terms.values()):
        assert text[0].isupper()
        assert text.endswith((".", ").")), text


@pytest.mark.parametrize("unmapped", [datetime, Decimal, bytes])
def test_a_type_that_no_mapping_knows_raises(unmapped: type) -> None:
    model = model_with(Annotated[unmapped, authored(MEANING)])
    with pytest.raises(TypeError, match=rf"Odd\.odd has the type {unmapped.__name__}, which no Arrow type maps"):
        arrow_schema(model)
    with pytest.raises(TypeError, match=rf"Odd\.odd has the type {unmapped.__name__}, which Table Schema cannot map"):
        table_schema(model)


@pytest.mark.parametrize(
    ("annotation", "default", "message"),
    [
        pytest.param(str, {}, "has no Column", id="no column"),
        pytest.param(Annotated[str, "a remark"], {}, "know one Column and nothing else", id="no column, but a remark"),
        pytest.param(
            Annotated[str, authored(MEANING), Field(max_length=3)], {}, "know one Column", id="a constraint elsewhere"
        ),
        pytest.param(Annotated[str | int, authored(MEANING)], {}, "a column has one type", id="two types"),
        pytest.param(Annotated[list[str], authored(MEANING)], {}, "a column has one type", id="a list"),
        pytest.param(Annotated[str | None, authored(MEANING)], {"odd": None}, "has a default", id="a default"),
    ],
)
def test_a_field_that_the_mappings_would_overlook_raises(
    annotation: Any, default: dict[str, Any], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        columns(model_with(annotation, **default))


@pytest.mark.parametrize(
    ("make", "needed"),
    [(coded, "resolution"), (reference, "authority"), (derived, "rule")],
    ids=["coded", "reference", "derived"],
)
def test_a_column_without_what_its_origin_must_have_raises(make: Any, needed: str) -> None:
    with pytest.raises(TypeError, match=f"needs `{needed}`"):
        make(MEANING)


def test_an_unknown_vocabulary_or_constraint_raises() -> None:
    with pytest.raises(TypeError, match="names the vocabulary 'colours', which does not exist"):
        authored(MEANING, vocabulary="colours")
    with pytest.raises(TypeError, match="multiple_of"):
        authored(MEANING, multiple_of=2)


def test_the_class_of_an_event_type() -> None:
    assert {event_class(term) for term in VOCABULARIES["event_type"].terms} == {"act", "speech"}
    with pytest.raises(KeyError, match="no_such_type"):
        event_class("no_such_type")


def test_a_vocabulary_is_found_by_its_own_name() -> None:
    assert all(isinstance(found, Vocabulary) and found.name == name for name, found in VOCABULARIES.items())

"""Croissant, schema.org and the Hugging Face card: what they say of files and columns is so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from invented_tables import HOSTILE, made

import karabakh_data as kd
from karabakh_data.model import TABLES, columns
from karabakh_data.publish.exports import croissant, dataset_jsonld, huggingface

FORMATS = (croissant, dataset_jsonld, huggingface)


def distribution(form: Any, tables: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(form.files(tables)[form.METADATA])["distribution"]
    return read


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.__name__.rpartition(".")[2])
def test_the_parquet_files_are_those_that_are_published(form: Any) -> None:
    published = {name: kd.load(name) for name in TABLES}
    files = {path.rpartition("/")[2]: content for path, content in form.files(published).items()}

    for name, table in published.items():
        read = pq.read_table(pa.BufferReader(files[f"{name}.parquet"]))
        assert read.equals(table)
        assert read.schema.equals(table.schema, check_metadata=True)


@pytest.mark.parametrize("form", [croissant, dataset_jsonld], ids=["croissant", "schema.org"])
def test_each_file_is_there_with_its_hash_and_size(form: Any, tables: Mapping[str, pa.Table]) -> None:
    files = form.files(tables)

    described = distribution(form, tables)
    assert [one["contentUrl"] for one in described] == [f"{name}.parquet" for name in TABLES]
    for one in described:
        content = files[one["contentUrl"]]
        assert one["sha256"] == hashlib.sha256(content).hexdigest()
        assert one["contentSize"] == f"{len(content)} B"


def test_croissant_has_every_column_of_every_table(tables: Mapping[str, pa.Table]) -> None:
    metadata = json.loads(croissant.files(tables)["croissant.json"])

    assert metadata["conformsTo"] == "http://mlcommons.org/croissant/1.1"
    assert {one["@id"]: [field["name"] for field in one["field"]] for one in metadata["recordSet"]} == {
        name: table.column_names for name, table in tables.items()
    }
    assert {one["@id"]: [key["@id"] for key in one["key"]] for one in metadata["recordSet"]} == {
        name: [f"{name}/{key}" for key in model.key] for name, model in TABLES.items()
    }


def test_croissant_names_the_target_of_each_reference(tables: Mapping[str, pa.Table]) -> None:
    metadata = json.loads(croissant.files(tables)["croissant.json"])
    described = {field["@id"]: field["description"] for one in metadata["recordSet"] for field in one["field"]}

    for name, model in TABLES.items():
        for column in columns(model):
            if column.definition.references:
                assert f"Refers to {column.definition.references}." in described[f"{name}/{column.name}"]


def test_schema_org_has_what_search_engines_ask_for(tables: Mapping[str, pa.Table]) -> None:
    metadata = json.loads(dataset_jsonld.files(tables)["dataset.jsonld"])

    # Required and recommended by Google Dataset Search, where the data have it.
    assert (metadata["@context"], metadata["@type"]) == ("https://schema.org/", "Dataset")
    assert 50 <= len(metadata["description"]) <= 5000
    wanted = ("name", "creator", "license", "version", "keywords", "citation", "temporalCoverage", "spatialCoverage")
    assert [name for name in wanted if not metadata.get(name)] == []
    assert [one["name"] for one in metadata["variableMeasured"]] == [
        f"{name}.{column.name}" for name, model in TABLES.items() for column in columns(model)
    ]


def test_temporal_coverage_is_of_what_happened() -> None:
    events = [
        {"event_id": "a", "status": "planned", "date_start": date(1900, 1, 1), "date_end": date(2100, 1, 1)},
        {"event_id": "b", "status": "occurred", "date_start": date(2020, 9, 27)},
        {"event_id": "c", "status": "ongoing", "date_start": date(2020, 10, 1), "date_end": date(2020, 11, 10)},
    ]
    given = made(events=events)
    without = made(events=events[:1])

    assert json.loads(dataset_jsonld.files(given)["dataset.jsonld"])["temporalCoverage"] == "2020-09-27/2020-11-10"
    assert "temporalCoverage" not in json.loads(dataset_jsonld.files(without)["dataset.jsonld"])


def test_articles_are_named_and_nothing_of_their_text_is_told() -> None:
    source = {"source_id": "paper-2020", "title": HOSTILE, "language": "hy", "publisher": "The Paper"}
    content = dataset_jsonld.files(made(sources=[{**source, "framing": "loaded", "author": "A. B."}]))["dataset.jsonld"]

    assert all(line.isprintable() for line in content.decode().split("\n"))
    assert json.loads(content)["isBasedOn"] == [
        {
            "@type": "Article",
            "identifier": "paper-2020",
            "name": HOSTILE,
            "author": "A. B.",
            "publisher": "The Paper",
            "inLanguage": "hy",
        }
    ]


@pytest.mark.parametrize(
    ("actor_type", "author"),
    [
        ("outlet", {"@type": "Organization", "name": "A. B."}),
        ("person", {"@type": "Person", "name": "A. B."}),
        ("population", "A. B."),
    ],
)
def test_who_wrote_an_article_is_what_the_actors_say(actor_type: str, author: object) -> None:
    given = made(
        sources=[{"source_id": "paper-2020", "author": "A. B."}],
        actors=[{"actor_id": "a-b", "name": "A. B.", "actor_type": actor_type}],
    )
    (article,) = json.loads(dataset_jsonld.files(given)["dataset.jsonld"])["isBasedOn"]
    assert article["author"] == author


@pytest.mark.parametrize(
    ("edtf", "days"),
    [("2020-11-25", ["2020-11-25"]), ("2020-11-25/2020-11-30", []), ("2020-11", []), ("2020-11-25~", [])],
)
def test_a_day_of_publication_is_given_where_one_is_known(edtf: str, days: list[str]) -> None:
    given = made(sources=[{"source_id": "paper-2020", "published_edtf": edtf}])
    (article,) = json.loads(dataset_jsonld.files(given)["dataset.jsonld"])["isBasedOn"]
    assert [value for name, value in article.items() if name == "datePublished"] == days


def test_the_card_configures_each_table_with_rows(tables: Mapping[str, pa.Table]) -> None:
    files = huggingface.files(tables)
    opening, front, text = files["README.md"].decode().split("---\n", 2)
    read = yaml.safe_load(front)

    assert opening == ""
    assert "annotations_creators" not in read  # no table says who coded
    configured = [name for name in TABLES if tables[name].num_rows]
    assert configured
    assert [one["config_name"] for one in read["configs"]] == configured
    assert [one.get("default", False) for one in read["configs"]] == [name == next(iter(TABLES)) for name in configured]
    for one in read["configs"]:
        file = pa.BufferReader(files[one["data_files"]])
        assert pq.read_metadata(file).num_rows == tables[one["config_name"]].num_rows
        assert f"| `{one['config_name']}` | {tables[one['config_name']].num_rows:,} |" in text
    assert (read["license"], read["language"]) == ("cc-by-4.0", ["en"])
    assert kd.cite() in text
    assert kd.cite("bibtex") in text


@pytest.mark.parametrize(
    ("rows", "size"),
    [(1, "n<1K"), (999, "n<1K"), (1000, "1K<n<10K"), (10_000, "10K<n<100K")],
)
def test_the_card_says_how_large_the_largest_table_is(rows: int, size: str) -> None:
    actors = [{"actor_id": f"a{number}"} for number in range(rows)]
    front = huggingface.card(made(actors=actors)).split("---\n")[1]

    assert yaml.safe_load(front)["size_categories"] == [size]

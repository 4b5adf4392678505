"""The descriptor and the schemas: true of the files that they describe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.descriptor import SOURCE_COLUMNS, data_path, schema_path


@pytest.fixture(scope="module")
def descriptor(published: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((published / "datapackage.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", TABLES)
def test_a_resource_is_true_of_its_file(name: str, descriptor: dict[str, Any], published: Path) -> None:
    (resource,) = (one for one in descriptor["resources"] if one["name"] == name)
    content = (published / resource["path"]).read_bytes()
    assert resource["path"] == data_path(name)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource["rowCount"] == pq.ParquetFile(pa.BufferReader(content)).metadata.num_rows
    assert (resource["format"], resource["mediatype"]) == ("parquet", "application/vnd.apache.parquet")
    assert resource["schema"] == schema_path(name)
    assert json.loads((published / resource["schema"]).read_text(encoding="utf-8")) == table_schema(TABLES[name])
    assert "bytes" not in resource  # readers that go through pandas cannot compare it, and call the file invalid


def test_nothing_in_the_descriptor_is_fetched_or_changes_with_the_hour(descriptor: dict[str, Any]) -> None:
    assert not {"profile", "created"} & descriptor.keys()
    assert not any("profile" in resource for resource in descriptor["resources"])


def test_the_articles_are_named_and_not_quoted(descriptor: dict[str, Any], tables: Mapping[str, pa.Table]) -> None:
    assert [source["source_id"] for source in descriptor["sources"]] == tables["sources"]["source_id"].to_pylist()
    for source in descriptor["sources"]:
        assert source.keys() <= {"title", "path", *SOURCE_COLUMNS}

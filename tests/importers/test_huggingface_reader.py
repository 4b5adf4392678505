"""The folder for the Hugging Face Hub in `datasets`: each table by its name, without loss and without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.publish.exports.export import export

pytestmark = pytest.mark.importers

# In a process of its own: the library reads its settings when it is imported.
SCRIPT = """
import json, sys
import datasets
names = datasets.get_dataset_config_names(sys.argv[1])
tables = {name: datasets.load_dataset(sys.argv[1], name, split="train") for name in names}
default = datasets.load_dataset(sys.argv[1])
rows = {name: table.to_list() for name, table in tables.items()}
print(json.dumps({"default": default["train"].column_names, "rows": rows}, default=str))
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `datasets` reads."""
    root = tmp_path_factory.mktemp("hub")
    folder = export("huggingface", root / "karabakh-data")
    offline = {"HF_HOME": str(root / "home"), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
    command = [sys.executable, "-W", "error", "-c", SCRIPT, str(folder)]
    run = subprocess.run(command, stdout=subprocess.PIPE, env={**os.environ, **offline}, check=True)
    read: dict[str, Any] = json.loads(run.stdout)
    return read


def test_each_table_is_a_configuration(read: dict[str, Any]) -> None:
    assert set(read["rows"]) == set(TABLES)


def test_without_a_name_the_events_are_read(read: dict[str, Any]) -> None:
    assert read["default"] == kd.events().column_names


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, read: dict[str, Any]) -> None:
    assert read["rows"][name] == json.loads(json.dumps(kd.load(name).to_pylist(), default=str))

"""A folder for the Hugging Face Hub: the tables, and a card by whose `configs` `datasets` reads each of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.publish.about import DATA_LICENCE, DESCRIPTION, HOMEPAGE, ISSUES, KEYWORDS, TITLE
from karabakh_data.publish.exports.folders import parquet_files, parquet_path, write_folder
from karabakh_data.publish.exports.json_text import json_text
from karabakh_data.publish.exports.schema_org import citation
from karabakh_data.reader.citation import cite

CARD = "README.md"
DATA = "data"

# The Hub's bounds of `size_categories`.
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with the card, `README.md`, and the Parquet files in `data`."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """The card and each table's Parquet file."""
    return {CARD: card(tables).encode(), **parquet_files(tables, DATA)}


def card(tables: Mapping[str, pa.Table]) -> str:
    """The text of the card: front matter that the Hub and `datasets` read, and what people need to know."""
    # Every JSON value is a YAML value, so that nothing in it can be taken for something else.
    front = [f"{key}: {json_text(value, indent=None).strip()}" for key, value in _front_matter(tables).items()]
    return "\n".join(["---", *front, "---", "", *_text(tables)]) + "\n"


def _front_matter(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    rows = max(table.num_rows for table in tables.values())
    return {
        "pretty_name": TITLE,
        "license": DATA_LICENCE["name"].lower(),
        "language": sorted({*tables["sources"]["language"].to_pylist(), "en"}),
        "source_datasets": ["original"],
        "task_categories": ["other"],
        "size_categories": [next((size for bound, size in SIZES if rows < bound), "n>1M")],
        "tags": [keyword.lower().replace(" ", "-") for keyword in KEYWORDS],
        "configs": [
            {
                "config_name": name,
                "data_files": parquet_path(name, DATA),
                **({"default": True} if name == next(iter(TABLES)) else {}),
            }
            # `datasets` fails on a split without rows.
            for name in TABLES
            if tables[name].num_rows
        ],
    }


def _text(tables: Mapping[str, pa.Table]) -> list[str]:
    articles = tables["sources"].num_rows
    languages = ", ".join(sorted({*tables["sources"]["language"].to_pylist()}))
    return [
        f"# {TITLE}",
        "",
        DESCRIPTION,
        "",
        "## Tables",
        "",
        "Each table that has rows is a configuration; its rows are in one split, which `datasets` calls `train`. That",
        "says nothing of what they are good for.",
        "",
        "| configuration | rows | one row is |",
        "|---|---|---|",
        *(f"| `{name}` | {tables[name].num_rows:,} | {TABLES[name].one_row_is} |" for name in TABLES),
        "",
        "Every coded value rests on rows of `claims`, which quote the words and name the article and the speaker. What",
        "each column means stands in the Parquet files' schemas, as each field's `description`.",
        "",
        "## Use",
        "",
        "```python",
        "from datasets import load_dataset",
        "",
        'events = load_dataset("path/to/this/folder", "events", split="train")',
        "```",
        "",
        "## Limits",
        "",
        f"- **No sample.** The articles (number: {articles}; languages: {languages}) were chosen by nobody to stand",
        "  for anything.",
        "- **No casualty count.** There are the figures that the articles give, with those who report them.",
        "- **No verdict on who is right.** What only a party alleges has the status `alleged`; no article outranks",
        "  another; repetition is no proof. Where articles contradict each other, both sides are kept.",
        "- **The sources are partisan,** and their wording is loaded. It stands in `claims.quote` and",
        "  `mentions.surface` as it was found; `sources.framing` notes it; titles and summaries are our own.",
        "- **The articles are not here.** They belong to their publishers; only short quotations are published.",
        "",
        "## Citation and licence",
        "",
        citation(),
        "",
        "```bibtex",
        cite("bibtex"),
        "```",
        "",
        f"The data are under [{DATA_LICENCE['name']}]({DATA_LICENCE['path']}). They come from <{HOMEPAGE}>; report a",
        f"wrong cell at <{ISSUES}>.",
    ]

"""The data set as a schema.org Dataset: what search engines for data and Croissant both build on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from karabakh_data.publish.about import AUTHORS, DATA_LICENCE, DESCRIPTION, HOMEPAGE, KEYWORDS, NAME, TITLE, YEAR
from karabakh_data.reader.citation import cite
from karabakh_data.version import __version__

# Where the events that the data are about take place; capitals in which somebody speaks of them are not meant.
SPATIAL_COVERAGE = ("Nagorno-Karabakh", "Armenia", "Azerbaijan")

# What schema.org calls those of our actors who publish and write.
ACTOR_TYPES = {"outlet": "Organization", "person": "Person"}

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def described() -> dict[str, Any]:
    """What the data set is, by schema.org's properties of a Dataset that need no table. Of the date there is
    the year alone: a build at another hour must give the same bytes."""
    return {
        "name": NAME,
        "alternateName": TITLE,
        "description": DESCRIPTION,
        "url": HOMEPAGE,
        "version": __version__,
        "datePublished": str(YEAR),
        "license": DATA_LICENCE["path"],
        "creator": {"@type": "Organization", "name": AUTHORS, "url": HOMEPAGE},
        "keywords": list(KEYWORDS),
        "inLanguage": "en",
        "isAccessibleForFree": True,
    }


def citation() -> str:
    """How to cite the data set, as one line of text."""
    return cite("text")


def articles(tables: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    """The articles that the data rest on, as schema.org Articles: what is known of each, and nothing of its text.

    A day of publication is given where one is known: schema.org has no form for a span of days in its place.
    """
    types = {row["name"]: ACTOR_TYPES.get(row["actor_type"]) for row in tables["actors"].to_pylist()}
    return [
        {"@type": "Article", **{name: value for name, value in properties if value is not None}}
        for row in tables["sources"].to_pylist()
        for properties in [
            (
                ("identifier", row["source_id"]),
                ("name", row["title"] or row["source_id"]),
                ("author", _named(row["author"], types)),
                ("publisher", _named(row["publisher"], types)),
                ("datePublished", _day(row["published_edtf"])),
                ("inLanguage", row["language"]),
                ("url", row["url"]),
            )
        ]
    ]


def _named(name: str | None, types: Mapping[str, str | None]) -> dict[str, str] | str | None:
    """A name as it is printed, with what it is the name of where the table of actors says so."""
    kind = types.get(name) if name else None
    return name if kind is None else {"@type": kind, "name": str(name)}


def _day(edtf: str | None) -> str | None:
    return edtf if edtf and DAY.fullmatch(edtf) else None


def temporal_coverage(tables: Mapping[str, pa.Table]) -> str | None:
    """The days from the first to the last on which, by the sources, something happened: `2020-07-01/2023-09-20`.

    What is only planned, demanded or denied does not count. None where no event has a first and a last day.
    """
    happened = [row for row in tables["events"].to_pylist() if row["status"] in ("occurred", "ongoing")]
    starts = [row["date_start"] for row in happened if row["date_start"]]
    ends = [row["date_end"] for row in happened if row["date_end"]]
    return f"{min(starts)}/{max(ends)}" if starts and ends else None


def sha256(content: bytes) -> str:
    """The hash of a file, as both formats write it."""
    return hashlib.sha256(content).hexdigest()

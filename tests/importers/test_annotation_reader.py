"""Web Annotations as linked data: expanded by PyLD with the W3C's own context, every term is one that is defined.

`anno.jsonld` is the document at http://www.w3.org/ns/anno.jsonld, Copyright © W3C, under the W3C Software and Document
License (https://www.w3.org/copyright/software-license/). Nothing is fetched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.publish.exports import annotations

pytestmark = pytest.mark.importers

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
OURS = "urn:karabakh-data:"


def loader(url: str, options: Any) -> dict[str, Any]:
    """The one document that there is."""
    if url != CONTEXT:
        raise AssertionError(f"{url} would be fetched")
    document = json.loads(Path(__file__).with_name("anno.jsonld").read_text(encoding="utf-8"))
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


@pytest.fixture(scope="module")
def expanded() -> dict[str, Any]:
    """The published collection with every term as its IRI."""
    collection = json.loads(annotations.content({name: kd.load(name) for name in kd.table_names()}))
    (read,) = installed.module("pyld").jsonld.expand(collection, {"documentLoader": loader})
    made: dict[str, Any] = read
    return made


def items(expanded: dict[str, Any]) -> list[dict[str, Any]]:
    (page,) = expanded[f"{AS}first"]
    made: list[dict[str, Any]] = page[f"{AS}items"][0]["@list"]
    return made


def test_every_claim_is_an_annotation(expanded: dict[str, Any]) -> None:
    assert expanded["@type"] == [f"{AS}OrderedCollection"]
    assert [item["@id"] for item in items(expanded)] == [
        f"{OURS}claims:{claim_id}" for claim_id in kd.claims()["claim_id"].to_pylist()
    ]
    assert {kind for item in items(expanded) for kind in item["@type"]} == {f"{OA}Annotation"}


def test_the_target_and_its_selectors_are_those_of_the_claim(expanded: dict[str, Any]) -> None:
    for item, claim in zip(items(expanded), kd.claims().to_pylist(), strict=True):
        (target,) = item[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"][0]["@id"].startswith("ni:///sha-256;")
        position, quote = target[f"{OA}hasSelector"]
        assert position[f"{OA}start"][0]["@value"] == claim["char_start"]
        assert position[f"{OA}end"][0]["@value"] == claim["char_end"]
        assert quote[f"{OA}exact"][0]["@value"] == claim["quote"]


def test_no_column_of_a_claim_is_lost(expanded: dict[str, Any]) -> None:
    for item, row in zip(items(expanded), kd.claims().to_pylist(), strict=True):
        (body,) = item[f"{OA}hasBody"]
        assert body[f"{OA}hasPurpose"] == [{"@id": f"{OA}describing"}]
        (claim,) = body[f"{OURS}claim"]
        assert {name: value[0]["@value"] for name, value in claim.items()} == {
            VALUE if name == "value" else f"{OURS}{name}": value
            for name, value in row.items()
            if value is not None and name not in annotations.TARGETED
        }

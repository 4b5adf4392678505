"""Web Annotations by the rules of the W3C's model, and true to the articles and to the claims."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from invented_tables import HOSTILE, made

import karabakh_data as kd
from karabakh_data.publish.exports import annotations

RAW = Path(__file__).parents[3] / "raw"

# What the Web Annotation Data Model (sections 3.1, 3.2, 4.2, 4.3, 5) demands of what is used here.
IRI = {"type": "string", "pattern": '^[a-z][a-z0-9+.-]*:[^ <>"{}|\\\\^`]+$'}
PURPOSE = {"enum": ["describing"]}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target", "motivation"],
    "additionalProperties": False,
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": PURPOSE,
        "body": {
            "type": "object",
            "required": ["type", "value", "purpose", "format", "language", "claim"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string", "minLength": 1},
                "purpose": PURPOSE,
                "format": {"const": "text/plain"},
                "language": {"type": "string", "pattern": "^[a-z]{2}$"},
                "claim": {"type": "object"},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "additionalProperties": False,
            "properties": {
                "source": {
                    "type": "object",
                    "required": ["id", "type"],
                    "properties": {"id": IRI, "type": {"const": "Text"}},
                },
                "state": {
                    "type": "object",
                    "required": ["type", "cached"],
                    "additionalProperties": False,
                    "properties": {"type": {"const": "TimeState"}, "cached": IRI},
                },
                "selector": {
                    "prefixItems": [
                        {
                            "type": "object",
                            "required": ["type", "start", "end"],
                            "additionalProperties": False,
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                        },
                        {
                            "type": "object",
                            "required": ["type", "exact"],
                            "additionalProperties": False,  # no prefix and no suffix
                            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}},
                        },
                    ],
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items", "startIndex"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}


@cache
def published() -> dict[str, Any]:
    """The collection of all published claims."""
    collection: dict[str, Any] = json.loads(annotations.content({name: kd.load(name) for name in kd.table_names()}))
    return collection


def of_one(source: dict[str, Any], **claim: Any) -> dict[str, Any]:
    """The annotation of one invented claim."""
    tables = made(
        sources=[{"source_id": "paper", "language": "hy", "sha256": "00" * 32, **source}],
        claims=[{"claim_id": "paper-1", "source_id": "paper", "char_start": 3, "char_end": 9, **claim}],
    )
    collection = json.loads(annotations.content(tables))
    jsonschema.validate(collection, COLLECTION)
    (annotation,) = collection["first"]["items"]
    read: dict[str, Any] = annotation
    return read


def test_the_published_claims_are_a_collection_by_the_standard() -> None:
    jsonschema.validate(published(), COLLECTION)

    items = published()["first"]["items"]
    assert published()["total"] == len(items) == kd.claims().num_rows
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda a: a.pop("target"), id="no target"),
        pytest.param(lambda a: a["target"]["selector"][1].update(prefix="more of the text"), id="a prefix"),
        pytest.param(lambda a: a["target"]["selector"][0].update(start=-1), id="a negative position"),
        pytest.param(lambda a: a.update(id="no iri"), id="an id that is no IRI"),
    ],
)
def test_what_the_standard_forbids_is_found(wrong: Any) -> None:
    collection = json.loads(json.dumps({**published(), "first": {**published()["first"]}}))
    wrong(collection["first"]["items"][0])

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(collection, COLLECTION)


def test_the_selectors_find_the_words_in_the_article_that_the_hash_names() -> None:
    texts = {}
    for file in sorted(RAW.glob("*/article.txt")):
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).decode().rstrip("=")
        texts[f"ni:///sha-256;{digest}"] = file.read_bytes().decode("utf-8")

    for item in published()["first"]["items"]:
        target = item["target"]
        text = texts[target.get("state", {}).get("cached", target["source"]["id"])]
        position, quote = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_every_column_of_a_claim_is_in_its_annotation() -> None:
    for row, item in zip(kd.claims().to_pylist(), published()["first"]["items"], strict=True):
        position, quote = item["target"]["selector"]
        told = {"char_start": position["start"], "char_end": position["end"], "quote": quote["exact"]}
        assert {**item["body"]["claim"], **told} == {name: value for name, value in row.items() if value is not None}


def test_the_context_defines_every_column_that_the_standard_does_not() -> None:
    standard, own = published()["@context"]
    used = {name for item in published()["first"]["items"] for name in item["body"]["claim"]}

    assert standard == "http://www.w3.org/ns/anno.jsonld"
    assert used - {"value"} <= own.keys()
    assert "value" not in own


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ({"stance": "asserts"}, "paper asserts events/raid status: occurred"),
        ({"stance": "denies", "attributed_to": "ruritania"}, "ruritania denies events/raid status: occurred"),
    ],
)
def test_the_body_says_who_says_what(claim: dict[str, Any], sentence: str) -> None:
    said = {"record_table": "events", "record_id": "raid", "field": "status", "value": "occurred"}

    assert of_one({}, **said, **claim)["body"]["value"] == sentence


def test_an_article_without_an_address_is_named_by_its_hash() -> None:
    target = of_one({})["target"]

    # The example of RFC 6920, section 8.1, has this form; 32 bytes of zero are 43 letters A.
    assert target["source"] == {
        "id": f"ni:///sha-256;{'A' * 43}",
        "type": "Text",
        "format": "text/plain",
        "language": "hy",
    }
    assert "state" not in target


def test_an_article_with_an_address_has_the_text_that_was_read_as_its_copy() -> None:
    target = of_one({"url": "https://example.org/a"})["target"]

    assert target["source"]["id"] == "https://example.org/a"
    assert target["state"] == {"type": "TimeState", "cached": f"ni:///sha-256;{'A' * 43}"}


def test_hostile_text_is_escaped_and_comes_back() -> None:
    claim = {"claim_id": "paper-1", "source_id": "paper", "quote": HOSTILE, "value": HOSTILE, "note": HOSTILE}
    content = annotations.content(made(sources=[{"source_id": "paper", "sha256": "00" * 32}], claims=[claim]))

    assert all(line.isprintable() for line in content.decode().split("\n"))
    (item,) = json.loads(content)["first"]["items"]
    assert item["target"]["selector"][1]["exact"] == item["body"]["claim"]["note"] == HOSTILE


def test_no_claims_are_an_empty_collection() -> None:
    collection = json.loads(annotations.content(made()))

    jsonschema.validate(collection, COLLECTION)
    assert (collection["total"], collection["first"]["items"]) == (0, [])

"""All claims as W3C Web Annotations: which words of which article stand behind which value.

By the Web Annotation Data Model (W3C Recommendation of 23 February 2017). The file is one AnnotationCollection with one
AnnotationPage; each Annotation has the article's words as its target and the claim as its body.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import Claim, columns
from karabakh_data.publish.about import AUTHORS, DATA_LICENCE, NAME, TITLE
from karabakh_data.publish.exports.json_text import json_text

# Names, not addresses: an annotation has an IRI, and the project promises no web page for each claim.
IDENTIFIERS = f"urn:{NAME}:"

# The columns of `claims` that an annotation's target tells.
TARGETED = ("char_start", "char_end", "quote")

# The standard's own context, and what it leaves undefined: the columns of `claims`, under their names.
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        name: f"{IDENTIFIERS}{name}"
        for name in ("claim", *(column.name for column in columns(Claim)))
        if name not in (*TARGETED, "value")
    },
]


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the file."""
    target.write_bytes(content(tables))


def content(tables: Mapping[str, pa.Table]) -> bytes:
    """The bytes of the file; each annotation on a line of its own.

    A quotation has no prefix and no suffix, because these would publish more of an article's text than the claim needs.
    """
    sources = {row["source_id"]: row for row in tables["sources"].to_pylist()}
    claims = tables["claims"].to_pylist()
    collection = {
        "@context": CONTEXT,
        "id": f"{IDENTIFIERS}claims",
        "type": "AnnotationCollection",
        "label": f"{TITLE}: claims",
        "creator": {"type": "Organization", "name": AUTHORS},
        "rights": DATA_LICENCE["path"],
        "total": len(claims),
        "first": {"id": f"{IDENTIFIERS}claims:page:1", "type": "AnnotationPage", "startIndex": 0, "items": []},
    }
    opening, closing = json_text(collection, indent=None).rsplit("[]", 1)
    lines = [json_text(_annotation(claim, sources[claim["source_id"]]), indent=None).rstrip("\n") for claim in claims]
    return (opening + "[\n" + ",\n".join(lines) + "\n]" + closing).encode()


def _annotation(claim: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{IDENTIFIERS}claims:{claim['claim_id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "language": "en",
            "value": _sentence(claim),
            "claim": {name: value for name, value in claim.items() if name not in TARGETED and value is not None},
        },
        "target": {
            **_article(source),
            "selector": [
                {"type": "TextPositionSelector", "start": claim["char_start"], "end": claim["char_end"]},
                {"type": "TextQuoteSelector", "exact": claim["quote"]},
            ],
        },
    }


def _sentence(claim: Mapping[str, Any]) -> str:
    """The claim as people read it: `obct-2023-09-20 asserts events/... status: occurred`."""
    speaker = claim["attributed_to"] or claim["source_id"]
    where = f"{claim['record_table']}/{claim['record_id']}"
    return f"{speaker} {claim['stance']} {where} {claim['field']}: {claim['value']}"


def _article(source: Mapping[str, Any]) -> dict[str, Any]:
    """The article: by its address, where it has one, with the text that was read as the copy that positions count in;
    else by that text alone. A text is named by its hash (RFC 6920), so that whoever has it can tell that it is the one.
    """
    text = hash_name(source["sha256"])
    address = source["url"] or text
    described = {"id": address, "type": "Text", "format": "text/plain", "language": source["language"]}
    if source["url"]:
        return {"source": {**described, "format": "text/html"}, "state": {"type": "TimeState", "cached": text}}
    return {"source": described}


def hash_name(sha256: str) -> str:
    """The name of a text by its SHA-256, given in hexadecimal: an `ni` URI of RFC 6920."""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")

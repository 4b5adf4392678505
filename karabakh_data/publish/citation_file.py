"""How to cite the data set, as a file that citation tools read: CITATION.cff (Citation File Format 1.2.0)."""

from __future__ import annotations

import json

from karabakh_data.publish.about import (
    AUTHORS,
    CODE_LICENCE,
    DATA_LICENCE,
    DESCRIPTION,
    HOMEPAGE,
    KEYWORDS,
    TITLE,
    YEAR,
)
from karabakh_data.version import __version__

CITATION = "CITATION.cff"


def citation_cff() -> str:
    """The text of CITATION.cff. Its date is a year alone, which the format has in the preferred citation only: a day of
    release would change with each build."""
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text('If you use these data, please cite the version that you used.')}",
        "type: dataset",
        f"title: {_text(TITLE)}",
        f"abstract: {_text(DESCRIPTION)}",
        f"version: {_text(__version__)}",
        "authors:",
        f"  - name: {_text(AUTHORS)}",
        f"repository-code: {_text(HOMEPAGE)}",
        f"url: {_text(HOMEPAGE)}",
        "license:",
        *(f"  - {licence['name']}" for licence in (DATA_LICENCE, CODE_LICENCE)),
        "keywords:",
        *(f"  - {_text(keyword)}" for keyword in KEYWORDS),
        "preferred-citation:",
        "  type: data",
        f"  title: {_text(TITLE)}",
        f"  version: {_text(__version__)}",
        f"  year: {YEAR}",
        "  authors:",
        f"    - name: {_text(AUTHORS)}",
        f"  url: {_text(HOMEPAGE)}",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string

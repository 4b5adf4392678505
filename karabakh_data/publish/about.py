"""The words that describe the data set as a whole, as every published file has them."""

from __future__ import annotations

from karabakh_data.reader.citation import AUTHORS, HOMEPAGE, ISSUES, SUBTITLE, YEAR, cite
from karabakh_data.reader.citation import TITLE as NAME
from karabakh_data.version import __version__

__all__ = [
    "AUTHORS",
    "CODE_LICENCE",
    "DATA_LICENCE",
    "DESCRIPTION",
    "HOMEPAGE",
    "ISSUES",
    "KEYWORDS",
    "NAME",
    "SUBTITLE",
    "TITLE",
    "YEAR",
    "described",
]

TITLE = f"{NAME}: {SUBTITLE}"

DESCRIPTION = (
    "Events, actors, casualty figures and agreement clauses as news articles report them, coded by hand. Each value "
    "leads to the claims behind it: which article says it, in whose name, and in which words. Where articles "
    "contradict each other, both sides are kept and marked. The articles were chosen by nobody as a sample, and are "
    "themselves no part of the data set."
)

KEYWORDS = (
    "Nagorno-Karabakh",
    "Armenia",
    "Azerbaijan",
    "armed conflict",
    "event data",
    "casualties",
    "peace agreements",
    "provenance",
    "contested claims",
)

# Identifier, title and text of each licence, as a Data Package names them.
DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Data: Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
CODE_LICENCE = {"name": "MIT", "title": "Code: MIT License", "path": "https://opensource.org/license/mit"}


def described() -> dict[str, str]:
    """What a file of the data says of itself: title, description, version, citation, licence and addresses, by name."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "version": __version__,
        "citation": cite("text"),
        "licence": f"{DATA_LICENCE['title']}, {DATA_LICENCE['path']}",
        "homepage": HOMEPAGE,
        "issues": ISSUES,
    }

"""How to cite the data set, and where it lives: written here, and taken from here by all that names it."""

from __future__ import annotations

from karabakh_data.errors import UnknownName
from karabakh_data.reader.identifiers import one
from karabakh_data.version import __version__

AUTHORS = "karabakh-data contributors"
TITLE = "karabakh-data"
SUBTITLE = "What the news said about Nagorno-Karabakh after the 2020 ceasefire"
YEAR = 2026  # of this version

# The address that is meant to be registered for the project, and below it where a wrong cell is reported.
HOMEPAGE = "https://github.com/karabakh-data/karabakh-data"
ISSUES = f"{HOMEPAGE}/issues"

STYLES = {
    "text": f"{AUTHORS} ({YEAR}). {TITLE}: {SUBTITLE}. Version {__version__}. Data set. {HOMEPAGE}",
    "bibtex": f"""@misc{{karabakh-data-{__version__},
  author = {{{{{AUTHORS}}}}},
  title = {{{{{TITLE}: {SUBTITLE}}}}},
  year = {{{YEAR}}},
  version = {{{__version__}}},
  url = {{{HOMEPAGE}}},
  note = {{Data set}}
}}""",
}


def cite(style: str) -> str:
    """The citation in that style; see `karabakh_data.cite`."""
    style = one("style", style)
    if style not in STYLES:
        raise UnknownName(f"there is no citation style '{style}'; the styles are {', '.join(STYLES)}")
    return STYLES[style]

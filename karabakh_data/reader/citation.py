"""How to cite the data set."""

from __future__ import annotations

from karabakh_data.errors import UnknownName
from karabakh_data.reader.identifiers import one
from karabakh_data.version import __version__

AUTHORS = "karabakh-data contributors"
TITLE = "karabakh-data"
SUBTITLE = "What the news said about Nagorno-Karabakh after the 2020 ceasefire"

STYLES = {
    "text": f"{AUTHORS}. {TITLE}: {SUBTITLE}. Version {__version__}. Data set.",
    "bibtex": f"""@misc{{karabakh-data-{__version__},
  author = {{{{{AUTHORS}}}}},
  title = {{{{{TITLE}: {SUBTITLE}}}}},
  version = {{{__version__}}},
  note = {{Data set}}
}}""",
}


def cite(style: str) -> str:
    """The citation in that style; see `karabakh_data.cite`."""
    style = one("style", style)
    if style not in STYLES:
        raise UnknownName(f"there is no citation style '{style}'; the styles are {', '.join(STYLES)}")
    return STYLES[style]

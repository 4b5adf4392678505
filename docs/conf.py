"""How Sphinx makes the site. `make site` runs it, by `docs/make_site.py`, over a copy of the repository."""

from __future__ import annotations

import logging
import re
from typing import Any

from docutils import nodes
from pygments.lexers.sql import SqlLexer
from sphinx.application import Sphinx

from karabakh_data.model import Row, columns
from karabakh_data.publish.about import AUTHORS, HOMEPAGE, NAME
from karabakh_data.version import __version__

logging.getLogger("traitlets").setLevel(logging.WARNING)  # that it starts a kernel need not be told

project, author, version, release = NAME, AUTHORS, __version__, __version__
html_title = f"{NAME} {__version__}"
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False

extensions = ["myst_nb", "sphinx.ext.autodoc"]
include_patterns = ["*.md", "docs/*.md", "docs/**/*.md", "raw/README.md", "coding/README.md", "benchmarks/proposals.md"]
nitpicky = True

# Headings can be linked to down to the codebook's columns, as in the repository.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst.header"]  # README and codebook go from the second to the third level where it suits them

# Every cell runs on each build. One that fails is a warning, and so a failure: all are told.
nb_execution_mode = "force"
nb_execution_show_tb = True
nb_execution_timeout = 600
nb_merge_streams = True

# What is written for `help()`: single backticks are code.
smartquotes = False  # curly ones are for the words of articles
default_role = "literal"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
nitpick_ignore_regex = [("py:.*", ".*")]  # types of other libraries, whose documents are elsewhere

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["tables.css"]
html_theme_options: dict[str, Any] = {
    "source_edit_link": f"{HOMEPAGE}/blob/main/{{filename}}",
    "footer_icons": [],
}

LINK = re.compile(r'<a href="#(?P<id>kd-[^"]+)"(?P<more>[^>]*>[^<]*)</a>')


def setup(app: Sphinx) -> None:
    """Has docstrings shown as they are meant, SQL of SQLite as SQL, and figures named."""
    app.add_lexer("sqlite", SqlLexer)
    app.connect("doctree-read", named)
    app.connect("doctree-resolved", leading)
    app.connect("html-page-context", edited)
    app.connect("autodoc-process-docstring", show)
    app.connect("autodoc-process-signature", without_signature)


def named(app: Sphinx, doctree: nodes.document) -> None:
    """Says of each figure without words of its own what it is of, for whoever does not see it: what stands above it."""
    above, known = "", set[str]()
    for node in doctree.findall(lambda one: isinstance(one, nodes.title | nodes.paragraph | nodes.image)):
        if not isinstance(node, nodes.image):
            above = node.astext().rstrip(":.?") or above
        elif "alt" not in node:
            words = f"Figure: {above}"
            node["alt"] = words if words not in known else f"{words} ({len(known) + 1})"
            known.add(words)


def edited(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Leads from the front page to where it lies in the repository: it is at the top of the site alone."""
    if pagename == "index":
        context["theme_source_edit_link"] = html_theme_options["source_edit_link"].format(filename="docs/index.md")


def leading(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Takes the link off each id that a cell shows where its record is not shown on the same page."""
    shown = [raw for raw in doctree.findall(nodes.raw) if "html" in raw["format"]]
    ids = {one for raw in shown for one in re.findall(r'id="(kd-[^"]+)"', raw.astext())}
    for raw in shown:
        text = LINK.sub(lambda link: link[0] if link["id"] in ids else f"<span{link['more']}</span>", raw.astext())
        raw.replace_self(nodes.raw(text, text, format="html"))


def without_signature(app: Sphinx, what: str, name: str, thing: Any, *rest: Any) -> tuple[str, str] | None:
    """Rows are read: how they are made is of no interest."""
    return ("", "") if isinstance(thing, type) and issubclass(thing, Row) else None


def show(app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Lists that are set in by hand become lists; a row model has its columns, with type and meaning."""
    lines[:] = listed(lines)
    if isinstance(thing, type) and issubclass(thing, Row) and thing is not Row:
        lines += ["", f"One row of ``{thing.table}``, of which the key is {', '.join(thing.key)}.", ""]
        for column in columns(thing):
            kind = f"{column.type.__name__}{' | None' if column.nullable else ''}"
            lines.append(f"* ``{column.name}`` (``{kind}``): {column.definition.description}")
        lines.append("")


def listed(lines: list[str]) -> list[str]:
    """The docstring, with each name that stands set in, its type if it has one, and its meaning, as an item of a list.

    The parts of an item stand two blanks or more apart; what goes on in the next line stands below its meaning.
    """
    made: list[str] = []
    for line in lines:
        parts = re.split(r" {2,}", line.strip())
        if re.match(r" {4}\w", line) and len(parts) > 1:
            made.append(f"* ``{parts[0]}``{''.join(f' ({kind})' for kind in parts[1:-1])}: {parts[-1]}")
        elif re.match(r" {9,}", line) and made and made[-1].startswith("* "):
            made[-1] += f" {line.strip()}"
        else:
            made.append(line)
    return made

"""How Sphinx makes the site. `make site` runs it, by `docs/make_site.py`, over a copy of the repository."""

from __future__ import annotations

import logging

from karabakh_data.publish.about import AUTHORS, HOMEPAGE, NAME
from karabakh_data.version import __version__

logging.getLogger("traitlets").setLevel(logging.WARNING)  # that it starts a kernel need not be told

project, author, version, release = NAME, AUTHORS, __version__, __version__
html_title = f"{NAME} {__version__}"
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False

extensions = ["myst_nb"]
include_patterns = ["*.md", "docs/*.md", "docs/**/*.md", "raw/README.md", "coding/README.md"]
nitpicky = True

# Headings can be linked to down to the codebook's columns, as in the repository.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst.header"]  # README and codebook go from the second to the third level where it suits them

# Every cell runs on each build, and one that fails is a failure of the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["tables.css"]
html_theme_options = {
    "source_edit_link": f"{HOMEPAGE}/blob/main/{{filename}}",
    "footer_icons": [],
}

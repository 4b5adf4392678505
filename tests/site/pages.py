"""What a browser would load for a page of the site, and where its links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# The attributes by which an element has something loaded that nobody asked for.
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "xlink:href"}
LINKED = {"a", "area"}

OF_STYLES = re.compile(r"""url\(\s*["']?(?P<one>[^"')]+)|@import\s+["'](?P<other>[^"']+)""")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'\\/])//[^\n]*", re.DOTALL)
OF_SCRIPTS = re.compile(r"""["'`](?P<address>(?:https?:|wss?:)?//[\w.-]+\.[\w-]+[^"'`\s]*)""")

# Names of kinds of markup that have the form of an address.
NAMES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink"}


@dataclass
class Page(HTMLParser):
    """A page's ids, its links, its words, and the addresses of what it loads."""

    text: str
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._within = ""
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the element is called, links to and loads."""
        self._within = tag
        for name, value in attrs:
            if value is None:
                continue
            if name in ("id", "name"):
                self.ids.add(value)
            elif name == "href" and tag in LINKED:
                self.links.append(value)
            elif name in LOADING or name == "href":
                self.loaded.append(value)
            elif name == "style":
                self.loaded += of_styles(value)

    def handle_data(self, data: str) -> None:
        """Notes what styles and scripts within the page load."""
        if self._within == "style":
            self.loaded += of_styles(data)
        elif self._within == "script":
            self.loaded += of_scripts(data)
        else:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        """Leaves the element."""
        self._within = ""


def of_styles(text: str) -> list[str]:
    """The addresses of what a style sheet loads."""
    return [match["one"] or match["other"] for match in OF_STYLES.finditer(text)]


def of_scripts(text: str) -> list[str]:
    """The addresses on other machines that stand in a script."""
    found = [match["address"] for match in OF_SCRIPTS.finditer(COMMENT.sub("", text))]
    return [address for address in found if address not in NAMES]


def loaded(site: Path) -> Iterator[tuple[str, str]]:
    """Each file of the site that can load something, with each address that it loads."""
    read = {".html": lambda text: Page(text).loaded, ".svg": lambda text: Page(text).loaded}
    read |= {".css": of_styles, ".js": of_scripts}
    for file in sorted(site.rglob("*")):
        if file.suffix in read:
            for address in read[file.suffix](file.read_text(encoding="utf-8")):
                yield file.relative_to(site).as_posix(), address

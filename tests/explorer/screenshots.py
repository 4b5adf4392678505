"""Draws the screenshots of the documents anew: `make screenshots` runs it after `make page`.

No test compares them: letters look as the machine's fonts have them.
"""

from __future__ import annotations

import io
from pathlib import Path

import installed
from loopback_browser import browser
from PIL import Image
from served_page import BUILT, serving

SCREENSHOTS = installed.ROOT / "docs" / "screenshots"
COLOURS = 64  # of a picture's palette: the page has few, and a file of them is small

# What each shows: the address after the page's, what stands at its top, its width and height in pixels, its colours.
SHOWN = {
    "start": ("", "main", 1200, 1100, "light"),
    "timeline": ("#/timeline", "main", 1200, 1400, "light"),
    "voices": ("#/voices", "main", 768, 1000, "light"),
    "article": ("#/articles?source=afp-2020-11-25", ".outline dl ~ *", 360, 1000, "dark"),
}


def draw(folder: Path) -> None:
    """Writes a PNG file for each to the folder."""
    with serving(BUILT) as address:
        for name, (path, top, width, height, scheme) in SHOWN.items():
            with browser(color_scheme=scheme, viewport={"width": width, "height": height}) as opened:
                page = opened.new_page()
                page.goto(f"{address}{path}")
                page.wait_for_selector("main h1")
                page.wait_for_load_state("networkidle")
                page.eval_on_selector(top, "one => one.scrollIntoView()")
                shot = Image.open(io.BytesIO(page.screenshot()))
            shot.convert("RGB").quantize(COLOURS).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    draw(SCREENSHOTS)

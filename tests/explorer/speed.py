"""Prints how fast the built page is: until the first view is drawn, and until each view answers a filter.

`CHROMIUM=chromium python tests/explorer/speed.py`, with the published tables and with an invented corpus of 50,000
events, or of as many as `--events` says. What is measured ends after the browser has painted.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS)]

from loopback_browser import browser  # noqa: E402
from served_page import BUILT, GO, serving  # noqa: E402

from karabakh_data.testing.corpus import corpus_of_events, write_corpus  # noqa: E402

TIMES = 5
# From the moment that the browser asked for the page until its heading stood there.
FIRST = """() => new Promise(done => {
    const look = () => document.querySelector('main h1')
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : setTimeout(look, 1)
    look()
})"""
VIEWS = "[...document.querySelectorAll('nav ul a')].map(link => new URL(link.href).hash.split('?')[0])"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=50_000)
    events = parser.parse_args().events
    for file in sorted(BUILT.iterdir()):
        if file.is_file():
            print(f"{file.name}: {len(gzip.compress(file.read_bytes())) / 1000:.1f} kB compressed")
    with browser() as opened, tempfile.TemporaryDirectory() as made:
        print("\nthe published tables")
        for line in measured(opened, None):
            print(line, flush=True)
        write_corpus(corpus_of_events(events), Path(made))
        print(f"\nan invented corpus of {events:,} events")
        for line in measured(opened, Path(made)):
            print(line, flush=True)


def measured(opened: Any, data: Path | None) -> Iterator[str]:
    """One line for each thing that is measured, in milliseconds."""
    with serving(BUILT, data) as address:
        firsts = []
        for _ in range(TIMES):
            page = opened.new_page()
            page.set_default_timeout(120_000)
            page.goto(address)
            firsts.append(page.evaluate(FIRST))
            if len(firsts) < TIMES:
                page.close()
        yield f"first view: {median(firsts):.0f} ms ({min(firsts):.0f} to {max(firsts):.0f})"
        source = page.evaluate(SOURCE)
        for view in [*page.evaluate(VIEWS), "#/events", "#/claims"]:
            answers = {"open": page.evaluate(GO, view)}
            for name, asked in filters(source).items():
                answers[name] = page.evaluate(GO, f"{view}?{asked}")
                answers[f"{name} again"] = page.evaluate(GO, f"{view}?{asked}&since=2019")
            yield f"{view}: {', '.join(f'{name} {took:.0f} ms' for name, took in answers.items())}"
        page.close()


# The id of the first article, from the tables' own list.
SOURCE = """async () => {
    location.hash = '#/sources'
    await new Promise(done => setTimeout(done, 1000))
    return document.querySelector('main td a').href.split('/').pop()
}"""


def filters(source: str) -> dict[str, str]:
    """What is asked for, by the filter's name."""
    return {
        "status": "status=alleged",
        "type": "type=handover",
        "time": "since=2020-11-20&until=2020-12",
        "source": f"source={source}",
        "alone": f"source={source}&alone=yes",
    }


if __name__ == "__main__":
    main()

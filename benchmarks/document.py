"""The figures as a page of the documentation, and the cost of checking against the number of rows as a plot."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.chapter import Chapter, aim_text
from benchmarks.processes import Cost

PAGE = "performance.md"
PLOT = "performance.svg"
PACKAGES = ("pyarrow", "duckdb", "pydantic", "frictionless", "polars", "pandera", "dataframely", "pandas", "pyspark")
INK = "#333333"

# By name of a measurement, its cost at each number of rows.
Curves = Mapping[str, Mapping[int, Cost]]


def machine() -> str:
    """What was measured on: processors, memory, and versions; no name of a machine."""
    import karabakh_data

    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = [f"karabakh-data {karabakh_data.__version__}", *(f"{name} {version(name)}" for name in PACKAGES)]
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}; {', '.join(versions)}."
    )


def page(chapters: Sequence[Chapter]) -> str:
    """The text of the page: the aims first, then each chapter's table."""
    aims = [(chapter, aim) for chapter in chapters for aim in chapter.aims]
    kept = sum(aim.kept for _, aim in aims)
    lead = (
        "Written by `make bench`. Each ratio is of medians that were taken in turns in the same run, on a machine that "
        "may have been busy with other things: compare ratios, not times."
    )
    head = ["# What it costs", "", lead, "", machine(), "", f"Of {len(aims)} aims, {kept} are kept:", ""]
    head += [f"- {chapter.title}: {aim_text(aim)}" for chapter, aim in aims]
    plot = ["", f"![Seconds to check a number of events, by tool]({PLOT})", ""]
    return "\n".join([*head, *plot, "\n".join(chapter.as_markdown() for chapter in chapters)])


def draw(curves: Curves, file: Path) -> None:
    """Draw seconds against rows, both in powers of ten, a curve a tool; the same figures give the same bytes."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams |= {"svg.hashsalt": "karabakh-data", "svg.fonttype": "path", "font.size": 9}
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7.2, 4.2), layout="constrained")
    for name, costs in curves.items():
        rows = sorted(costs)
        axes.plot(rows, [costs[number].seconds for number in rows], marker="o", markersize=4, label=name)
    axes.set(xscale="log", yscale="log", xlabel="events (with their places)", ylabel="seconds")
    axes.set_title("Checking events: time against size", color=INK, loc="left")
    axes.grid(which="major", alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    figure.savefig(file, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)


def curves(chapters: Sequence[Chapter]) -> Curves:
    """The costs of the chapters that check events without errors, by tool and number of rows."""
    found: dict[str, dict[int, Cost]] = {}
    for chapter in chapters:
        for name, cost in chapter.costs.items():
            if cost.rows:
                found.setdefault(name, {})[cost.rows] = cost
    return found


def write(chapters: Sequence[Chapter], plotted: Sequence[Chapter], folder: Path) -> None:
    """Write the page and the plot into the folder."""
    draw(curves(plotted), folder / PLOT)
    (folder / PAGE).write_text(page(chapters), encoding="utf-8")

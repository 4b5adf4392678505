"""One benchmark's results: what was measured beside what, and which of the project's aims that keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.processes import Cost


@dataclass(frozen=True, slots=True)
class Aim:
    """A ratio that the project holds itself to: at most `most`, or at least `least`."""

    what: str
    ratio: float
    most: float | None = None
    least: float | None = None

    @property
    def kept(self) -> bool:
        """Whether this run kept it."""
        return (self.most is None or self.ratio <= self.most) and (self.least is None or self.ratio >= self.least)

    @property
    def bound(self) -> str:
        """The bound in words."""
        return f"at most {self.most:g}" if self.most is not None else f"at least {self.least:g}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, what was done, the costs by name, the names of those beside which the others are set, and the aims.

    Memory is left out where `memory` is false: what every process holds to begin with would be most of it.
    """

    title: str
    note: str
    costs: Mapping[str, Cost]
    beside: Sequence[str] = ()
    aims: Sequence[Aim] = ()
    memory: bool = True

    def rows(self) -> list[list[str]]:
        """The costs as cells of text, the first row being the header."""
        per_row = any(cost.rows for cost in self.costs.values())
        peaks = self.memory and any(cost.peak for cost in self.costs.values())
        header = ["", "time", *(["peak MiB"] if peaks else []), *(["rows/s"] if per_row else [])]
        table = [[*header, *(f"x {name}" for name in self.beside)]]
        for name, cost in self.costs.items():
            cells = [name, duration(cost.seconds)]
            if peaks:
                cells.append(f"{cost.peak:.0f}" if cost.peak else "")
            if per_row:
                cells.append(f"{cost.rows / cost.seconds:,.0f}" if cost.rows else "")
            table.append([*cells, *(f"{_ratio(cost, self.costs[other]):.2f}" for other in self.beside)])
        return table

    def as_text(self) -> str:
        """The chapter for a terminal."""
        rows = self.rows()
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        lines = [self.title, self.note, ""]
        for name, *cells in rows:
            padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
            lines.append("  ".join([name.ljust(widths[0]), *padded]).rstrip())
        return "\n".join([*lines, "", *(aim_text(aim) for aim in self.aims)]) + "\n"

    def as_markdown(self) -> str:
        """The chapter for the documentation."""
        header, *rows = self.rows()
        lines = [f"## {self.title}", "", self.note, "", _line(header), _line(["---", *["---:"] * (len(header) - 1)])]
        lines += [_line(row) for row in rows]
        return "\n".join([*lines, "", *(f"- {aim_text(aim)}" for aim in self.aims)]).rstrip() + "\n"


def aim_text(aim: Aim) -> str:
    """The aim, the ratio found, and whether it was kept, in a line."""
    ratio = f"{aim.ratio:.0f}" if aim.ratio >= 100 else f"{aim.ratio:.2f}"
    return f"{aim.what}: {ratio} ({aim.bound}: {'kept' if aim.kept else 'MISSED'})"


def ratio_of(costs: Mapping[str, Cost], what: str, beside: str) -> float:
    """How many times the time of `beside` `what` takes, for a row where both count rows."""
    return _ratio(costs[what], costs[beside])


def duration(seconds: float) -> str:
    """Seconds, or milliseconds where that reads better."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.1f} ms"


def _ratio(cost: Cost, other: Cost) -> float:
    if cost.rows and other.rows:
        return (cost.seconds / cost.rows) / (other.seconds / other.rows)
    return cost.seconds / other.seconds


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

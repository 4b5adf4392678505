"""The clauses of each agreement, a row each: who owes what to whom, when it was due, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from karabakh_data.plot.dates import Span, in_words, span
from karabakh_data.plot.event_rows import draw_date
from karabakh_data.plot.marks import beside
from karabakh_data.plot.page import BLUE, GREY, INK, VERMILION, Key, notice
from karabakh_data.plot.rows import Frame, Heading, Row, drawn
from karabakh_data.plot.scale import AXIS, Scale, draw_axis, scale
from karabakh_data.plot.status import Look

Record = Mapping[str, Any]

# Dark: done, or partly. Blue: not yet. Orange: late, breached or disputed.
OUTCOMES = {
    "fulfilled": Look("o", INK, meaning="fulfilled"),
    "partly_fulfilled": Look("o", INK, fill="left", hatch="//////", meaning="partly fulfilled"),
    "late": Look("s", VERMILION, meaning="fulfilled late"),
    "postponed": Look(">", BLUE, fill="none", meaning="postponed"),
    "pending": Look("o", BLUE, fill="none", meaning="pending"),
    "breached": Look("x", VERMILION, fill="none", hatch="xxxxxx", meaning="breached"),
    "disputed": Look("D", VERMILION, fill="left", hatch="//////", meaning="disputed"),
}
# Of several outcomes, this is the one by which the clause is marked; all are told in words.
FOREMOST = ("disputed", "breached", "late", "partly_fulfilled", "fulfilled", "pending", "postponed")
SILENT = {
    "obligation": Look(".", GREY, meaning="no outcome reported"),
    "silence": Look("_", GREY, meaning="a source points out that it is left open"),
    "ambiguity": Look("$?$", GREY, meaning="a source points out that it is unclear"),
}
LOOKS = (*OUTCOMES.values(), *SILENT.values())
DUE = Look("|", INK, meaning="due")
JUDGED = "* Judged by who coded it: the article does not say so itself."
CAPTION = (
    "A band covers the days within which an event fell or for which it lasted; a dotted arrow is an end that is open."
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with what stands in other tables: names of its actors by role, and its outcomes, each with its event."""

    row: Record
    actors: Mapping[str, list[str]]
    outcomes: list[tuple[Record, Record]]

    @property
    def look(self) -> Look:
        """The marker of the clause."""
        known = [outcome["outcome"] for outcome, _ in self.outcomes]
        first = next((outcome for outcome in FOREMOST if outcome in known), None)
        return OUTCOMES[first] if first else self.unsettled

    @property
    def unsettled(self) -> Look:
        """The marker of the clause where nothing is known of what became of it."""
        return SILENT[self.row["modality"] or "obligation"]

    @property
    def parties(self) -> str:
        """Who owes it to whom, and who else has a part in it."""
        owe, have = (", ".join(self.actors.get(role, ())) for role in _PARTIES)
        between = [f"{owe} → {have}"] if owe and have else []
        others = [role for role in self.actors if not (between and role in _PARTIES)]
        return "; ".join([*between, *(f"{role}: {', '.join(self.actors[role])}" for role in others)])

    @property
    def course(self) -> str:
        """When it was due, and what became of it, in words."""
        due = [f"due {in_words(self.row['due_edtf'])}"] if self.row["due_edtf"] else []
        left = [] if self.row["modality"] == "obligation" or not self.outcomes else [self.unsettled.meaning]
        course = left + due + [_outcome(outcome, event) for outcome, event in self.outcomes]
        return "; ".join(course or [self.unsettled.meaning])


def in_order(outcomes: Iterable[tuple[Record, Record]]) -> list[tuple[Record, Record]]:
    """Outcomes as they are told: a postponement before what came of it."""
    return sorted(outcomes, key=lambda one: (-FOREMOST.index(one[0]["outcome"]), one[1]["event_id"]))


_PARTIES = ("obligor", "beneficiary")


def _outcome(outcome: Record, event: Record) -> str:
    late = outcome["days_late"]
    words = _late(late) if late else OUTCOMES[outcome["outcome"]].meaning
    if outcome.get("judged"):
        words += "*"
    if not event["date_edtf"]:
        return words
    when = in_words(event["date_edtf"])
    return f"{words}, {when}" if event["status"] == "occurred" else f"{words} ({event['status']}, {when})"


def _late(days: int) -> str:
    return f"{days:,} {'day' if days == 1 else 'days'} late"


def draw(clauses: Iterable[Clause], agreements: Mapping[str, str], width: float) -> Figure:
    """The figure of these clauses, with the titles of agreements by id, in their order."""
    given = list(clauses)
    if not given:
        return notice(width, "No clauses.")
    days = [day for each in given for when in _spans(each) for day in (when.first, when.last)]
    frame = Frame(width, AXIS if days else 0)
    of = scale(days or [0], frame.drawn)
    rows: list[Row] = []
    order = list(agreements)
    for agreement in sorted({each.row["agreement_id"] for each in given}, key=lambda one: _at(order, one)):
        rows.append(Heading(agreements.get(agreement, agreement or "The agreement: sources disagree on it")))
        inside = [each for each in given if each.row["agreement_id"] == agreement]
        inside.sort(key=lambda each: (_first(each), _at(LOOKS, each.look), each.row["clause_id"]))
        rows += [_row(each, of, frame.narrow) for each in inside]
    shown = {each.look for each in given}
    keys = [Key(look.marked(), look.meaning) for look in LOOKS if look in shown]
    if any(each.row["due_edtf"] for each in given):
        keys.append(Key({**DUE.marked(8), "markeredgewidth": 1.2}, DUE.meaning))
    judged = any(outcome.get("judged") for each in given for outcome, _ in each.outcomes)
    foot = (
        ([JUDGED] if judged else [])
        + (["→ leads from obligor to beneficiary."] if any("→" in each.parties for each in given) else [])
        + ([CAPTION] if days else [])
    )

    def below(axes: Axes, top: float, bottom: float) -> None:
        of.apply(axes)
        if days:
            draw_axis(axes, of, top, bottom)

    return drawn(frame, rows, keys, [" ".join(foot)] if foot else [], below)


def _at(order: Sequence[Any], one: Any) -> int:
    return order.index(one) if one in order else len(order)


def _first(each: Clause) -> int:
    return min((when.first for when in _spans(each)), default=10**9)


def _spans(each: Clause) -> list[Span]:
    dated = [event["date_edtf"] for _, event in each.outcomes]
    return [span(edtf) for edtf in (each.row["due_edtf"], *dated) if edtf]


def _row(each: Clause, of: Scale, narrow: bool) -> Row:
    quantity = each.row["quantity"]
    number = f"{quantity:,} {each.row['unit'] or ''}".strip() if quantity is not None else ""
    dated = bool(_spans(each))
    # What no source dates has its words where marks would stand; where these stand below, beside the others.
    course = each.course if dated or narrow else ""
    note = "; ".join(part for part in (each.parties, number, course) if part)
    draw = partial(_draw, each=each, of=of) if dated else None if narrow else partial(_say, each=each, of=of)
    return Row(each.row["summary"], [note] if note else [], each.look.marked(4.6), draw)


def _say(axes: Axes, y: float, each: Clause, of: Scale) -> None:
    beside(axes, 0, 3, y, f"{each.course}, no date" if each.outcomes else each.course, of.width)


def _draw(axes: Axes, y: float, each: Clause, of: Scale) -> None:
    name = each.row["clause_id"]
    due = span(each.row["due_edtf"]) if each.row["due_edtf"] else None
    middle = (due.first + due.last) / 2 if due else None
    for outcome, event in each.outcomes:
        if not event["date_edtf"]:
            continue
        when = span(event["date_edtf"])
        look = OUTCOMES[outcome["outcome"]]
        gid = f"{name}/{event['event_id']}"
        late, words = outcome["days_late"], ""
        if middle is not None and late:
            axes.plot([middle, when.first + 0.5], [y, y], color=look.colour, linewidth=1.1, gid=f"late {gid}")
            words = _late(late)
        draw_date(axes, y, when, words, look, of, gid, middle if words else None)
    if middle is not None:
        axes.plot([middle], [y], **{**DUE.marked(8), "markeredgewidth": 1.2}, zorder=5, gid=f"due {name}")

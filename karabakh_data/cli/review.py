"""`review`: each record beside its passages, and the reader's verdict on it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import pyarrow as pa
import typer
from rich.console import Console
from rich.prompt import Prompt
from rich.text import Text

from karabakh_data.cli.exits import CALL_IS_WRONG, fail
from karabakh_data.cli.paths import named_path
from karabakh_data.cli.review_changes import rendered_changes
from karabakh_data.cli.review_view import UnitView
from karabakh_data.cli.terminal import console

if TYPE_CHECKING:
    from karabakh_data.coding.ledger import Ledger
    from karabakh_data.coding.review import Unit


class Verdict(StrEnum):
    """How a reader finds a record."""

    OK = "ok"
    WRONG = "wrong"


def review(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Only these, read before or not, as --list writes them. ID@HASH also requires that content.",
        ),
    ] = None,
    source: Annotated[list[str] | None, typer.Option(help="Only what this article says; repeatable.")] = None,
    table: Annotated[list[str] | None, typer.Option(help="Only records of this table; repeatable.")] = None,
    list_only: Annotated[bool, typer.Option("--list", help="Only list what is unread, with the hash of each.")] = False,
    print_only: Annotated[bool, typer.Option("--print", help="Only show each beside its passages.")] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="Show also what was read before and is as it was; goes with reading.")
    ] = False,
    sign: Annotated[bool, typer.Option("--sign", help="Sign the named IDs with --verdict, without asking.")] = False,
    verdict: Annotated[Verdict | None, typer.Option(help="How the named IDs were found; goes with --sign.")] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the reading; by default today.")
    ] = None,
    root: Annotated[
        Path,
        typer.Option(
            parser=named_path, metavar="PATH", help="The checkout of the repository that holds raw/ and coding/."
        ),
    ] = Path("."),
) -> None:
    """Read what was never read, has changed since or was found wrong, each beside its passages, and sign it.

    What is shown comes straight from the articles and scripts, so it can be read before it is published, with --print
    and --list also while something is wrong. A row is read
    with the record on which it hangs: an event with its actors and topics, a clause with its actors and events, a
    passage with its mentions, a term with its codes in other schemes. Of what was read before and is published as it
    was then, only what came, went or changed is shown. Each verdict goes at once into coding/review.tsv.
    """
    from karabakh_data.coding.changes import changes, units_as_read
    from karabakh_data.coding.ledger import LEDGER, Signature, read_ledger
    from karabakh_data.coding.ledger import sign as write
    from karabakh_data.coding.review import requirement, units

    _refuse_nonsense(ids or [], [*(source or []), *(table or [])], [list_only, print_only, sign], sign, verdict)
    read_on = (day or datetime.now()).date()
    tables = _tables(root, shown_only=list_only or print_only)
    ledger = read_ledger(root / LEDGER)
    everything = units(tables)
    if ids:
        chosen = _named(ids, everything)
    else:
        chosen = [unit for unit in _narrowed(everything, source or [], table or []) if requirement(unit, ledger)]

    def put(signed: Sequence[Unit], found: Verdict) -> None:
        signatures = {unit.name: Signature(unit.hash, read_on, found.value) for unit in signed}
        for name in write(root / LEDGER, signatures, [unit.name for unit in everything]):
            print(f"dropped the signature of {name}, which is no more")

    if sign and verdict is not None:
        put(chosen, verdict)
        print(f"signed as {verdict}: {_count(chosen)}")
    elif list_only:
        for unit in chosen:
            print(f"{unit.name}@{unit.hash}  {_state(unit, ledger)}")
        print(f"{_count(chosen)} of {len(everything)}")
    else:
        view = UnitView(tables, _texts(tables, root))
        read_before = {} if whole else units_as_read(root, ledger)
        output = console()
        for place, unit in enumerate(chosen, start=1):
            state = f"{place} of {len(chosen)} · {_state(unit, ledger)}"
            before = read_before.get(unit.name)
            if before is not None and before.hash != unit.hash:
                output.print(rendered_changes(view, unit, changes(before, unit), state))
            else:
                output.print(view.rendered(unit, state))
            if print_only:
                continue
            answer = _ask(output)
            if answer == "quit":
                break
            if answer != "skip":
                put([unit], Verdict(answer))
        if not chosen:
            print("nothing is left to read")


def _tables(root: Path, *, shown_only: bool) -> dict[str, pa.Table]:
    """The tables as articles and scripts make them now; where something is wrong, what can be shown of them."""
    from karabakh_data.coding.drafting.loose import tables_of_drafts
    from karabakh_data.errors import FailuresError
    from karabakh_data.publish.extracted_tables import tables_of_articles

    with Console(stderr=True).status("reading the articles") as status:
        try:
            return tables_of_articles(root, status.update)
        except FailuresError:
            if not shown_only:
                raise
        tables, failures = tables_of_drafts(root)
    note = "what can be read of the drafts is shown; `karabakh-data draft ID` lists what is wrong"
    print(f"{len(failures)} failures: {note}", file=sys.stderr)
    return tables


def _refuse_nonsense(
    ids: Collection[str], filters: Collection[str], modes: Iterable[bool], sign: bool, verdict: Verdict | None
) -> None:
    if sum(modes) > 1:
        fail(CALL_IS_WRONG, "--list, --print and --sign exclude each other")
    if ids and filters:
        fail(CALL_IS_WRONG, "name IDs, or narrow by --source and --table, but not both")
    if sign and not ids:
        fail(CALL_IS_WRONG, "--sign takes the IDs of what was read; there is no way to sign everything")
    if sign != (verdict is not None):
        fail(CALL_IS_WRONG, "--sign and --verdict go together: review --sign ID --verdict ok")


def _named(ids: Sequence[str], everything: Iterable[Unit]) -> list[Unit]:
    """The units with these names, in this order; all of them, or none."""
    from karabakh_data.errors import unknown

    known = {unit.name: unit for unit in everything}
    failures: list[object] = []
    for one in ids:
        name, _, digest = one.partition("@")
        if name not in known:
            failures.append(unknown("record to review", name, known, "`karabakh-data review --list` lists them."))
        elif digest and digest != known[name].hash:
            failures.append(f"{name} has the hash {known[name].hash} and not {digest}: it has changed, read it again")
    if failures:
        fail(CALL_IS_WRONG, *failures)
    return [known[name] for name in dict.fromkeys(one.partition("@")[0] for one in ids)]


def _narrowed(everything: Iterable[Unit], sources: Collection[str], tables: Collection[str]) -> list[Unit]:
    from karabakh_data.errors import unknown

    everything = list(everything)
    known_sources = {source for unit in everything for source in unit.sources}
    known_tables = {unit.table for unit in everything}
    step = "`karabakh-data review --list` lists what is unread."
    failures = [
        *(unknown("article", one, known_sources, step) for one in sources if one not in known_sources),
        *(unknown("table to review", one, known_tables, step) for one in tables if one not in known_tables),
    ]
    if failures:
        fail(CALL_IS_WRONG, *failures)
    return [
        unit
        for unit in everything
        if (not sources or not unit.sources.isdisjoint(sources)) and (not tables or unit.table in tables)
    ]


def _state(unit: Unit, ledger: Ledger) -> str:
    from karabakh_data.coding.review import CHANGED, NEVER, requirement

    unmet = requirement(unit, ledger)
    if unmet == NEVER:
        return "never read"
    day: date = ledger[unit.name].day
    if unmet == CHANGED:
        return f"changed since {day}"
    return f"found {ledger[unit.name].verdict} on {day}"


def _count(chosen: Sequence[Unit]) -> str:
    return f"{len(chosen)} record{'' if len(chosen) == 1 else 's'}"


def _texts(tables: Mapping[str, pa.Table], root: Path) -> dict[str, str]:
    return {
        row["source_id"]: (root / row["raw_path"]).read_bytes().decode("utf-8") for row in tables["sources"].to_pylist()
    }


ANSWERS = {"o": "ok", "w": "wrong", "s": "skip", "q": "quit"}


def _ask(output: Console) -> str:
    question = Text("(o)k, (w)rong, (s)kip or (q)uit", style="bold")
    choices = [*ANSWERS, *ANSWERS.values()]
    ask: Callable[..., str] = Prompt.ask
    try:
        answer = ask(question, console=output, choices=choices, show_choices=False)
    except EOFError:  # nobody is there to answer
        return "quit"
    return ANSWERS.get(answer, answer)

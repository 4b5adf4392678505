"""What it costs to check events: our rules by DuckDB, beside the floor and beside other validators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import corpora
from benchmarks.chapter import Aim, Chapter, ratio_of
from benchmarks.processes import Command, Cost, in_turns, python, run, work

OURS = "karabakh-data check"
FLOOR = "decode every column"
HASHED = "decode and hash every value"
AGAIN = "karabakh-data check, unchanged"
SHA256 = "SHA-256 of the files"
COLUMN_WISE = {"pandera on polars": "with_pandera", "dataframely": "with_dataframely"}
ROW_BY_ROW = {"pydantic row by row": "with_pydantic", "frictionless over CSV": "with_frictionless"}
TOOLS = {
    OURS: "karabakh",
    FLOOR: "decode",
    HASHED: "decode_and_hash",
    AGAIN: "karabakh_again",
    SHA256: "hashing",
    **COLUMN_WISE,
    **ROW_BY_ROW,
}
PEERS = {**COLUMN_WISE, **ROW_BY_ROW}
# How many times faster than these we mean to be, per row.
FASTER = {"pydantic row by row": 15, "frictionless over CSV": 150}
MEMORY = 512  # MiB
TIMES = 3  # each error
SIZES = 3  # of the chapters, the first so many differ in the number of rows alone

ALONE = "Time of the checking alone, start-up and imports apart."


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """The check of events and the places that they refer to, in three sizes; with errors; and of a whole package."""
    small, middle, large = (10_000, 100_000, 1_000_000) if quick else (100_000, 1_000_000, 10_000_000)
    given_fewer = f"{ALONE} Those that go row by row were given {small:,} events; all ratios are per row."
    few, many, most = (corpora.events(room, rows) for rows in (small, middle, large))
    costs_few = _costs(dict.fromkeys((OURS, FLOOR, *PEERS), (few, small)), rounds=3)
    costs_many = _costs(
        dict.fromkeys((OURS, FLOOR, HASHED, *COLUMN_WISE), (many, middle)) | dict.fromkeys(ROW_BY_ROW, (few, small)),
        rounds=5,
    )
    costs_most = _costs(
        dict.fromkeys((OURS, FLOOR, HASHED, *COLUMN_WISE), (most, large)) | dict.fromkeys(ROW_BY_ROW, (few, small)),
        rounds=3,
    )
    faulty = corpora.events(room, middle, times=TIMES)
    costs_faulty = _costs(dict.fromkeys((OURS, *COLUMN_WISE), (faulty, middle)), rounds=9)
    costs_again = _costs(dict.fromkeys((AGAIN, SHA256), (most, large)), rounds=9)
    package = corpora.package(room, middle)
    costs_package = _costs(dict.fromkeys((OURS, FLOOR), (package, middle)), rounds=3)
    return [
        Chapter(f"Checking {small:,} events and their places", ALONE, costs_few, (FLOOR, OURS)),
        Chapter(
            f"Checking {middle:,} events and their places",
            given_fewer,
            costs_many,
            (FLOOR, OURS),
            [
                *(
                    Aim(f"{name} / ours", 1 / ratio_of(costs_many, OURS, name), least=least)
                    for name, least in FASTER.items()
                ),
                _beside_the_best(costs_many),
            ],
        ),
        Chapter(
            f"Checking {large:,} events and their places",
            given_fewer,
            costs_most,
            (FLOOR, OURS),
            [
                Aim("ours / the floor", ratio_of(costs_most, OURS, FLOOR), most=2.5),
                Aim("peak memory of ours, MiB", costs_most[OURS].peak or 0, most=MEMORY),
            ],
        ),
        Chapter(
            f"Checking {middle:,} events with errors",
            f"{ALONE} {TIMES} errors of each kind are seeded. {_proof(room, small)}",
            costs_faulty,
            (OURS,),
            [_beside_the_best(costs_faulty)],
        ),
        Chapter(
            f"Checking {large:,} events a second time",
            f"{ALONE} The verdict of the first time was kept.",
            costs_again,
            (SHA256,),
            [Aim("ours / hashing", ratio_of(costs_again, AGAIN, SHA256), most=1)],
        ),
        Chapter(
            f"Checking a whole package with {middle:,} events",
            f"{ALONE} All tables and all rules; there are 11 claims for each event. Rows are those of events.",
            costs_package,
            (FLOOR,),
        ),
    ]


def _costs(given: Mapping[str, tuple[Path, int]], rounds: int) -> dict[str, Cost]:
    """The costs of the tools by name, each on its folder with so many events."""
    runs = in_turns({name: _command(name, folder) for name, (folder, _) in given.items()}, rounds)
    return {name: work(of_it, given[name][1]) for name, of_it in runs.items()}


def _command(name: str, folder: Path) -> Command:
    return python("-W", "ignore", "-m", "benchmarks.checkers", TOOLS[name], str(folder))


def _beside_the_best(costs: Mapping[str, Cost]) -> Aim:
    best = min(COLUMN_WISE, key=lambda name: costs[name].seconds)
    return Aim(f"ours / {best}, the best peer", ratio_of(costs, OURS, best), most=1)


def _proof(room: Path, rows: int) -> str:
    """How many rules each tool can say, in words.

    Raises ValueError where a tool finds other events than we do, where we miss a seeded error, and where we find
    anything in a corpus without errors.
    """
    faulty = corpora.events(room, rows, times=TIMES)
    ours = _found(OURS, faulty)
    wrong = [
        f"ours misses what is seeded of '{rule}'" for rule, ids in corpora.seeded(faulty).items() if ids - ours[rule]
    ]
    wrong += [f"ours finds '{rule}' where there is no error" for rule in _found(OURS, corpora.events(room, rows))]
    told = []
    for name in PEERS:
        found = _found(name, faulty)
        wrong += [f"{name} finds other events than ours of '{rule}'" for rule in found if found[rule] != ours.get(rule)]
        told.append(f"{name} {len(found)}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return (
        f"Of {len(ours)} rules that were broken, all found by ours in {rows:,} events and none in as many without "
        f"errors, the peers can say, and found in the same events: {', '.join(told)}."
    )


def _found(name: str, folder: Path) -> dict[str, set[str]]:
    found: Mapping[str, Sequence[str]] = work([run(_command(name, folder))]).found["found"]
    return {rule: set(ids) for rule, ids in found.items()}

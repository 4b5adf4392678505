"""What a check found, as plain data: failures with counts and examples, rules that could not be run, exit status."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from karabakh_data.check.rules.rule import Requirement
from karabakh_data.model import TABLES, id_of

# Told before each step, and at the end: how many steps are done, how many there are, and the table at hand.
Progress = Callable[[int, int, str], None]
# What a check in Python finds, one at a time: which requirement is not met, and an example of it.
Finding = tuple[Requirement, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A requirement that is not met. `count` is the number of offending rows (or files); `examples` are some of them.

    An example maps names to plain values: the key columns first, then what shows what is wrong.
    """

    rule: Requirement
    count: int
    examples: tuple[Mapping[str, Any], ...] = ()


def gathered(findings: Iterable[Finding], requirements: Iterable[Requirement], max_examples: int) -> list[Failure]:
    """One failure for each requirement that is not met, in the order of `requirements`, with its first examples.

    Raises KeyError for a finding on a requirement that is not among them.
    """
    counts = dict.fromkeys(requirements, 0)
    examples: dict[Requirement, list[Mapping[str, Any]]] = {requirement: [] for requirement in counts}
    for requirement, example in findings:
        counts[requirement] += 1
        if len(examples[requirement]) < max_examples:
            examples[requirement].append(example)
    return [
        Failure(rule=requirement, count=count, examples=tuple(examples[requirement]))
        for requirement, count in counts.items()
        if count
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What coding made of the articles, in shares from 0 to 1, rounded to four places.

    `sources` gives by source the shares of its characters that are `coded`, `dismissed`, `boilerplate`, `quoted` and
    `quoted_or_named`; `claims_by_basis` the shares of the claims with each basis.
    """

    sources: Mapping[str, Mapping[str, float]]
    claims_by_basis: Mapping[str, float]

    def lines(self) -> Iterator[str]:
        """The accounts for people: a line for each source, and one for the claims."""
        for source_id, share in self.sources.items():
            yield (
                f"{source_id}: {share['coded']:.0%} of the characters coded, {share['dismissed']:.0%} dismissed, "
                f"{share['boilerplate']:.0%} boilerplate; quotations reproduce {share['quoted']:.0%}, "
                f"with the names in mentions {share['quoted_or_named']:.0%}"
            )
        yield "claims: " + ", ".join(f"{share:.0%} {basis}" for basis, share in self.claims_by_basis.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a check: rows per table, how many rules ran, what they found, and which could not be run.

    `accounts` are there where the tables were held against their checkout.
    """

    rows: Mapping[str, int]
    rules_run: int
    failures: tuple[Failure, ...]
    not_run: Mapping[str, str]
    accounts: Accounts | None = None

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Report:
        """The report whose JSON holds these data."""
        failures = tuple(
            Failure(
                rule=Requirement(
                    name=item["rule"],
                    table=item["table"],
                    columns=tuple(item["columns"]),
                    severity=item["severity"],
                ),
                count=item["count"],
                examples=tuple(item["examples"]),
            )
            for item in data["failures"]
        )
        return cls(
            rows=data["rows"],
            rules_run=data["rules_run"],
            failures=failures,
            not_run=data["not_run"],
            accounts=Accounts(**data["accounts"]) if "accounts" in data else None,
        )

    @property
    def errors(self) -> int:
        """How many failures are errors, and not warnings."""
        return sum(failure.rule.severity == "error" for failure in self.failures)

    @property
    def exit_status(self) -> int:
        """0 if the data are fine, warnings apart; 1 if they are wrong or a rule could not be run."""
        return 1 if self.errors or self.not_run else 0

    def as_text(self) -> str:
        """The report for people: the accounts, a line for each failure with its count, a line for each example."""
        lines = list(self.accounts.lines()) if self.accounts else []
        lines += [f"{failure.rule.severity}: {_with_examples(failure)}" for failure in self.failures]
        lines += [f"not run: {name} ({reason})" for name, reason in self.not_run.items()]
        total = sum(self.rows.values())
        lines.append(
            f"{total} rows in {len(self.rows)} tables, {self.rules_run} rules run:"
            f" {self.errors} broken, {len(self.failures) - self.errors} warnings, {len(self.not_run)} not run"
        )
        return "\n".join(lines)

    def what_fails(self) -> list[str]:
        """Each error with its count and its examples, a line each, and each rule that could not be run."""
        found = [_with_examples(failure) for failure in self.failures if failure.rule.severity == "error"]
        return found + [f"{name} was not run ({reason})" for name, reason in self.not_run.items()]

    def as_json(self) -> str:
        """The report for machines, as a JSON text."""
        accounts = {"accounts": asdict(self.accounts)} if self.accounts else {}
        data = {
            "rows": dict(self.rows),
            "rules_run": self.rules_run,
            "failures": [
                {
                    "table": failure.rule.table,
                    "rule": failure.rule.name,
                    "columns": list(failure.rule.columns),
                    "severity": failure.rule.severity,
                    "count": failure.count,
                    "examples": [dict(example) for example in failure.examples],
                }
                for failure in self.failures
            ],
            "not_run": dict(self.not_run),
            **accounts,
            "exit_status": self.exit_status,
        }
        return json.dumps(data, ensure_ascii=False, indent=2, default=str)

    def as_arrow(self) -> pa.Table:
        """The examples as a table, one row each: table, rule, severity, count, record_id, and the example as JSON.

        A failure without examples has one row, without an example; so has a rule that could not be run, whose severity
        is `not run`, with the reason as its example.
        """
        rows: list[dict[str, Any]] = [
            {
                "table": failure.rule.table,
                "rule": failure.rule.name,
                "severity": failure.rule.severity,
                "count": failure.count,
                "record_id": record_id(failure.rule, example),
                "example": _json(example) if example else None,
            }
            for failure in self.failures
            for example in failure.examples or ({},)
        ]
        for name, reason in self.not_run.items():
            table, _, rule = name.rpartition(": ")
            why = {"severity": "not run", "example": _json({"reason": reason})}
            rows.append({"table": table or None, "rule": rule, **why})
        schema = pa.schema(
            [
                *((name, pa.string()) for name in ("table", "rule", "severity")),
                ("count", pa.int64()),
                *((name, pa.string()) for name in ("record_id", "example")),
            ]
        )
        return pa.Table.from_pylist(rows, schema=schema)


def _with_examples(failure: Failure) -> str:
    lines = [f"{failure.rule.id} ({failure.count})"]
    lines += [f"    {example_text(failure.rule, example)}" for example in failure.examples]
    if failure.count > len(failure.examples) > 0:
        lines.append(f"    ... and {failure.count - len(failure.examples)} more")
    return "\n".join(lines)


def _json(example: Mapping[str, Any]) -> str:
    return json.dumps(dict(example), ensure_ascii=False, default=str)


def record_id(rule: Requirement, example: Mapping[str, Any]) -> str | None:
    """The id of the example's record, its key values joined by `/`; None where the example is no row."""
    key = TABLES[rule.table].key if rule.table in TABLES else ()
    if not key or not all(name in example for name in key):
        return None
    return id_of(TABLES[rule.table], example)


def example_text(rule: Requirement, example: Mapping[str, Any]) -> str:
    """An example as one line: the record, where it stands in its source, and the values that are wrong."""
    rest = dict(example)
    parts = []
    record = record_id(rule, example)
    if record is not None:
        parts.append(record)
        rest = {name: value for name, value in rest.items() if name not in TABLES[rule.table].key}
    if {"source_id", "char_start", "char_end"} <= rest.keys():
        parts.append("({} {}-{})".format(*(rest.pop(name) for name in ("source_id", "char_start", "char_end"))))
    parts.extend(f"{name}={value}" for name, value in rest.items())
    return " ".join(parts)

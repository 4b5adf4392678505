"""`rules`: what is checked."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from karabakh_data.cli.terminal import console


def rules(
    pattern: Annotated[
        list[str] | None, typer.Argument(help="Only these: a table or a pattern of names, such as '*: *is null'.")
    ] = None,
    sql: Annotated[bool, typer.Option("--sql", help="Show each rule's SELECT, which any SQL engine can run.")] = False,
) -> None:
    """List the rules: the table that each governs, its severity, and what is wrong with a row that breaks it."""
    from karabakh_data.check import Requirement, Rule
    from karabakh_data.check.package import requirements
    from karabakh_data.check.rules import catalogue
    from karabakh_data.coding import checkout

    chosen: tuple[Requirement, ...] = (
        catalogue.select(pattern)
        if pattern
        else (*requirements.REQUIREMENTS, *catalogue.rules(), *checkout.REQUIREMENTS)
    )
    output = console()
    for rule in chosen:
        line = Text(f"{rule.table}: ", "dim").append(rule.name, "bold").append(f"  ({rule.severity})", "dim")
        output.print(line, soft_wrap=True)
        if sql and isinstance(rule, Rule):
            output.print(Text(f"    {rule.sql}"), soft_wrap=True)
    output.print(Text(f"{len(chosen)} rules"))

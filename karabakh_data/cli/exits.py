"""How a command fails: one message on standard error, and an exit status that says whose fault it is."""

from __future__ import annotations

import re
import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from karabakh_data.errors import (
    DataFileError,
    FailuresError,
    KarabakhDataError,
    MissingExtra,
    UnfitPackage,
    UnknownName,
    UnwritableTarget,
    WrongCall,
)

DATA_ARE_WRONG = 1
CALL_IS_WRONG = 2

# What is no fault of the data.
_WRONG_CALLS = (MissingExtra, UnfitPackage, UnwritableTarget, WrongCall)

# Libraries of the extra `build` that commands import when they run.
BUILD = ("duckdb", "frictionless", "pandas")

# Libraries of the extra `spark`.
SPARK = ("py4j", "pyspark")


# What messages say to those who call functions, and how a command says it.
_CALLS = re.compile(r"load\('(?P<one>\w+)'\)|(?P<all>table_names)\(\)|(?P<table>\w+)\(\)")
_WHERE_IDS_STAND = "An id stands in the first column of its table, such as event_id."


class ClosedPipe(KarabakhDataError):
    """Whoever reads has seen enough. No OSError: the command line's library would make an error of it."""


def in_commands(message: str) -> str:
    """The message with its next step as a command.

    >>> in_commands("there is no actor 'armenja'; did you mean armenia? actors() lists them all.")
    "there is no actor 'armenja'; did you mean armenia? `karabakh-data list actors` lists them all."
    """
    message = message.replace(_WHERE_IDS_STAND, "`karabakh-data search WORDS` finds ids.")
    return _CALLS.sub(lambda call: f"`karabakh-data list {call['one'] or call['table'] or ''}".rstrip() + "`", message)


def fail(status: int, *messages: object, note: str = "") -> NoReturn:
    """Prints each message as an error, then the note, and ends the command with that status."""
    for message in messages:
        print(f"error: {message}", file=sys.stderr)
    if note:
        print(note, file=sys.stderr)
    raise typer.Exit(status)


class Commands(TyperGroup):
    """The commands, with the package's own errors turned into messages. Any other error is a bug and shows as one."""

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Reads the call; some options, such as --help, already print."""
        try:
            return super().make_context(*arguments, **options)
        except BrokenPipeError:
            raise ClosedPipe from None

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was called."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ClosedPipe from None
        except UnknownName as error:
            fail(CALL_IS_WRONG, *in_commands(str(error)).splitlines())
        except (*_WRONG_CALLS, FileExistsError, FileNotFoundError) as error:
            fail(CALL_IS_WRONG, error)
        except DataFileError as error:
            fail(DATA_ARE_WRONG, error)
        except FailuresError as error:
            fail(DATA_ARE_WRONG, *error.failures)
        except ModuleNotFoundError as error:
            library = (error.name or "").partition(".")[0]
            if library in SPARK:
                fail(CALL_IS_WRONG, MissingExtra("spark", "checking on Spark"))
            if library not in BUILD:
                raise
            fail(CALL_IS_WRONG, MissingExtra("build", "this command"))

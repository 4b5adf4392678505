"""What can go wrong, each with the thing, the place and the next step in its message."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


class KarabakhDataError(Exception):
    """Any error that this package raises about its data. It can be copied and sent to another process."""

    def __reduce__(self) -> tuple[Callable[..., KarabakhDataError], tuple[Any, ...]]:
        # Not by the constructor, as exceptions are by default: it is given the message, and many take other arguments.
        # A process pool waits for ever for an error that it cannot rebuild.
        return _rebuilt, (type(self), self.args, vars(self))


def _rebuilt(kind: type[KarabakhDataError], args: tuple[Any, ...], attributes: dict[str, Any]) -> KarabakhDataError:
    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update(attributes)
    return error


class FailuresError(KarabakhDataError, ValueError):
    """Something is wrong in several places. `failures` lists all of them, a sentence each; the message joins them."""

    def __init__(self, failures: Iterable[object]) -> None:
        self.failures = [str(failure) for failure in failures]
        super().__init__("\n".join(self.failures))


class UnknownName(KarabakhDataError, LookupError):
    """What is asked for by name does not exist: table, record, article, rule; or several tables have the id."""


class DataFileError(KarabakhDataError, ValueError):
    """A file of the data is missing, cannot be read, or is not what its name says."""


class NoPackage(KarabakhDataError, FileNotFoundError):
    """There is nothing at the path where a package should be."""


class NoPage(KarabakhDataError, FileNotFoundError):
    """The explorer's page, or a table that it shows, is not at hand."""


class NoCheckout(KarabakhDataError, FileNotFoundError):
    """What only a checkout of the repository has, such as articles and codings, is not at hand."""


class UnfitPackage(KarabakhDataError, ValueError):
    """There is something at the path where a package should be, and it is none, or one without a table of ours."""


class WrongCall(KarabakhDataError, ValueError):
    """A function is asked for what it cannot do, such as more examples than there is room for."""


class UnfitValues(FailuresError):
    """Values that a format has no way to hold."""


class UnwritableTarget(KarabakhDataError, OSError):
    """A file or folder cannot be written where it is meant to be."""

    def __init__(self, target: Path, error: OSError) -> None:
        reason = error.strerror or " ".join(str(error).split())
        where = f": {error.filename}" if error.filename else ""
        super().__init__(f"{target} cannot be written ({reason}{where}); nothing is left there: name another place")


class MissingJava(KarabakhDataError, FileNotFoundError):
    """Spark finds no Java on this machine."""


class MissingExtra(KarabakhDataError, ImportError):
    """A library is absent that only some uses of the package need."""

    def __init__(self, extra: str, purpose: str) -> None:
        install = f"pip install 'karabakh-data[{extra}]'"
        super().__init__(f"{purpose} needs more than was installed: {install}, or in a clone pip install '.[{extra}]'")


def unknown(kind: str, name: str, known: Iterable[str], step: str) -> UnknownName:
    """The error that there is no `kind` of that name: it lists the near misses among `known`, and the next step."""
    near = near_misses(name, known)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    return UnknownName(f"there is no {kind} '{name}'{hint} {step}")


def near_misses(name: str, known: Iterable[str], count: int = 5) -> list[str]:
    """At most `count` of the known names that resemble the name: those spelt alike first, then those that hold it.

    A letter or two are held by half of all names, and tell nothing of what was meant.
    """
    from difflib import get_close_matches

    names = {one.lower(): one for one in sorted(set(known))}
    alike = get_close_matches(name.lower(), names, n=count)
    holding = [one for one in names if len(name) > 2 and name.lower() in one]
    return [names[one] for one in dict.fromkeys([*alike, *holding])][:count]

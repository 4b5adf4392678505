"""First on the path of a new Python process, it keeps that process off every network."""

from __future__ import annotations

import sys

REACHING_OUT = frozenset(
    {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
)


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raises RuntimeError where the process is about to use a network."""
    if event in REACHING_OUT:
        raise RuntimeError(f"there is no network here, and none should be needed: {event}{arguments[1:]}")


sys.addaudithook(refuse)

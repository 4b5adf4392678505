"""The Spark cluster that a call names: whether it can be one, and whether anything answers there."""

from __future__ import annotations

import re
import socket
from urllib.parse import urlsplit

from karabakh_data.cli.exits import CALL_IS_WRONG, fail

STANDALONE = "spark://"
MASTER = re.compile(r"(spark|k8s)://.+|yarn|local(-cluster)?(\[.+\])?")
PATIENCE_S = 10


def refuse_unreachable(master: str) -> None:
    """Ends the command if the URL names no cluster, or a cluster of Spark's own of which no master answers.

    Spark would try for a minute and then fail for another reason. Other managers of clusters are left to Spark.
    """
    if not MASTER.fullmatch(master):
        fail(CALL_IS_WRONG, f"'{master}' names no cluster: use spark://HOST:PORT, k8s://URL, yarn or local[CORES]")
    if not master.startswith(STANDALONE):
        return
    failures = []
    for place in master.removeprefix(STANDALONE).split(","):  # several where one stands in for another
        try:
            url = urlsplit(STANDALONE + place)
            if not url.hostname or not url.port:
                raise ValueError("it needs a host and a port")
            socket.create_connection((url.hostname, url.port), PATIENCE_S).close()
            return
        except (OSError, ValueError) as error:
            failures.append(f"{STANDALONE}{place}: no Spark master answers there ({error})")
    fail(CALL_IS_WRONG, *failures)

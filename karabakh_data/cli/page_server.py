"""A server for the explorer's page: on this machine alone, for this machine's browsers, and of its own files only."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from karabakh_data.errors import NoPage, WrongCall
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.tables import PACKAGE, table_path
from karabakh_data.version import __version__

LOOPBACK = "127.0.0.1"
INDEX = "index.html"

# What the page may load: its own files, and nothing that stands in the document itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # another version may be served from the same address tomorrow
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
}


def page_folder(named: Path | None = None) -> Path:
    """The folder of the built page: the one that is named, or else the first of three that holds it.

    These are the package's own, that of the checkout in which the package stands, and that of the checkout which is the
    working folder, as `make page` builds it there. Raises NoPage where there is none.
    """
    built = Path("build") / "page"
    folders = [named] if named else [PACKAGE / "page", PACKAGE.parent / built, Path.cwd() / built]
    for folder in folders:
        if (folder / INDEX).is_file():
            return folder
    if named:
        raise NoPage(
            f"{named} holds no {INDEX}, so it is no built page: name the folder that `make page` made, or another"
        )
    raise NoPage(
        f"the explorer's page is not built: no {INDEX} in {', '.join(map(str, dict.fromkeys(folders)))}. "
        "A released wheel holds the page. In a checkout, `make page` builds it into build/page (node 20 or later); "
        "then call explore in that checkout, or from anywhere with --page and that folder"
    )


def served(page: Path, data: Path | None = None) -> dict[str, Path]:
    """The files of a built page and the tables by the paths at which they are served.

    The tables are the package's, or those of the folder `data`. Raises DataFileError or NoPage for one that is missing.
    """
    files = {f"/{file.relative_to(page).as_posix()}": file for file in page.rglob("*") if file.suffix in TYPES}
    files = {path: file for path, file in files.items() if file.is_file() and not file.is_symlink()}
    tables = {name: table_path(name) if data is None else data / f"{name}.parquet" for name in TABLE_NAMES}
    missing = [str(file) for file in tables.values() if not file.is_file()]
    if missing:
        raise NoPage(f"the page needs every table, and these are no files: {', '.join(missing)}")
    return {**files, "/": page / INDEX} | {f"/data/{name}.parquet": file for name, file in tables.items()}


def server(files: Mapping[str, Path], port: int = 0) -> ThreadingHTTPServer:
    """A server of these files on loopback; port 0 takes a free one. Raises WrongCall if the port cannot be had.

    What is asked for by another host's name is refused, so that no page elsewhere can have its own name lead here
    (DNS rebinding). There is nothing to list and no way out of a folder: a path is one of `files`, or not found.
    """

    class Handler(BaseHTTPRequestHandler):
        server_version = f"karabakh-data/{__version__}"
        sys_version = ""
        timeout = 30

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def _answer(self, *, with_body: bool) -> None:
            if self.headers.get("Host", "").lower() not in hosts:
                self._refuse(HTTPStatus.MISDIRECTED_REQUEST, f"this server answers as {address} only")
                return
            file = files.get(unquote(urlsplit(self.path).path))
            try:
                body = None if file is None else file.read_bytes()
            except OSError:
                body = None
            if file is None or body is None:
                self._refuse(HTTPStatus.NOT_FOUND, "nothing is served at this path")
                return
            self._send(HTTPStatus.OK, TYPES[file.suffix], body, with_body=with_body)

        def _refuse(self, status: HTTPStatus, why: str) -> None:
            self._send(status, "text/plain; charset=utf-8", f"{why}\n".encode(), with_body=self.command != "HEAD")

        def _send(self, status: HTTPStatus, kind: str, body: bytes, *, with_body: bool) -> None:
            self.send_response(status)
            for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing: the terminal shows where the page is, and no list of its files."""

    try:
        made = ThreadingHTTPServer((LOOPBACK, port), Handler)
    except (OSError, OverflowError) as error:
        raise WrongCall(f"the port {port} cannot be had ({error}): name another with --port, or none") from error
    address = address_of(made)
    hosts = {f"{name}:{made.server_port}" for name in (LOOPBACK, "localhost")}
    if made.server_port == 80:
        hosts |= {LOOPBACK, "localhost"}
    return made


def address_of(made: ThreadingHTTPServer) -> str:
    """Where the server's page is."""
    return f"http://{LOOPBACK}:{made.server_port}/"

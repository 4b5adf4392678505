"""`explore` serves the page to this machine alone, and of its files nothing but the page and the tables."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from installed import ROOT
from typer.testing import Result

from karabakh_data.cli import explore, page_server
from karabakh_data.cli.page_server import HEADERS, LOOPBACK, POLICY, page_folder, served, server
from karabakh_data.reader.each_table import TABLE_NAMES

INDEX = "<!doctype html><title>a stand-in</title>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A package's folder with a page in it, and a file beside the page that is not to be had."""
    folder = tmp_path / "package" / "page"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    (folder / "page.js").write_text("0")
    (folder / "notes.orig").write_text("not part of the page")
    (tmp_path / "secret.json").write_text("{}")
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    return folder


@pytest.fixture
def port(page: Path) -> Iterator[int]:
    """The port at which the page is served."""
    with server(served(page)) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made.server_port
        made.shutdown()
        thread.join()


def ask(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"{LOOPBACK}:{port}"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_page_and_every_table_come_with_their_types(port: int, data: Path) -> None:
    response, body = ask(port, "/")
    assert (response.status, body.decode()) == (HTTPStatus.OK, INDEX)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert ask(port, "/page.js?version=1")[0].headers["Content-Type"] == "text/javascript; charset=utf-8"
    for name in TABLE_NAMES:
        response, body = ask(port, f"/data/{name}.parquet")
        assert (response.status, body) == (HTTPStatus.OK, (data / f"{name}.parquet").read_bytes())


@pytest.mark.parametrize("path", ["/", "/nothing", "/data/events.parquet"])
def test_each_answer_forbids_what_the_page_does_not_need(port: int, path: str) -> None:
    response, _ = ask(port, path)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in POLICY


def test_the_document_itself_states_the_same_policy() -> None:
    document = (ROOT / "explorer" / "src" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', document) == [POLICY]


@pytest.mark.parametrize(
    "path",
    [
        "/../../secret.json",
        "/%2e%2e/%2e%2e/secret.json",
        "/data/../../../secret.json",
        "//etc/passwd",
        "/link.json",
        "/notes.orig",
        "/data/",
        "/data",
        "/data/nothing.parquet",
        "/index.html/",
        "/page.js%00",
        "/%ff",
        "http://elsewhere/secret.json",
    ],
)
def test_nothing_else_is_served(port: int, path: str) -> None:
    response, body = ask(port, path)
    assert response.status == HTTPStatus.NOT_FOUND
    assert b"{}" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "[::1]:{port}", "127.0.0.1.nip.io:{port}"]
)
def test_another_hosts_name_is_refused(port: int, host: str) -> None:
    assert ask(port, "/", host.format(port=port))[0].status == HTTPStatus.MISDIRECTED_REQUEST


def test_this_machines_names_are_not(port: int) -> None:
    assert ask(port, "/", f"LocalHost:{port}")[0].status == HTTPStatus.OK


def test_head_has_no_body_and_nothing_can_be_sent(port: int) -> None:
    response, body = ask(port, "/", method="HEAD")
    assert (response.headers["Content-Length"], body) == (str(len(INDEX)), b"")
    assert ask(port, "/", method="POST")[0].status == HTTPStatus.NOT_IMPLEMENTED


def test_it_listens_on_loopback_only(page: Path) -> None:
    with server(served(page)) as made:
        assert made.server_address[0] == LOOPBACK
        assert made.socket.family == socket.AF_INET


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, for a package that holds no page and stands in no checkout."""
    monkeypatch.setattr(page_server, "PACKAGE", tmp_path / "site-packages" / "karabakh_data")
    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def made_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    return folder


def test_a_page_that_was_not_built_says_how(run: Callable[..., Result], elsewhere: Path) -> None:
    result = run("explore", "--no-browser")
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "make page" in said
    assert "--page" in said
    assert str(elsewhere / "build" / "page").replace(" ", "") in said.replace(" ", "")


def test_an_installed_package_finds_the_page_of_the_checkout_that_one_is_in(elsewhere: Path) -> None:
    made = made_in(elsewhere / "build" / "page")
    assert page_folder() == made


def test_its_own_page_comes_first_and_a_named_one_before_it(elsewhere: Path) -> None:
    made_in(elsewhere / "build" / "page")
    own = made_in(page_server.PACKAGE / "page")
    assert page_folder() == own
    other = made_in(elsewhere / "other")
    assert page_folder(other) == other


def test_a_named_folder_without_a_page_is_refused(run: Callable[..., Result], elsewhere: Path) -> None:
    made_in(elsewhere / "build" / "page")
    result = run("explore", "--no-browser", "--page", elsewhere)
    assert result.exit_code == 2
    assert "holds no index.html" in " ".join(result.stderr.split())


def test_a_checkouts_own_page_is_found(tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server, "PACKAGE", tmp_path / "package")
    made = made_in(tmp_path / "build" / "page")
    assert page_folder() == made


def test_a_folder_without_every_table_is_refused(
    run: Callable[..., Result], page: Path, own_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "PACKAGE", page.parent)
    (own_copy / "claims.parquet").unlink()
    result = run("explore", "--no-browser", "--data", own_copy)
    assert result.exit_code == 2
    assert str(own_copy / "claims.parquet") in result.stderr
    assert "events.parquet" not in result.stderr


def test_a_port_that_is_taken_is_named(
    run: Callable[..., Result], page: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "PACKAGE", page.parent)
    result = run("explore", "--no-browser", "--port", port)
    assert result.exit_code == 2
    assert f"the port {port} cannot be had" in result.stderr


def test_ctrl_c_ends_it_well(page: Path, data: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from karabakh_data.cli import app, page_server; "
        f"page_server.PACKAGE = Path({str(page.parent)!r}); app(['explore', '--no-browser', '--data', {str(data)!r}])"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        port = int(re.findall(r"http://127\.0\.0\.1:(\d+)/", line)[0])
        assert ask(port, "/")[1].decode() == INDEX
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0


def test_it_opens_a_browser_unless_told_not_to(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(page_server, "PACKAGE", page.parent)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("http.server.ThreadingHTTPServer.serve_forever", lambda _: None)
    explore.explore(port=0, browser=True, data=None)
    explore.explore(port=0, browser=False, data=None)
    assert len(opened) == 1
    assert opened[0].startswith(f"http://{LOOPBACK}:")

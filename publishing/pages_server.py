"""Serve a built site as GitHub Pages serves a project site.

The site is under a base path. `/folder` redirects to `/folder/`, `/file` answers with file.html,
names are case-sensitive, folders are not listed, and a missing address gets the root's 404.html.
Browsers may cache for ten minutes.
"""

import gzip
import mimetypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_COMPRESSED = (
    ".avif", ".jpg", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".png", ".webp",
    ".woff2",
)  # fmt: skip


class PagesAnswer(NamedTuple):
    """The answer to a request: a status, with a file or the address of a redirect."""

    status: int
    file: Path | None = None
    location: str = ""


def answer(folder: Path, base: str, url: str) -> PagesAnswer:
    """Return the answer to `url`, absolute or a path, for the site in `folder` under `base`."""
    path = unquote(urlsplit(url).path)
    if path == base.rstrip("/"):
        return PagesAnswer(301, location=base)
    if not path.startswith(base):
        return PagesAnswer(404)
    missing = PagesAnswer(404, folder / "404.html")
    if "//" in path or ".." in path.split("/"):
        return missing
    file = folder / path.removeprefix(base)
    if path.endswith("/"):
        file /= "index.html"
    elif file.is_dir():
        return PagesAnswer(301, location=f"{path}/")
    elif not file.is_file():
        file = file.with_name(f"{file.name}.html")
    return PagesAnswer(200, file) if file.is_file() else missing


@cache
def transfer_size(file: Path) -> int:
    """Return the bytes that are sent for `file`: gzipped, unless it is compressed already."""
    content = file.read_bytes()
    return len(content) if file.suffix in _COMPRESSED else len(gzip.compress(content, 9))


@contextmanager
def serve(folder: Path, base: str = "/grok-azure/") -> Iterator[str]:
    """Serve `folder` under `base` and yield the site's URL, which ends with a slash."""
    server = _PagesServer(("127.0.0.1", 0), partial(_PagesHandler, folder, base))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _PagesServer(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore browsers that leave before they are answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _PagesHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise a body waits 40 ms for the client to acknowledge the headers.
    disable_nagle_algorithm = True

    def __init__(self, folder: Path, base: str, *args: object) -> None:
        self.folder = folder
        self.base = base
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        status, file, location = answer(self.folder, self.base, self.path)
        body = file.read_bytes() if file else b""
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        else:
            kind = mimetypes.guess_type(file.name)[0] if file else None
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: tests report what matters."""

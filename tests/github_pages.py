"""A server that answers as GitHub Pages does for a project site.

The site stands under a base path; `/folder` is redirected to `/folder/`, `/file` shows
file.html, names are case-sensitive, folders are not listed, and whatever is missing is
answered by 404 with the root's 404.html. Browsers may keep what they get for ten minutes.
"""

import mimetypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit


@contextmanager
def serve(folder: Path, base: str = "/grok-azure/") -> Iterator[str]:
    """Serve `folder` under `base` and give the site's address, which ends with a slash."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder, base))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone elsewhere while it was being answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, *args: object) -> None:
        self.folder = folder
        self.base = base
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == self.base.rstrip("/"):
            return self._redirect(self.base)
        if not path.startswith(self.base):
            return self._answer(404, None)
        relative = path.removeprefix(self.base)
        if ".." in relative.split("/") or "//" in relative:
            return self._answer(404, self.folder / "404.html")
        target = self.folder / relative
        if relative.endswith("/") or not relative:
            file = target / "index.html"
        elif target.is_dir():
            return self._redirect(f"{path}/")
        else:
            file = target if target.is_file() else target.with_name(f"{target.name}.html")
        if file.is_file():
            return self._answer(200, file)
        return self._answer(404, self.folder / "404.html")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _redirect(self, location: str) -> None:
        self.send_response(301)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, file: Path | None) -> None:
        body = file.read_bytes() if file else b""
        kind = mimetypes.guess_type(file.name)[0] if file else None
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests report what matters."""

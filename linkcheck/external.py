"""The command: `python -m linkcheck.external [FILE]`, which asks addresses of other sites.

Apart from `python -m linkcheck`: it needs the network, and servers turn checkers away, so it
calls broken only what is certain to be.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ada_url import URL

from linkcheck.checker import CannotRunError
from linkcheck.lychee import Answer, Patience, ask

NOTHING_GONE, SOMETHING_GONE, COULD_NOT_RUN = 0, 1, 2

_CACHED_FOR = 24 * 60 * 60


class State(StrEnum):
    """What became of an address, in the order of the table."""

    GONE = "gone"
    UNSURE = "could not tell"
    MOVED = "moved"
    FINE = "fine"


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    state: State
    status: str
    address: str
    label: str


def main(arguments: Sequence[str]) -> int:
    """Ask every address, print the table and return the exit code."""
    options = _parser().parse_args(arguments)
    patience = Patience(options.timeout, options.retries, options.retry_wait, options.interval)
    try:
        labels = _read(options.file)
        cache = _read_cache(options.cache) if options.cache else {}
        answers = ask([address for address in labels if address not in cache], patience)
        if len(answers) == len(labels) > 1 and all(answer.no_host for answer in answers.values()):
            raise CannotRunError("not one host was found: is there a network?")
    except CannotRunError as error:
        print(f"linkcheck: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    rows = [_row(address, label, answers.get(address)) for address, label in labels.items()]
    print(FORMATS[options.format](rows))
    if options.cache:
        fine = [row.address for row in rows if row.state is State.FINE]
        _write_cache(options.cache, {name: cache.get(name, time.time()) for name in fine})
    return SOMETHING_GONE if any(row.state is State.GONE for row in rows) else NOTHING_GONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="linkcheck.external",
        description="Ask addresses of the web, politely, and tell which are gone.",
        epilog="Exit code: 0 nothing is gone, 1 something is, 2 it could not run.",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="an address a line, after a label and a tab or alone; standard input by default",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text by default")
    parser.add_argument(
        "--cache", metavar="FILE", type=Path, help="do not ask again for a day what was fine"
    )
    for name, kind, default, what in (
        ("--timeout", int, 20, "seconds for an answer"),
        ("--retries", int, 2, "how often to ask again where that may help"),
        ("--retry-wait", int, 5, "seconds before that, each time doubled"),
        ("--interval", float, 1, "seconds between two requests to a host"),
    ):
        parser.add_argument(
            name, metavar="N", type=kind, default=default, help=f"{what}: {default} by default"
        )
    return parser


def _read(file: Path | None) -> dict[str, str]:
    """Return each address with its labels.

    Raises:
        CannotRunError: it cannot be read, or there is something else than addresses, or nothing.
    """
    try:
        text = file.read_text(encoding="utf-8") if file else sys.stdin.read()
    except (OSError, UnicodeError) as error:
        raise CannotRunError(f"the addresses cannot be read: {error}") from None
    labels: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        label, _, address = line.strip().rpartition("\t")
        if not address:
            continue
        if not _is_address(address):
            raise CannotRunError(
                f"line {number}: “{address}” is not an address: write https://…, "
                "alone or after a label and a tab"
            )
        labels[address] = ", ".join(filter(None, (labels.get(address), label)))
    if not labels:
        raise CannotRunError("there is no address to ask: give one a line")
    return labels


def _is_address(text: str) -> bool:
    try:
        return URL(text).protocol in ("https:", "http:")
    except ValueError:
        return False


def _row(address: str, label: str, answer: Answer | None) -> Row:
    """Return an address's row; what was not asked was fine when it last was."""
    if answer is None:
        return Row(State.FINE, "", address, label)
    if answer.no_host or answer.status in (404, 410):
        state = State.GONE
    elif not answer.fine:
        state = State.UNSURE
    else:
        state = State.MOVED if answer.final else State.FINE
    led = f" → {answer.final}" if answer.final else ""
    return Row(state, answer.reason, f"{address}{led}", label)


def _read_cache(file: Path) -> dict[str, float]:
    """Return when each address was fine, where that is recent.

    Only what was fine is kept: the rest is asked anew, to be told as it now is.
    """
    try:
        times = json.loads(file.read_text(encoding="utf-8"))
        return {name: at for name, at in times.items() if time.time() - at < _CACHED_FOR}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}  # none yet, or damaged: then everything is asked


def _write_cache(file: Path, times: dict[str, float]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(times, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        print(f"linkcheck: nothing is cached: {error}", file=sys.stderr)


_HEADINGS = ("state", "status", "address", "label")


def _as_text(rows: Sequence[Row]) -> str:
    cells = _cells(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    return "\n".join([*(lines if len(lines) > 1 else []), _counts(rows)])


def _as_markdown(rows: Sequence[Row]) -> str:
    lines = ["| " + " | ".join(map(_escape, cells)) + " |" for cells in _cells(rows)]
    table = [lines[0], "|---|---|---|---|", *lines[1:], ""]
    return "\n".join([*(table if len(lines) > 1 else []), _counts(rows)])


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


FORMATS = {"text": _as_text, "markdown": _as_markdown}


def _cells(rows: Iterable[Row]) -> list[tuple[str, str, str, str]]:
    order = list(State)
    told = sorted(
        (row for row in rows if row.state is not State.FINE), key=lambda row: order.index(row.state)
    )
    return [_HEADINGS, *((row.state, row.status, row.address, row.label) for row in told)]


def _counts(rows: Iterable[Row]) -> str:
    counts = Counter(row.state for row in rows)
    return ", ".join(f"{counts[state]} {state}" for state in State)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The command: options, cache and table."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from ada_url import URL

from linkcheck.__main__ import COULD_NOT_RUN
from linkcheck.errors import CannotRunError
from linkcheck.external.lychee import Patience, WebAnswer, ask

NOTHING_GONE, SOMETHING_GONE = 0, 1

_CACHED_FOR = 24 * 60 * 60


class AddressState(StrEnum):
    """The state of an address, in the order of the table."""

    GONE = "gone"
    UNSURE = "could not tell"
    MOVED = "moved"
    FINE = "fine"


class CheckedAddress(NamedTuple):
    """A row of the table."""

    state: AddressState
    status: str
    address: str
    label: str


def main(arguments: Sequence[str]) -> int:
    """Request every address, print the table and return the exit code."""
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
    rows = [_checked(address, label, answers.get(address)) for address, label in labels.items()]
    print(FORMATS[options.format](rows))
    if options.cache:
        fine = [row.address for row in rows if row.state is AddressState.FINE]
        _write_cache(options.cache, {name: cache.get(name, time.time()) for name in fine})
    is_gone = any(row.state is AddressState.GONE for row in rows)
    return SOMETHING_GONE if is_gone else NOTHING_GONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="linkcheck.external",
        description="Request addresses of the web, politely, and report which are gone.",
        epilog="Exit code: 0 nothing is gone, 1 something is, 2 the check could not run.",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="an address per line, alone or after a label and a tab; standard input by default",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text by default")
    parser.add_argument(
        "--cache", metavar="FILE", type=Path, help="skip for a day the addresses that were fine"
    )
    for name, kind, default, what in (
        ("--timeout", int, 20, "seconds to wait for a response"),
        ("--retries", int, 2, "how often to repeat a request that may succeed later"),
        ("--retry-wait", int, 5, "seconds before the first retry, doubled each time"),
        ("--interval", float, 1, "seconds between two requests to a host"),
    ):
        parser.add_argument(
            name, metavar="N", type=kind, default=default, help=f"{what}: {default} by default"
        )
    return parser


def _read(file: Path | None) -> dict[str, str]:
    """Return the labels of each address.

    Raises:
        CannotRunError: the file cannot be read, contains something else, or is empty.
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
        raise CannotRunError("there is no address to request: give one per line")
    return labels


def _is_address(text: str) -> bool:
    try:
        return URL(text).protocol in ("https:", "http:")
    except ValueError:
        return False


def _checked(address: str, label: str, answer: WebAnswer | None) -> CheckedAddress:
    """Return the row of an address; one without an answer is in the cache."""
    if answer is None:
        return CheckedAddress(AddressState.FINE, "", address, label)
    if answer.no_host or answer.status in (404, 410):
        state = AddressState.GONE
    elif not answer.success:
        state = AddressState.UNSURE
    else:
        state = AddressState.MOVED if answer.final else AddressState.FINE
    final = f" → {answer.final}" if answer.final else ""
    return CheckedAddress(state, answer.reason, f"{address}{final}", label)


def _read_cache(file: Path) -> dict[str, float]:
    """Return when each address was fine, if that is recent."""
    try:
        times = json.loads(file.read_text(encoding="utf-8"))
        return {name: at for name, at in times.items() if time.time() - at < _CACHED_FOR}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}  # missing or damaged: every address is requested


def _write_cache(file: Path, times: dict[str, float]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(times, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        print(f"linkcheck: nothing is cached: {error}", file=sys.stderr)


def _as_text(rows: Sequence[CheckedAddress]) -> str:
    cells = _cells(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    return "\n".join([*(lines if len(lines) > 1 else []), _totals(rows)])


def _as_markdown(rows: Sequence[CheckedAddress]) -> str:
    lines = [
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in _cells(rows)
    ]
    table = [lines[0], "|---|---|---|---|", *lines[1:], ""]
    return "\n".join([*(table if len(lines) > 1 else []), _totals(rows)])


FORMATS = {"text": _as_text, "markdown": _as_markdown}


def _cells(rows: Sequence[CheckedAddress]) -> list[tuple[str, str, str, str]]:
    order = (AddressState.GONE, AddressState.UNSURE, AddressState.MOVED)
    listed = [row for state in order for row in rows if row.state is state]
    return [CheckedAddress._fields, *listed]


def _totals(rows: Iterable[CheckedAddress]) -> str:
    counts = Counter(row.state for row in rows)
    return ", ".join(f"{counts[state]} {state}" for state in AddressState)

"""The command `python -m dossier`, which reads data/ and docs/ of the current folder."""

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dossier.catalog.refresh import RefreshError, refresh
from dossier.evidence.claims import load_claims
from dossier.files.problems import DossierError
from dossier.pages.page import read_pages
from dossier.parity import differences
from dossier.translation.acceptance import UnknownPageError, accept
from dossier.translation.report import report
from dossier.translation.state import translation_states
from dossier.typography.proofreader import proofread, write

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    parser = argparse.ArgumentParser(prog="dossier", description="Check and update the dossier.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Command, description: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=description)
        command.set_defaults(run=run)
        return command

    add("addresses", _addresses, "each source that has one: key, tab, address")
    add("translations", _translations, "sections that are stale or not translated")
    accept_ = add("translations-accept", _accept, "record that a page is up to date")
    accept_.add_argument("page", metavar="PAGE", help="its address, as in incident/, or its file")
    parity = add("parity", _parity, "differences between the pages of the two languages")
    parity.add_argument("page", nargs="?", metavar="PAGE", help="a page's address, as incident/")
    typo = add("typo", _typo, "typography errors; exit code 1 if any is left")
    typo.add_argument("--fix", action="store_true", help="fix those that have a single fix")
    refresh_ = add("catalog-refresh", _refresh, "what documents changed")
    refresh_.add_argument("--write", action="store_true", help="write it to data/catalog/")
    refresh_.add_argument("--url", default="", help="the address of a copy of the documents")
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except (DossierError, UnknownPageError, RefreshError) as error:
        print(error, file=sys.stderr)
        return 1


def _addresses(_options: argparse.Namespace) -> int:
    sources = load_claims(Path("data"))[1]
    for key, source in sources.items():
        if source.url:
            print(f"{key}\t{source.url}")
    return 0


def _translations(_options: argparse.Namespace) -> int:
    states = translation_states(read_pages(Path("docs")))
    print(report(states))
    return int(any(page.state != "current" for page in states))


def _accept(options: argparse.Namespace) -> int:
    print(f"{accept(read_pages(Path('docs')), options.page)} is up to date with the French page")
    return 0


def _parity(options: argparse.Namespace) -> int:
    found = differences(read_pages(Path("docs")), options.page)
    for difference in found:
        print(difference)
    return 1 if found else 0


def _typo(options: argparse.Namespace) -> int:
    proofs = proofread(Path())
    fixable = sorted(problem for proof in proofs for problem in proof.fixable)
    left = [problem for proof in proofs for problem in proof.unfixable]
    if options.fix:
        for proof in proofs:
            write(proof)
        for problem in fixable:
            print(f"{problem} (fixed)")
    else:
        left += fixable
    for problem in sorted(left):
        print(problem)
    print(f"typography errors: {len(left)}" + (f", fixed: {len(fixable)}" if options.fix else ""))
    return 1 if left else 0


def _refresh(options: argparse.Namespace) -> int:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    for line in refresh(Path("data/catalog"), options.url, today, options.write):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m dossier COMMAND`: works on data/ and docs/ of the folder that it is run in."""

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier.catalog.models_dev import ADDRESS, ModelsDevError, fetch
from dossier.catalog.refresh import refresh
from dossier.evidence.claims import load_claims
from dossier.files.problems import DossierError
from dossier.pages.page import read_pages
from dossier.parity import differences
from dossier.translation.acceptance import UnknownPageError, accept
from dossier.translation.report import report
from dossier.translation.state import translation_states
from dossier.typography.proofreader import proofread, write


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    parser = argparse.ArgumentParser(prog="dossier", description="Read and mend the dossier.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    addresses = commands.add_parser("addresses", help="each source that has one: key, tab, address")
    addresses.set_defaults(run=_addresses)
    translations = commands.add_parser("translations", help="what is not translated, or stale")
    translations.set_defaults(run=_translations)
    accepting = commands.add_parser("translations-accept", help="record that a page is up to date")
    accepting.add_argument("page", metavar="PAGE", help="its address, as in incident/, or its file")
    accepting.set_defaults(run=_accept)
    parity = commands.add_parser("parity", help="what differs between the two languages' pages")
    parity.add_argument("page", nargs="?", metavar="PAGE", help="a page's address, as incident/")
    parity.set_defaults(run=_parity)
    typo = commands.add_parser("typo", help="faults of typography; exit code 1 if any is left")
    typo.add_argument("--mend", action="store_true", help="mend those that have one mend")
    typo.set_defaults(run=_typo)
    catalogue = commands.add_parser("catalog-refresh", help="what models.dev has new on prices")
    catalogue.add_argument("--write", action="store_true", help="write it to data/catalog/")
    catalogue.add_argument("--url", default=ADDRESS, help="another address than %(default)s")
    catalogue.set_defaults(run=_refresh)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except (DossierError, UnknownPageError, ModelsDevError) as error:
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
    mendable = sorted(fault for proof in proofs for fault in proof.mendable)
    left = sorted(fault for proof in proofs for fault in proof.left)
    if options.mend:
        for proof in proofs:
            write(proof)
        for fault in mendable:
            print(f"{fault} (mended)")
    else:
        left = sorted([*left, *mendable])
    for fault in left:
        print(fault)
    summary = f"faults of typography: {len(left)}"
    print(f"{summary}, mended: {len(mendable)}" if options.mend else summary)
    return 1 if left else 0


def _refresh(options: argparse.Namespace) -> int:
    content = fetch(options.url)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    for line in refresh(Path("data/catalog"), content, today, options.write):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

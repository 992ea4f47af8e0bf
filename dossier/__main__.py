"""`python -m dossier COMMAND`: what the dossier tells other programs, read from data/ here."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier.claims import load_claims
from dossier.problems import DossierError


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    parser = argparse.ArgumentParser(prog="dossier", description="Tell what the dossier holds.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    addresses = commands.add_parser("addresses", help="each source that has one: key, tab, address")
    addresses.set_defaults(run=_addresses)
    options = parser.parse_args(arguments)
    try:
        options.run()
    except DossierError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _addresses() -> None:
    _, sources = load_claims(Path("data"))
    for key, source in sources.items():
        if source.url:
            print(f"{key}\t{source.url}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

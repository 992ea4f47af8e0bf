"""Entry point of `python -m linkcheck.external`."""

import sys

from linkcheck.__main__ import run

if __name__ == "__main__":
    sys.exit(run("linkcheck.external.cli"))

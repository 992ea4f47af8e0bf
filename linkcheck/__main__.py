"""Entry point of `python -m linkcheck`."""

import sys

from linkcheck.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

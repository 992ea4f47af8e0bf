"""Entry point of `python -m linkcheck.external`."""

import sys

from linkcheck.__main__ import run


def main() -> int:
    """Run the command and return its exit code."""
    return run("linkcheck.external.cli")


if __name__ == "__main__":
    sys.exit(main())

"""`python -m publishing COMMAND`: make files from site/ in the working directory."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Error

from publishing.built_site import built_site
from publishing.chromium import browsing
from publishing.errors import PublishingError
from publishing.icons import MARK, TARGET, draw_icons
from publishing.pdf import print_stories
from publishing.screenshots import take_screenshots


def main(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    parser = argparse.ArgumentParser(prog="publishing", description="Make files of the built site.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser("pdf", help="print each story to .build/pdf, in both languages")
    commands.add_parser("screenshots", help="take eight pages into .build/screenshots")
    commands.add_parser("icons", help=f"draw the icons from {MARK}")
    try:
        make = _maker(parser.parse_args(arguments).command)
        with browsing() as browser:
            for file in make(browser):
                print(f"{file} ({file.stat().st_size // 1024} KB)", flush=True)
    except (PublishingError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except Error as error:
        print(f"error: Chromium failed: {error.message.splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


def _maker(command: str) -> Callable[[Browser], Iterator[Path]]:
    if command == "icons":
        return partial(draw_icons, mark=MARK, target=TARGET)
    make = print_stories if command == "pdf" else take_screenshots
    return partial(make, built_site(Path("site")), target=Path(".build", command))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

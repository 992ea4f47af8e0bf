"""`python -m publishing COMMAND`: works on site/ of the folder that it is run in."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error

from publishing.built_site import built_site
from publishing.chromium import NoChromiumError, browsing
from publishing.errors import PublishingError
from publishing.icons import MARK, TARGET, draw_icons
from publishing.pdf import print_stories
from publishing.screenshots import take_screenshots


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    parser = argparse.ArgumentParser(prog="publishing", description="Make files of the built site.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    pdf = commands.add_parser("pdf", help="print each story to .build/pdf, in both languages")
    pdf.set_defaults(run=_pdf)
    shots = commands.add_parser("screenshots", help="take eight pages into .build/screenshots")
    shots.set_defaults(run=_screenshots)
    icons = commands.add_parser("icons", help=f"draw the icons from the mark, {MARK}")
    icons.set_defaults(run=_icons)
    options = parser.parse_args(arguments)
    try:
        options.run()
    except (PublishingError, NoChromiumError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except Error as error:
        print(f"error: Chromium failed: {error.message.splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


def _pdf() -> None:
    site = built_site(Path("site"))
    with browsing() as browser:
        for file in print_stories(site, browser, Path(".build/pdf")):
            print(f"{file} ({file.stat().st_size // 1024} KB)", flush=True)


def _screenshots() -> None:
    site = built_site(Path("site"))
    with browsing() as browser:
        for file in take_screenshots(site, browser, Path(".build/screenshots")):
            print(file, flush=True)


def _icons() -> None:
    with browsing() as browser:
        for file in draw_icons(browser, MARK, TARGET):
            print(file, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

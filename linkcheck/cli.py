"""The command `python -m linkcheck SITE_DIR --site-url https://OWNER.github.io/REPO/`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from linkcheck.__main__ import COULD_NOT_RUN
from linkcheck.checker import check, open_site
from linkcheck.errors import CannotRunError
from linkcheck.findings import RULES
from linkcheck.report import FORMATS

FOUND_NOTHING, FOUND_SOMETHING = 0, 1


def main(arguments: Sequence[str]) -> int:
    """Check a site, print the report and return the exit code."""
    # File names and terminals may be in other encodings.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        ignored = [name.strip() for name in (options.ignore or "").split(",") if name.strip()]
        if unknown := [name for name in ignored if name not in RULES]:
            raise CannotRunError(f"there is no rule {', '.join(unknown)}: see linkcheck/README.md")
        if options.jobs < 1:
            raise CannotRunError(f"--jobs {options.jobs}: at least one process is needed")
        if not options.site_dir:
            raise CannotRunError("SITE_DIR is empty: name the folder of the built site")
        site = open_site(Path(options.site_dir), options.site_url)
        report = check(site, ignored, options.jobs)
    except CannotRunError as error:
        print(f"linkcheck: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        print(FORMATS[options.format](report), flush=True)
    except OSError as error:
        # Python would fail again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"linkcheck: the report cannot be written: {error.strerror}", file=sys.stderr)
        return COULD_NOT_RUN
    if report.likely_url:
        message = f"most addresses of the site itself start with {report.likely_url}"
        print(f"linkcheck: {message}: is --site-url {site.url} right?", file=sys.stderr)
    return FOUND_SOMETHING if report.findings else FOUND_NOTHING


class _ArgumentParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CannotRunError(f"{message}: see python -m linkcheck --help")


def _parser() -> argparse.ArgumentParser:
    parser = _ArgumentParser(
        prog="linkcheck",
        description="Check every address of a built static site, as GitHub Pages would serve it.",
        epilog="Exit code: 0 no findings, 1 findings, 2 the check could not run.",
    )
    parser.add_argument("site_dir", metavar="SITE_DIR", help="the built site")
    parser.add_argument(
        "--site-url", required=True, metavar="URL", help="its future URL, base path included"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text by default")
    parser.add_argument("--ignore", metavar="RULES", help="rules to ignore, separated by commas")
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=int,
        default=os.cpu_count() or 1,
        help="processes that read a large site: as many as there are cores by default",
    )
    return parser

"""The command `python -m linkcheck SITE_DIR --site-url https://OWNER.github.io/REPO/`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from linkcheck import __version__
from linkcheck.__main__ import COULD_NOT_RUN
from linkcheck.checker import Report, check, open_site
from linkcheck.errors import CannotRunError
from linkcheck.findings import RULES, Severity
from linkcheck.report import FORMATS
from linkcheck.settings import LISTS, read_settings
from linkcheck.sources import usual_folders

FOUND_NOTHING, FOUND_SOMETHING = 0, 1


def main(arguments: Sequence[str]) -> int:
    """Check a site, print the report and return the exit code."""
    # File names and terminals may be in other encodings.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _read_options(arguments)
        site = open_site(Path(options.site_dir), options.site_url)
        report = check(
            site, options.ignore, options.jobs, options.exclude, keep_external=bool(options.dump)
        )
        if options.dump:
            rows = (f"{' '.join(at.split())}\t{one}\n" for one, at in report.external.items())
            _write(options.dump, "".join(rows))
        sources = options.source or usual_folders(Path())
        text = FORMATS[options.format](report, [Path(one) for one in sources])
        if options.output:
            _write(options.output, f"{text}\n")
    except CannotRunError as error:
        print(f"linkcheck: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        if not options.output:
            print(text, flush=True)
    except OSError as error:
        # Python would fail again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"linkcheck: the report cannot be written: {error.strerror}", file=sys.stderr)
        return COULD_NOT_RUN
    if report.likely_url:
        message = f"most addresses of the site itself start with {report.likely_url}"
        print(f"linkcheck: {message}: is --site-url {site.url} right?", file=sys.stderr)
    return FOUND_SOMETHING if _fails(report, strict=options.strict) else FOUND_NOTHING


def _fails(report: Report, *, strict: bool) -> bool:
    return any(strict or finding.severity is Severity.ERROR for finding in report.findings)


def _write(file: str, text: str) -> None:
    try:
        Path(file).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else error
        raise CannotRunError(f"{file[:200]} cannot be written: {problem}") from None


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of the command line, of the configuration, and the defaults.

    Raises:
        CannotRunError: an option is missing or wrong.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    options = argparse.Namespace(**{**_DEFAULTS, **read_settings(Path())})
    for name, value in vars(given).items():
        setattr(options, name, [*getattr(options, name), *value] if name in LISTS else value)
    unknown = [name for name in options.ignore if name not in RULES]
    if unknown:
        raise CannotRunError(f"there is no rule {', '.join(unknown)}: see linkcheck/README.md")
    if options.format not in FORMATS:
        raise CannotRunError(f"there is no format {options.format}: use {', '.join(FORMATS)}")
    if options.jobs < 1:
        raise CannotRunError(f"--jobs {options.jobs}: at least one process is needed")
    if not options.site_dir:
        raise CannotRunError("SITE_DIR is missing: name the folder of the built site")
    if options.site_url is None:
        raise CannotRunError("--site-url is missing: write https://OWNER.github.io/REPO/")
    return options


class _ArgumentParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CannotRunError(f"{message}: see python -m linkcheck --help")


_DEFAULTS: dict[str, Any] = {
    "site_dir": None,
    "site_url": None,
    "format": "text",
    "ignore": [],
    "exclude": [],
    "source": [],
    "strict": False,
    "jobs": os.cpu_count() or 1,
    "output": None,
    "dump": None,
}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _parser() -> argparse.ArgumentParser:
    # An option that is not given is absent, so that the configuration counts.
    parser = _ArgumentParser(
        prog="linkcheck",
        description="Check every address of a built static site, as GitHub Pages would serve it.",
        epilog="Exit code: 0 no errors, 1 errors (with --strict also warnings), 2 the check could "
        "not run. Options may also be in linkcheck.toml, or [tool.linkcheck] in pyproject.toml.",
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("site_dir", metavar="SITE_DIR", nargs="?", help="the built site")
    add("--site-url", metavar="URL", help="its future URL, base path included")
    add("--format", choices=FORMATS, help="text by default")
    add(
        "--ignore", metavar="RULES", action="extend", type=_names,
        help="rules to ignore, separated by commas",
    )  # fmt: skip
    add(
        "--exclude", metavar="PATTERN", action="append",
        help="addresses to ignore, as written or absolute, with * for anything; repeatable",
    )  # fmt: skip
    add("--strict", action="store_true", help="fail for warnings too")
    add(
        "--source", metavar="DIR", action="append",
        help="a folder that MkDocs makes pages from, to name its files in annotations; repeatable",
    )  # fmt: skip
    add("--output", metavar="FILE", help="write the report to a file")
    add("--dump", metavar="FILE", help="write the addresses of other sites to a file")
    add(
        "--jobs", metavar="N", type=int,
        help="processes that read a large site: as many as there are cores by default",
    )  # fmt: skip
    add("--version", action="version", version=f"linkcheck {__version__}")
    return parser

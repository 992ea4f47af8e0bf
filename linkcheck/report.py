"""Reports for people, programs, GitHub's annotations and other tools."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from linkcheck import __version__
from linkcheck.checker import Report
from linkcheck.findings import RULES, Finding, Severity
from linkcheck.sources import source_of

_REPEATED = 3
"""On so many pages, and on a third of all, a finding is one of the theme: it is told once."""


def as_text(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return a line for each finding, a table of the rules, and a line of totals."""
    lines = [
        f"{finding.page}:{finding.line}: {finding.severity}: {finding.rule}: {_message(finding)}"
        for finding in _told(report)
    ]
    return "\n".join([*map(_on_one_line, lines), *_table(report), _totals(report)])


def as_json(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return a list of objects, one for each finding and on a line of its own."""
    objects = [
        json.dumps({**asdict(finding), "severity": finding.severity}, ensure_ascii=False)
        for finding in report.findings
    ]
    return "[\n" + ",\n".join(objects) + "\n]" if objects else "[]"


def as_github(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return GitHub's workflow commands, and a line of totals."""
    lines = []
    for finding in _told(report):
        file, line = source_of(finding, sources)
        lines.append(
            f"::{finding.severity} file={_property(file)},line={line},"
            f"title={_property(finding.rule)}::{_data(_message(finding))}"
        )
    return "\n".join([*lines, _totals(report)])


def as_markdown(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return a table of the findings, for comments and summaries, and a line of totals."""
    rows = [
        (f"{one.page}:{one.line}", one.severity, one.rule, _message(one)) for one in _told(report)
    ]
    head = ["| place | severity | rule | finding |", "|---|---|---|---|"] if rows else []
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join([*head, *lines, *([""] if rows else []), _totals(report)])


def as_sarif(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return SARIF 2.1.0, which code scanners read."""
    results = []
    for finding in _told(report):
        file, line = source_of(finding, sources)
        place = {
            "artifactLocation": {"uri": quote(os.fsencode(file))},
            "region": {"startLine": line},
        }
        results.append(
            {
                "ruleId": finding.rule,
                "level": finding.severity,
                "message": {"text": _message(finding)},
                "locations": [{"physicalLocation": place}],
            }
        )
    driver = {
        "name": "linkcheck",
        "version": __version__,
        "rules": [
            {"id": rule, "defaultConfiguration": {"level": severity}}
            for rule, severity in RULES.items()
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, indent=1, ensure_ascii=False)


def as_junit(report: Report, sources: Sequence[Path] = ()) -> str:
    """Return JUnit's XML: a test case for each rule, which fails for errors."""
    found: dict[str, list[Finding]] = {rule: [] for rule in RULES}
    for finding in _told(report):
        found[finding.rule].append(finding)
    failures = sum(bool(one) and RULES[rule] is Severity.ERROR for rule, one in found.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name="linkcheck" tests="{len(RULES)}" failures="{failures}">',
    ]
    for rule, findings in found.items():
        lines.append(f'<testcase classname="linkcheck" name="{rule}">')
        if findings:
            name = "failure" if RULES[rule] is Severity.ERROR else "system-out"
            message = f' message="{len(findings)} findings"' if name == "failure" else ""
            told = [f"{one.page}:{one.line}: {_message(one)}" for one in findings]
            lines.append(f"<{name}{message}>{_xml(chr(10).join(map(_on_one_line, told)))}</{name}>")
        lines.append("</testcase>")
    return "\n".join([*lines, "</testsuite>"])


Format = Callable[[Report, Sequence[Path]], str]
FORMATS: dict[str, Format] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "markdown": as_markdown,
    "sarif": as_sarif,
    "junit": as_junit,
}


def _told(report: Report) -> Iterator[Finding]:
    """Yield the findings; one that repeats on many pages only once, with their number."""
    pages: dict[tuple[str, str], set[str]] = {}
    for finding in report.findings:
        if key := _key(finding):
            pages.setdefault(key, set()).add(finding.page)
    told = set()
    for finding in report.findings:
        key = _key(finding)
        count = len(pages[key]) if key else 1
        if count < _REPEATED or count * 3 < report.pages:
            yield finding
        elif key not in told:
            told.add(key)
            yield replace(finding, message=f"{finding.message} (the same on {count} pages)")


def _key(finding: Finding) -> tuple[str, str] | None:
    target = finding.resolved or finding.target
    return (finding.rule, target) if target else None


def _message(finding: Finding) -> str:
    return (f"{finding.target!r}: " if finding.target else "") + finding.message


def _on_one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", lambda match: repr(match[0])[1:-1], text)


def _table(report: Report) -> list[str]:
    """Return a line for each rule, the most frequent first, between two empty lines."""
    rules = Counter(finding.rule for finding in report.findings)
    width = max(map(len, rules), default=0)
    rows = [f"  {rule:<{width}}  {count:>6}" for rule, count in rules.most_common()]
    return ["", *rows, ""] if rows else []


def _totals(report: Report) -> str:
    kinds = Counter(finding.severity for finding in report.findings)
    errors, warnings = kinds[Severity.ERROR], kinds[Severity.WARNING]
    return (
        f"{report.pages} pages, {report.links} links, {len(report.findings)} findings"
        f" ({errors} errors, {warnings} warnings)"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Escape Markdown's and HTML's markup in a cell of a table."""
    return re.sub(r"([\\`*_\[\]<>|&])", r"\\\1", _on_one_line(text))


def _xml(text: str) -> str:
    return escape(re.sub(r"[\ud800-\udfff\ufffe\uffff]", "\ufffd", text))

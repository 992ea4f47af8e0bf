"""Reports for people, programs and GitHub's workflow annotations."""

import json
import re
from collections import Counter
from dataclasses import asdict

from linkcheck.checker import Report
from linkcheck.findings import Finding, Severity


def as_text(report: Report) -> str:
    """Return a line for each finding, a table of the rules, and a line of totals."""
    lines = [
        f"{finding.page}:{finding.line}: {finding.severity}: {finding.rule}: {_message(finding)}"
        for finding in report.findings
    ]
    return "\n".join([*map(_on_one_line, lines), *_table(report), _totals(report)])


def as_json(report: Report) -> str:
    """Return a list of objects, one for each finding and on a line of its own."""
    objects = [
        json.dumps({**asdict(finding), "severity": finding.severity}, ensure_ascii=False)
        for finding in report.findings
    ]
    return "[\n" + ",\n".join(objects) + "\n]" if objects else "[]"


def as_github(report: Report) -> str:
    """Return GitHub's workflow commands, and a line of totals."""
    lines = [
        f"::{finding.severity} file={_property(finding.page)},line={finding.line},"
        f"title={_property(finding.rule)}::{_data(_message(finding))}"
        for finding in report.findings
    ]
    return "\n".join([*lines, _totals(report)])


FORMATS = {"text": as_text, "json": as_json, "github": as_github}


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

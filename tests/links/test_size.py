"""The work grows with the size of a site and no faster, which counts show."""

import json
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from linkcheck.checker import open_site
from linkcheck.document import ParsedDocument
from linkcheck.findings import Finding
from linkcheck.readers import pieces
from linkcheck.readers.data import read_search_index
from linkcheck.readers.html import read_html
from linkcheck.readers.scripts import read_script
from linkcheck.rules.fragments import Fragment, check_fragment
from tests.links.made import HEAD, SITE_URL, findings, home, make
from tests.support.site import ROOT

MANY = 1_000


class CountedIds(dict[str, int]):
    """Ids that count how often one is visited, other than by its name."""

    visits = 0

    def __iter__(self) -> Iterator[str]:
        for name in super().__iter__():
            CountedIds.visits += 1
            yield name

    __reversed__ = __iter__

    def keys(self) -> Any:
        return list(self)


def test_fragments_are_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CountedIds, "visits", 0)
    ids = CountedIds({f"id{number}": number for number in range(MANY)})
    page = ParsedDocument("index.html", is_page=True, ids=ids)
    rules = []
    for number in range(MANY):
        for name in (f"id{number}", f"ID{number}", f"no{number}"):
            fragment = Fragment("index.html", name, 1, name, "", False)
            finding = check_fragment(page, fragment, {"index.html": page})
            rules.append(finding.rule if finding else "")
    assert rules == ["", "fragment-case", "missing-fragment"] * MANY
    assert CountedIds.visits <= 2 * MANY


def test_fragments_of_the_page_itself_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def check(document: ParsedDocument, fragment: Fragment, documents: Any) -> None:
        checked.append(fragment.name)

    monkeypatch.setattr("linkcheck.checker.check_fragment", check)
    make(tmp_path, home('<p id="a"><a href="#a">x</a><a href="#b">x</a>'))
    findings(tmp_path)
    assert "a" not in checked
    assert "b" in checked


def test_addresses_of_a_menu_are_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Fragment] = []

    def check(document: ParsedDocument, fragment: Fragment, documents: Any) -> None:
        kept.append(fragment)

    monkeypatch.setattr("linkcheck.checker.check_fragment", check)
    menu = f'{HEAD}<a href="../page/#a">x</a><a href="../page/#b">x</a>'
    make(tmp_path, {f"{number}/index.html": menu for number in range(20)})
    findings(tmp_path)
    assert len(kept) == 40
    assert len({id(text) for one in kept for text in one if isinstance(text, str)}) == 7


def test_conditional_comments_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    mention = ParsedDocument.mention

    def count(document: ParsedDocument, text: str) -> None:
        read.append(text)
        mention(document, text)

    monkeypatch.setattr(ParsedDocument, "mention", count)
    closed = "<!--[if IE]><script src=old.js></script><![endif]-->"
    html = HEAD + closed * MANY + "".join(f"<!--[if IE {n}]>{n}.js\n" for n in range(MANY))
    document = ParsedDocument("index.html")
    read_html(html, document)
    assert document.mentions == {"old.js", *(f"{number}.js" for number in range(MANY))}
    assert len("".join(read)) < len(html)


def test_names_that_scripts_make_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def count(name: str, pattern: str) -> bool:
        compared.append(name)
        return fnmatchcase(name, pattern)

    monkeypatch.setattr("linkcheck.rules.orphans.fnmatchcase", count)
    numbers = range(100)
    script = "".join(
        f"load(`chunk-{number}-${{hash}}.js`, `icon-${{a}}.png`)\n" for number in numbers
    )
    files = {
        "page/a.js": script,
        "icon-1.png": "",
        "y-1.png": "",
        **{f"chunk-{n}-ab.js": "" for n in numbers},
        **{f"part-{n}-ab.js": "" for n in numbers},
    }
    make(tmp_path, home('<script src="page/a.js"></script>', files))
    unused = ["y-1.png", *(f"part-{number}-ab.js" for number in numbers)]
    assert findings(tmp_path) == sorted(f"{name}:1 orphan-asset {name}" for name in unused)
    assert len(compared) <= len(files)


class CountedText(str):
    """A text that counts how many of its characters are searched, other than by a pattern."""

    searched = 0

    def find(self, *arguments: Any) -> int:
        """Count up to what is found, or to the end."""
        found = super().find(*arguments)
        start = arguments[1] if len(arguments) > 1 else 0
        CountedText.searched += (found if found >= 0 else len(self)) - start
        return found

    def count(self, *arguments: Any) -> int:
        """Count the characters between two positions."""
        _, start, end = arguments
        CountedText.searched += end - start
        return super().count(*arguments)


def test_lines_of_json_are_found_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CountedText, "searched", 0)
    names = [f"/é/{number}/" for number in range(MANY)]
    plain = json.dumps({"docs": [{"location": name} for name in names]}, indent=0)
    capitals = plain.replace("u00e9", "u00E9")  # as .NET escapes
    lists = json.dumps({"url": names}, indent=0)  # JSON-LD is read from the end
    documents = [ParsedDocument("index.html") for _ in range(3)]
    read_search_index(CountedText(plain), documents[0])
    read_search_index(CountedText(capitals), documents[1])
    read_script(CountedText(lists), "application/ld+json", documents[2], 1)
    lines = [{one.written: one.line for one in document.references} for document in documents]
    assert lines[0] == lines[1] == {name: 3 * n + 4 for n, name in enumerate(names)}
    assert lines[2] == {name: n + 3 for n, name in enumerate(names)}
    assert CountedText.searched <= len(plain + capitals + lists)


class CountedFindings(list[Finding]):
    """Findings that count how often one is visited."""

    visits = 0

    def __iter__(self) -> Iterator[Finding]:
        for finding in super().__iter__():
            CountedFindings.visits += 1
            yield finding


def test_missing_files_are_not_compared_with_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CountedFindings, "visits", 0)
    links = [tmp_path / f"link{number}.html" for number in range(100)]
    for link in links:
        link.symlink_to("nowhere")
    site = open_site(tmp_path, SITE_URL)
    site.findings = CountedFindings(site.findings)
    assert all(site.is_reported(link.name) and site.is_reported(link.stem) for link in links)
    assert not any(site.is_reported(f"{link.stem}/") for link in links)
    assert CountedFindings.visits <= len(links)


# Pages parsed in pieces

LARGE = "".join(
    f"""<p id="p{number}">A <b>word, <a href="p{number}/">a link</a>
<table><tr><td><a href="#t{number}">x</a><td headers="h{number}">x<tr><td>x</table>
<svg><a href="s{number}/"><path fill="url(#u{number})"/></a></svg>
<template><a href="not-{number}/"></template><select><option></select>
<script>"<p><a href=no>"</script><style>p {{ fill: url(#v{number}) }}</style><!-- <p><a href=no> -->
"""
    for number in range(20)
)
ROW = '<tr><td><a href="a/">x</a>\n<td id=a>'
SHAPE = '<path fill="url(#a)"/>\n<a href="b/"></a>'
LONG = {
    "page": LARGE,
    "table": f"<table>{ROW * 50}</table>{LARGE}",
    "nested": f'<table><tr><td><table>{ROW * 40}</table><td headers="no"></table>{LARGE}',
    "drawing": f"<svg>{SHAPE * 50}</svg>{LARGE}",
}


@pytest.mark.parametrize("name", LONG)
def test_a_large_page_is_parsed_in_pieces(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, home(LONG[name]))
    expected = findings(tmp_path)
    assert len(expected) > 80
    parsed: list[int] = []

    def parse(html: str) -> LexborHTMLParser:
        parsed.append(len(html))
        return LexborHTMLParser(html)

    monkeypatch.setattr("linkcheck.readers.html.LexborHTMLParser", parse)
    monkeypatch.setattr(pieces, "LONGEST", 1_000)
    assert findings(tmp_path) == expected
    assert max(parsed) < 2_000


# Memory

# A small process starts the command: Linux counts the memory of the one that starts it as its own.
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit)
"""
PARAGRAPH = """<p id="p{0}">A <b>word</b>, <a href="#p{0}">a link</a>
<table><tr><td><a href="page/">x</a><td>x<tr><td>x</table><img src="picture.png" alt="">
"""


@pytest.mark.built  # too slow for `make check`
def test_a_page_of_50_mb_takes_less_than_600_mb(tmp_path: Path) -> None:
    peaks = []
    for megabytes in (3, 8):
        count = megabytes * 1_000_000 // len(PARAGRAPH.format("000000"))
        folder = make(tmp_path / str(megabytes), home("".join(map(PARAGRAPH.format, range(count)))))
        command = [sys.executable, "-m", "linkcheck", str(folder), "--site-url", SITE_URL]
        result = subprocess.run(
            [sys.executable, "-S", "-c", PEAK, *command], cwd=ROOT, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        peaks.append(int(result.stdout))
    smaller, larger = peaks
    for_each = (larger - smaller) / 5  # of what a page has beyond its first pieces
    assert larger + 42 * for_each < 600_000_000

"""What is checked, where that is set, and how the findings are told."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from linkcheck import __version__
from linkcheck.checker import check, open_site
from linkcheck.cli import main
from linkcheck.external.cli import main as external
from linkcheck.findings import RULES
from tests.links.made import HEAD, SITE_URL, findings, home, make
from tests.links.test_command import BROKEN, Capture, json_of, run
from tests.support.site import ROOT

ADDRESS = ["--site-url", SITE_URL]
WARNED = home('<a href="page">x</a>')


# What is checked


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["nowhere/"], 3),
        ([f"{SITE_URL}no*"], 2),
        (["no*", "page"], 1),
        (["*"], 0),
        (["No*", "here", "[n]owher?"], 4),
    ],
)
def test_addresses_are_excluded_by_patterns(
    patterns: list[str], left: int, tmp_path: Path, capsys: Capture
) -> None:
    make(tmp_path, BROKEN)
    options = [word for pattern in patterns for word in ("--exclude", pattern)]
    assert len(json_of(tmp_path, capsys, *options)) == left


IGNORED = """
<p data-linkcheck=ignore id=a><a href="nowhere/">x</a><b id=a><label for=none>x</label></b>
<a href="page/#none">x</a> <a href="lone/">x</a> <img src="lone.png" alt=""> <a>x</a></p>
<div data-linkcheck="ignore"><div data-linkcheck="ignore"><a href="no/">x</a></div>
<a href="none/">x</a></div>
<script type=module data-linkcheck=ignore>import "./no.js"; import "none"</script>
"""


def test_an_element_may_be_ignored(tmp_path: Path) -> None:
    files = {"lone/index.html": HEAD, "lone.png": ""}
    make(tmp_path, home(IGNORED + '<a href="gone/">x</a>', files))
    assert findings(tmp_path) == ["index.html:9 missing-page gone/"]
    make(tmp_path, home(IGNORED.replace("ignore", "check"), files))
    assert len(findings(tmp_path)) == 8


IGNORED_PARTS = """
<div data-linkcheck="ignore">
<iframe srcdoc="<a href='frame/'>x</a><p id=a><p id=a><iframe srcdoc='<img src=x.png>'></iframe>">
</iframe>
<p><template shadowrootmode="open"><a href="shadow/">x</a><label for=none>x</label></template></p>
</div>
"""
IGNORED_LINKS = """
<link rel="canonical" href="page/" data-linkcheck="ignore">
<link rel="canonical" href="https://example.github.io/site/">
<link rel="alternate" hreflang="english" href="nowhere/" data-linkcheck="ignore">
<link rel="alternate" hreflang=fr href="https://example.github.io/site/page/" data-linkcheck=ignore>
"""


def test_documents_within_an_element_are_ignored(tmp_path: Path) -> None:
    make(tmp_path, home(IGNORED_PARTS))
    assert findings(tmp_path) == []
    make(tmp_path, home(IGNORED_PARTS.replace("ignore", "check")))
    assert len(findings(tmp_path)) == 5


def test_canonical_and_alternate_links_are_ignored(tmp_path: Path) -> None:
    make(tmp_path, home(IGNORED_LINKS))
    assert findings(tmp_path) == []
    versions = [one for one in IGNORED_LINKS.splitlines() if "alternate" in one]
    make(tmp_path, home(IGNORED_LINKS.replace(versions[1], versions[1].replace("ignore", "check"))))
    rules = {one.split()[1] for one in findings(tmp_path)}
    # Rules about all versions, and about the one that is not ignored.
    assert rules == {
        "hreflang-self", "hreflang-x-default", "hreflang-reciprocal", "hreflang-language",
    }  # fmt: skip
    make(tmp_path, home(IGNORED_LINKS.replace("ignore", "check")))
    assert len(findings(tmp_path)) > 6


def test_warnings_fail_only_if_strict(tmp_path: Path, capsys: Capture) -> None:
    make(tmp_path, WARNED)
    assert run(tmp_path) == 0
    assert "warning: redirect" in capsys.readouterr().out
    assert run(tmp_path, "--strict") == 1
    assert run(make(tmp_path, BROKEN)) == 1


# Where it is set


def test_options_may_be_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    make(tmp_path / "site", BROKEN)
    monkeypatch.chdir(tmp_path)
    settings = f'site-dir = "site"\nsite-url = "{SITE_URL}"\nignore = ["redirect"]\nstrict = true\n'
    for name, head in (("linkcheck.toml", ""), ("pyproject.toml", "[tool.linkcheck]\n")):
        Path(name).write_text(f'{head}{settings}format = "json"\njobs = 1\n', encoding="utf-8")
        assert main(["--exclude", "nowhere/"]) == 1
        rules = [row["rule"] for row in json.loads(capsys.readouterr().out)]
        assert rules == ["missing-page"] * 2
        assert main(["--ignore", "missing-page", "--format", "text"]) == 0
        assert "0 findings" in capsys.readouterr().out
        Path(name).unlink()


WRONG_SETTINGS = {
    "cannot be read": ("ignore = [", "ignore = [redirect]"),
    "“strict” must be true or false": ("strict = 1", 'strict = "yes"'),
    "“jobs” must be a number": ('jobs = "2"', "jobs = true"),
    "“ignore” must be a list of texts": ('ignore = "redirect"', "ignore = [1]"),
    "no option “exclud”": ("exclud = []",),
    "no rule nosuch": ('ignore = ["nosuch"]',),
    "no format xml": ('format = "xml"',),
}


@pytest.mark.parametrize("said", WRONG_SETTINGS)
def test_a_wrong_option_in_a_file_is_an_error(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(make(tmp_path, {}))
    for text in WRONG_SETTINGS[said]:
        Path("linkcheck.toml").write_text(text, encoding="utf-8")
        assert main([".", *ADDRESS]) == 2
        printed = capsys.readouterr()
        assert re.fullmatch(rf"linkcheck: [^\n]*{said}[^\n]*\n", printed.err)


# How findings are told

HOSTILE = home('<a href="a|b<b>`*_[c](d)&amp;/\x01">x</a>\n<a href="page">x</a>')


def told(folder: Path, output: str, capsys: Capture, *options: str) -> str:
    assert run(folder, "--format", output, *options) == 1
    return capsys.readouterr().out


def test_markdown_is_an_escaped_table(tmp_path: Path, capsys: Capture) -> None:
    printed = told(make(tmp_path, HOSTILE), "markdown", capsys)
    head, line, *rows, empty, totals = printed.removesuffix("\n").split("\n")
    assert head == "| place | severity | rule | finding |"
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in (line, *rows)] == [5] * 4
    assert r"'a\|b\<b\>\`\*\_\[c\](d)\&/" in rows[0]
    assert rows[2].startswith("| index.html:4 | warning | redirect | ")
    assert (empty, totals) == ("", "2 pages, 5 links, 3 findings (2 errors, 1 warnings)")


def test_sarif_has_a_result_for_each_finding(tmp_path: Path, capsys: Capture) -> None:
    log = json.loads(told(make(tmp_path, {**BROKEN, "é .pdf": ""}), "sarif", capsys))
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    assert {rule["id"] for rule in one["tool"]["driver"]["rules"]} == set(RULES)
    results = one["results"]
    levels = ["warning", "error", "error", "error", "warning"]
    assert [result["level"] for result in results] == levels
    assert results[1]["message"]["text"] == "'nowhere/': there is no “nowhere/”"
    place = results[0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "index.html"}, "region": {"startLine": 3}}
    last = results[-1]["locations"][0]["physicalLocation"]
    assert last["artifactLocation"]["uri"] == "%C3%A9%20.pdf"


def test_junit_has_a_case_for_each_rule(tmp_path: Path, capsys: Capture) -> None:
    suite = ElementTree.fromstring(told(make(tmp_path, HOSTILE), "junit", capsys).encode())
    cases = {case.get("name"): case for case in suite}
    assert (suite.get("tests"), suite.get("failures")) == (str(len(RULES)), "2")
    assert set(cases) == set(RULES)
    (failure,) = cases["missing-page"]
    assert failure.tag == "failure"
    assert failure.text is not None
    assert failure.text.startswith("index.html:3: 'a|b<b>`*_[c](d)&/")
    assert [child.tag for child in cases["redirect"]] == ["system-out"]
    assert list(cases["bad-tel"]) == []


def test_annotations_name_the_source(tmp_path: Path, capsys: Capture) -> None:
    link = f'{HEAD}\n<a href="nowhere/">x</a>'
    pages = ("guide/index.html", "deep/index.html", "plain.html", "en/guide/index.html")
    site = make(tmp_path / "site", {**dict.fromkeys(pages, link), "index.html": link})
    for name in ("fr/index.md", "fr/guide.md", "fr/deep/README.md", "en/guide.md", "plain.html"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Title\n\n\n[x](nowhere/)\n", encoding="utf-8")
    docs = f"{tmp_path}/docs"
    options = ("--source", f"{docs}/fr", "--source", docs, "--ignore", "orphan-page,orphan-asset")
    printed = told(site, "github", capsys, *options)
    assert set(re.findall(r"file=([^,]+),line=(\d+)", printed)) == {
        (f"{docs}/fr/index.md", "4"),
        (f"{docs}/fr/guide.md", "4"),
        (f"{docs}/fr/deep/README.md", "4"),
        (f"{docs}/en/guide.md", "4"),
        (f"{docs}/plain.html", "3"),
    }
    log = json.loads(told(site, "sarif", capsys, *options))
    result = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert result["artifactLocation"]["uri"].startswith(docs)
    assert "file=index.html,line=3" in told(site, "github", capsys)


@pytest.mark.parametrize(
    ("settings", "folder"),
    [("site_name: x\n", "docs"), ("docs_dir: my docs # x\n", "my docs"), ("docs_dir: 'a'", "a")],
)
def test_annotations_name_the_source_of_the_project(
    settings: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "site", BROKEN)
    Path(folder).mkdir()
    Path(folder, "index.md").write_text("\n[x](nowhere/)", encoding="utf-8")
    assert "file=index.html,line=4" in told(tmp_path / "site", "github", capsys)
    Path("mkdocs.yml").write_text(settings, encoding="utf-8")
    assert f"file={folder}/index.md,line=2" in told(tmp_path / "site", "github", capsys)


def test_a_finding_on_every_page_is_told_once(tmp_path: Path, capsys: Capture) -> None:
    links = "".join(f'<a href="/site/p{number}/">x</a>' for number in range(5))
    menu = f'{HEAD}{links}<a href="/site/gone/">x</a> <a href="/site/gone/">x</a>'
    files = {f"p{number}/index.html": menu for number in range(5)}
    files["p0/index.html"] += '<a href="/site/rare/">x</a>'
    files["p1/index.html"] += '<a href="/site/rare/">x</a>'
    make(tmp_path, home(links, files))
    for output in ("text", "github", "markdown", "sarif", "junit"):
        printed = told(tmp_path, output, capsys)
        assert printed.count("“gone/”") == 1, output
        assert printed.count("“gone/” (the same on 5 pages)") == 1, output
        assert printed.count("“rare/”") == 2, output
    assert len(json_of(tmp_path, capsys)) == 12 - 5  # one on each page, without the second link


# Files

EXTERNAL = """<a href="https://a.example/b#c">x</a><a href="https://a.example/b#c">x</a>
<img src="//img.example/d.png" alt=""><a href="mailto:a@b.example">x</a><a href="page/">x</a>
<a href="https://example.github.io/other/">x</a><a href="https://no.example/">x</a>
<a data-linkcheck=ignore href="https://ignored.example/">x</a>"""


def test_addresses_of_other_sites_are_dumped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    site = make(tmp_path / "site", home(EXTERNAL, {"a.css": "a { src: url(https://c.example) }"}))
    dump = tmp_path / "addresses.tsv"
    run(site, "--dump", str(dump), "--exclude", "https://no.example/*")
    assert dump.read_text(encoding="utf-8").splitlines() == [
        "a.css:1\thttps://c.example/",
        "index.html:3\thttps://a.example/b#c",
        "index.html:4\thttps://img.example/d.png",
        "index.html:5\thttps://example.github.io/other/",
    ]
    asked: list[str] = []

    def ask(addresses: list[str], patience: object) -> dict[str, object]:
        asked.extend(addresses)
        return {}

    monkeypatch.setattr("linkcheck.external.cli.ask", ask)
    assert external([str(dump)]) == 0
    assert len(asked) == 4
    assert check(open_site(site, SITE_URL)).external == {}


def test_the_report_may_be_a_file(tmp_path: Path, capsys: Capture) -> None:
    site, file = make(tmp_path / "site", BROKEN), tmp_path / "report.json"
    assert run(site, "--format", "json", "--output", str(file)) == 1
    assert capsys.readouterr().out == ""
    assert file.read_bytes().endswith(b"]\n")
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 4


def test_the_version_is_printed(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"linkcheck {__version__}\n"


# MkDocs

MKDOCS = f"site_name: Title\nsite_url: {SITE_URL}\ntheme: {{name: null, custom_dir: theme}}\n"


def test_the_hook_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    text = (ROOT / "linkcheck/README.md").read_text(encoding="utf-8")
    hook = text.partition("```python\n")[2].partition("```")[0]
    assert len([line for line in hook.splitlines() if line]) <= 10
    files = {
        "hook.py": hook,
        "mkdocs.yml": f"{MKDOCS}hooks: [hook.py]\n",
        "theme/main.html": HEAD + "{{ page.content }}",
        "docs/index.md": "[x](guide.md)",
        "docs/guide.md": '# Title\n\n<a href="/nowhere/">x</a>',
    }
    for name, content in files.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    build(load_config("mkdocs.yml"))
    warnings = [one.message for one in caplog.records if one.name == "mkdocs.linkcheck"]
    (warning,) = [one for one in warnings if "outside-base" in one]
    assert warning.startswith(f"{tmp_path}/docs/guide.md:3: outside-base: ")
    with pytest.raises(Abort):
        build(load_config("mkdocs.yml", strict=True))

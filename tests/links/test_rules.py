"""The checker finds each fault under its rule, wherever an address can stand, and no other."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linkcheck.cli import main
from linkcheck.findings import RULES, Severity
from tests.links.made_places import MADE, PLACES
from tests.links.made_sites import (
    ALTERNATES,
    CASES,
    EN,
    FR,
    HEAD,
    NFC,
    PAGE,
    SITE_URL,
    SITEMAP,
    TWO_LANGUAGES,
    WITH_SITEMAP,
    Files,
    U,
    findings,
    home,
    make,
    refuse,
)
from tests.support.site import ROOT

ADDRESS = ["--site-url", SITE_URL]


# Rules and places: the sites of made_sites.py.


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_alone_and_not_in_its_whole_twin(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[name]
    assert findings(make(tmp_path / "whole", case.whole)) == []
    broken = make(tmp_path / "broken", case.broken)
    if case.spoil:
        case.spoil(broken, monkeypatch)
    assert findings(broken) == sorted(case.found)


def test_every_rule_has_a_fixture_that_breaks_it() -> None:
    assert {rule for case in CASES.values() for _, _, rule, _ in case.found} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_documented_with_its_severity(rule: str) -> None:
    lines = (ROOT / "linkcheck/README.md").read_text(encoding="utf-8").splitlines()
    headings = [line.lstrip("# ") for line in lines if line.startswith("#")]
    cells = [cell for line in lines if line.startswith("|") for cell in line.split("|")]
    name = f"{rule} (warning)" if RULES[rule] is Severity.WARNING else rule
    assert name in [text.replace("`", "").strip() for text in headings + cells]


@pytest.mark.parametrize("name", PLACES)
def test_a_missing_target_is_named_wherever_its_address_stands(name: str, tmp_path: Path) -> None:
    place = PLACES[name]
    rule = "missing-page" if place.missing.endswith(".html") else "missing-file"
    found = [(place.file, place.line, rule, place.target)]
    assert findings(make(tmp_path, place.files)) == found


@pytest.mark.parametrize("name", PLACES)
def test_a_target_that_is_there_is_used_wherever_its_address_stands(
    name: str, tmp_path: Path
) -> None:
    place = PLACES[name]
    files = {**place.files, place.missing: MADE.get(Path(place.missing).suffix, "")}
    if place.missing.endswith(".html"):
        files["index.html"] = f'{place.files["index.html"]!s}<a href="{place.missing}">x</a>'
    assert findings(make(tmp_path, files)) == []


NO_ADDRESS = {
    "a comment": "<!-- <a href='nowhere/'> -->",
    "a text": "&lt;a href='nowhere/'> url(nowhere.png) import './nowhere.js'",
    "a template of a script": "<script type='text/template'><a href='nowhere/'></script>",
    "a text area": "<textarea><a href='nowhere/'></textarea>",
    "attributes that are no address": "<p href='nowhere/' src='nowhere/' data-href='nowhere/'>",
    "an input that is no image": "<input type='text' src='nowhere.png'>",
    "an origin to connect to": "<link rel='preconnect' href='/'><link rel='dns-prefetch' href='/'>",
    "a page that renews itself": '<meta http-equiv="refresh" content="30">',
    "a message to share": '<a href="mailto:?subject=A%20page&amp;body=Look">x</a>',
    "data: in a srcset": '<img srcset="data:image/gif;base64,R0lG,OD 1x, picture.png 2x" alt="">',
    "data: over lines": '<style>p { background: url("data:image/svg+xml,\\\n<svg/>") }</style>',
    "a comment of CSS": "<style>/* url(nowhere.png) */ /* @import 'nowhere.css'; */</style>",
    "a string of CSS": "<style>p::before { content: 'url(nowhere.png)' }</style>",
    "a name space of CSS": "<style>@namespace url(http://www.w3.org/1999/xhtml);</style>",
    "a part of the page, from CSS": '<svg id="s"></svg><p style="clip-path: url(#s)">',
    "a name space of SVG": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "a part of the page, from SVG": '<svg><g id="g"/><use href="#g"/></svg>',
    "a comment of a script": "<script>// import './nowhere.js'\n/*\nimport './no' */</script>",
    "a comment after code": "<script>go(// import('./nowhere.js')\n)</script>",
    "a string of a script": "<script>a = \"import('./nowhere.js')\"</script>",
    "a template of a module": "<script>a = `\nimport './nowhere.js'`</script>",
    "a value that is exported": "<script type='module'>export const a = './nowhere.js'</script>",
    "a value exported by default": "<script type='module'>export default './nowhere.js'</script>",
    "a method called import": "<script>loader.import('./nowhere.js')</script>",
    "a function called reimport": "<script>reimport('./nowhere.js')</script>",
    "a module by its bare name": "<script>import('a'); import('b' + './nowhere.js')</script>",
    "what looks like an import in a script": """<script type="module">
const a = /import "x.js"/, b = x => /from ".\\/y.js"/.test(x), c = 4 / 2; // "
const s = 'it\\'s import "./z.js"', t = `export * from "./w.js" ${a + `import "./v.js"`}`
class K { import(x) { return x } static from = "./q.js" }</script>""",
    "a script that is none": '<script type="text/plain" src="nowhere.js"></script>',
    "where a style applies": "<style>@document url(http://example.org/) { p {} }</style>",
    "a movie that no browser plays": '<object data="picture.png">'
    '<param name="movie" value="nowhere.swf"></object>',
    "speculation by pattern": '<script type="speculationrules">'
    '{"prefetch": [{"where": {"href_matches": "/nowhere/*"}}]}</script>',
    "names of JSON-LD": '<script type="application/ld+json">'
    f'{{"@context": "http://schema.org", "@id": "{U}#author", "name": "/nowhere"}}</script>',
    "a folder of an import map": '<script type="importmap">{"imports": {"a/": "./page/"}}</script>',
    "what an import map forbids": '<script type="importmap">{"imports": {"a": null}}</script>',
    "a thing that JSON-LD names by its address": '<script type="application/ld+json">'
    f'{{"@id": "{U}nowhere/", "author": {{"@id": "{U}nowhere/#me"}}, "target": "a task",'
    f'"image": {{"@id": "{U}nowhere/#image"}}, "license": "MIT", "url": "{U}"}}</script>',
    "a template of JSON-LD": '<script type="application/ld+json">{"potentialAction": {"target":'
    f'{{"urlTemplate": "{U}nowhere/{{term}}/"}}}}}}</script>',
    "a name in microdata": '<meta itemprop="image" content="a name">'
    '<meta itemprop="name" content="/a">'
    '<p itemscope itemid="nowhere/" itemtype="nowhere/">',
    "a tile that is none": '<meta name="msapplication-config" content="none">'
    '<meta name="msapplication-TileColor" content="#fff"><meta name="theme-color" content="a.b">',
    "a style sheet of another language": '<style type="text/less">p { mask: url(nowhere) }</style>',
    "code that speaks of addresses": "<script>new URL('./nowhere.js', base); fetch('nowhere.json');"
    "go('nowhere/'); new Worker(path); a.register('nowhere.js'); import.meta.url</script>",
    "a frame that is empty": '<iframe srcdoc=""></iframe><iframe src="about:blank"></iframe>',
    "a template in a template of a shadow root": '<p><template shadowrootmode="open"><template>'
    '<a href="nowhere/">x</a></template></template></p>',
    "a template whose mode is none": '<template shadowrootmode="x"><a href="no/">x</a></template>',
    "a part of the page, from a shape": '<svg id="s"><path fill="url(#s) red" stroke="red"/></svg>',
    "another site": '<a href="https://example.org/nowhere/#nowhere">x</a>',
}


@pytest.mark.parametrize("name", NO_ADDRESS)
def test_what_is_no_address_of_the_site_is_let_be(name: str, tmp_path: Path) -> None:
    assert findings(make(tmp_path, home(NO_ADDRESS[name]))) == []


PLAIN_SITEMAP = SITEMAP.replace(ALTERNATES, "")
OTHER_WHOLE_SITES: dict[str, Files] = {
    "an import map that maps a folder": home(
        '<script type="importmap">{"imports": {"lib/": "./lib/"}}</script>'
        '<script type="module" src="lib/a.js"></script>',
        {"lib/a.js": ""},
    ),
    "a worker that a page far from it starts": home(
        '<script src="js/app.js"></script>',
        {"js/app.js": "new Worker('worker.js')", "worker.js": ""},
    ),
    "an import map that maps one module to another": home(
        '<script type="importmap">{"imports": {"./gone.js": "./a.js"},'
        '"scopes": {"/site/": {"b": "./b.js"}}}</script>'
        '<script type="module">import "./gone.js"; import "b"</script>',
        {"a.js": "import './gone.js'", "b.js": ""},
    ),
    "pages that prove whose the site is": {
        **WITH_SITEMAP,
        "google0123456789abcdef.html": "google-site-verification: google0123456789abcdef.html",
        "yandex_0123456789abcdef.html": "",
        "pinterest-01234.html": "",
    },
    "files that are asked for by their name": home(
        "",
        dict.fromkeys(
            [
                "apple-touch-icon-180x180.png",
                "apple-touch-icon-precomposed.png",
                "crossdomain.xml",
                "BingSiteAuth.xml",
                "0123456789abcdef0123456789abcdef.txt",
                ".well-known/a.txt",
            ],
            "<a/>",
        ),
    ),
    "licenses beside what they are of": {
        **home(""),
        "LICENSE": "",
        "a/license.md": "",
        "a/OFL.txt": "",
        "a/NOTICE": "",
    },
    "versions in the pages' heads alone": {**WITH_SITEMAP, "sitemap.xml": PLAIN_SITEMAP},
    "a sitemap that lists pictures": {
        **WITH_SITEMAP,
        "sitemap.xml": SITEMAP.replace(
            f"{U}page/</loc>",
            f"{U}page/</loc><i:image xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'>"
            f"<i:loc>{U}picture.png</i:loc></i:image>",
        ),
    },
    "a sitemap in parts": {
        **WITH_SITEMAP,
        "sitemap.xml": f"<sitemapindex><sitemap><loc>{U}pages.xml</loc></sitemap></sitemapindex>",
        "pages.xml": SITEMAP,
    },
    "a page that is one with another": {
        **WITH_SITEMAP,
        "index.html": f'{FR}<a href="print.html">x</a>',
        "print.html": f'{HEAD}<link rel="canonical" href="{U}page/">',
    },
    "a page in an accented folder": {
        "index.html": FR.replace("en/", f"{NFC}/"),
        f"{NFC}/index.html": EN.replace("en/", f"{NFC}/"),
        "sitemap.xml": SITEMAP.replace("en/", f"{NFC}/"),
        "page/index.html": PAGE,
    },
    "a page whose folder is percent-encoded": {
        "index.html": FR.replace("en/", "caf%c3%a9/"),
        f"{NFC}/index.html": EN.replace("en/", "caf%c3%a9/"),
        "sitemap.xml": SITEMAP.replace("en/", "caf%C3%A9/"),
        "page/index.html": PAGE,
    },
    "names that an address has to quote": home(
        '<a href="a%20b/">x</a><a href="c%23d.html">x</a><a href="e%3Ff.html">x</a>'
        '<a href="100%25/#x">x</a>',
        dict.fromkeys(
            ("a b/index.html", "c#d.html", "e?f.html", "100%/index.html"), HEAD + '<p id="x">'
        ),
    ),
}


@pytest.mark.parametrize("name", OTHER_WHOLE_SITES)
def test_a_whole_site_is_found_whole(name: str, tmp_path: Path) -> None:
    assert findings(make(tmp_path, OTHER_WHOLE_SITES[name])) == []


# Lines: what stands around a fault does not move it.

FAULT = "<a href='nowhere/'>x</a>"
AROUND = {
    "lines": "\n\n@\n",
    "the ends of lines of Windows": "<p>\r\n\r\n@\r\n",
    "a comment": "<!-- <a href='page/'>\n<a> -->\n@",
    "an empty comment": "<!-->@\n<!-- -->\n<a>",
    "a comment that ends oddly": "<!-- --!>@\n<!-- -->\n<a>",
    "a script": "<script>'<a>'\n'<a>'</script>\n@",
    "a comment within a script": "<script>a = '<!--'</script>@\n<!-- -->\n<a>",
    "a script in capitals": "<SCRIPT>'<a>'\n</SCRIPT>\n@",
    "a template": "<template><a href='page/'>\n</a></template>\n@",
    "a template in a template": "<template><template></template>\n<a>\n</template>\n@",
    "a text area": "<textarea><a>\n</textarea>\n@",
    "a frame": "<iframe src='page/'><a>\n</iframe>\n@",
    "a tag in an attribute of its kind": "<a title='\n<a href=x>\n'></a>\n@",
    "a tag in an attribute": "<p title='\n<a href=x>\n'></p>\n@",
    "a sign in an attribute": "<template title='>'>\n<a>\n</template>\n@",
    "a tag over lines": "<p\nid='a'\nclass='b'>\n@",
    "unclosed elements": "<p><b>\n<i><a href='page/'>\n@",
    "a row without its tag": "<table><td>@</table>\n<table>\n<tr><td><a>x</a></table>",
    "a paragraph that is only closed": "</p>@\n<p>x <a>x</a>",
    "a break that is closed": "</br>@\n<br>x <a>x</a>",
    "an element moved out of a table": "<table><tr><td>x\n</td><a>x</a>\n</tr></table>@",
    "an image by its old name": "<image src='/site/picture.png'>@\n<img alt=''><a>x</a>",
    "noscript": "<noscript><a href='page/'>\nx</a></noscript>\n@",
    "a drawing": "<svg viewBox='0 0 1 1'><linearGradient id='a'/>\n<a>x</a></svg>\n@",
    "a title in a drawing": "<svg><title>\n<a>x</a></title></svg>\n@",
}


@pytest.mark.parametrize("name", AROUND)
def test_the_line_is_right_whatever_stands_around(name: str, tmp_path: Path) -> None:
    line = 3 + AROUND[name].partition("@")[0].count("\n")
    rows = findings(make(tmp_path, home(AROUND[name].replace("@", FAULT))))
    assert rows == [("index.html", line, "missing-page", "nowhere/")]


@pytest.mark.parametrize(
    "markup",
    [
        '<style\nmedia="all">\np { background: url(nowhere.png) }</style>',
        '<script\ntype="importmap">\n{"imports": {"a": "./nowhere.png"}}</script>',
        '<script\ntype="module">\nimport "./nowhere.png"</script>',
    ],
)
def test_the_line_is_right_in_an_element_whose_tag_has_lines(markup: str, tmp_path: Path) -> None:
    rows = findings(make(tmp_path, home(markup)))
    assert [(line, rule) for _, line, rule, _ in rows] == [(5, "missing-file")]


# Robustness: whatever a file holds, the command tells of it or not, and never stumbles.


def page_with(kind: str, text: str) -> Files:
    return home(f'<script type="{kind}">{text}</script>')


def linked(file: str, content: str | bytes) -> Files:
    return home(f'<a href="{file}">x</a>', {file: content})


DEEP = 20_000
SEARCH = "search/search_index.json"
IMPORT_MAP, SPECULATION, JSON_LD = "importmap", "speculationrules", "application/ld+json"
ODD_FILES: dict[str, tuple[Files, list[str]]] = {
    "HTML, empty": ({"page/index.html": ""}, []),
    "HTML, a byte": ({"page/index.html": b"\x00"}, []),
    "HTML, no UTF-8": ({"page/index.html": b"\xff\xfe<\x00a\x00"}, ["not-utf-8"]),
    "HTML, latin-1": ({"page/index.html": "<p id=été>".encode("latin-1")}, ["not-utf-8"]),
    "HTML, broken": (
        home("<p <b><a href='page/' href='nowhere/' =><table></b><tr></a><form><form></p><a href="),
        [],
    ),
    "HTML, unclosed": (home("<a href='nowhere/'>x<!-- <a href='page/' "), ["missing-page"]),
    "HTML, unclosed script": (home("<a href='nowhere/'>x</a><script>import '"), ["missing-page"]),
    "HTML, in frames": (home("<frameset><frame src='page/'></frameset>"), []),
    "HTML, odd names": (home("<a:b c:d='e' \x00='f'><\xe9><x-y (z)>"), []),
    "HTML, deep": (home("<div>" * DEEP + "<a href='nowhere/'>"), ["missing-page"]),
    "HTML, deep in tables": (home("<table><td>" * 1000 + "<a href='nowhere/'>"), ["missing-page"]),
    "HTML, deep in shadow roots": (
        home("<p><template shadowrootmode=open>" * 2000 + "<a href='nowhere/'>"),
        ["missing-page"],
    ),
    "HTML, a shadow root unclosed": (
        home("<template shadowrootmode=open><a href='nowhere/'>x"),
        ["missing-page"],
    ),
    "HTML, a frame in a frame": (
        home("<iframe srcdoc='<iframe srcdoc=\"<a href=nowhere/>\">'>"),
        ["missing-page"],
    ),
    "HTML, a base that is none": (
        home("<base href='http://['><a href='nowhere/'>"),
        ["missing-page"],
    ),
    "XHTML, empty": (linked("a.xhtml", ""), ["malformed"]),
    "XHTML, broken": (linked("a.xhtml", "<html><p><a href='x'></html>"), ["*"]),
    "XHTML, entities": (
        linked("a.xhtml", "<!DOCTYPE html PUBLIC 'x' 'y'><html><p>&nbsp;&eacute;</p></html>"),
        [],
    ),
    "HTML, a surrogate": (home("<a href='page/?&#xD800;'>x</a>"), []),
    "srcset, empty": (home('<img srcset="" alt=""><img srcset=" , ,, " alt=""><img srcset>'), []),
    "srcset, no-break spaces": (home('<img srcset="picture.png 1x, &nbsp;" alt="">'), ["*"]),
    "srcset, only no-break spaces": (home('<img srcset="&nbsp;" alt="">'), ["*"]),
    "CSS, empty": (linked("a.css", ""), []),
    "CSS, broken": (linked("a.css", "}{ @import; @import {; @x url( ; p { b: url(' ) ; \\"), ["*"]),
    "CSS, latin-1": (linked("a.css", "/* é */".encode("latin-1")), ["not-utf-8"]),
    "CSS, deep": (linked("a.css", "{" * DEEP + "url(nowhere.png)"), ["missing-file"]),
    "CSS, deep functions": (linked("a.css", "p { a: " + "f(" * DEEP), []),
    "CSS, deep in an attribute": (home(f'<p style="a: {"(" * DEEP}">'), []),
    "CSS, a surrogate": (linked("a.css", r"p { a: url(\d800 .png) }"), ["*"]),
    "JavaScript, broken": (linked("a.js", "import ' from \" `${ /* import('./"), []),
    "JavaScript, latin-1": (linked("a.js", b"// \xe9"), ["not-utf-8"]),
    "import map, a list": (page_with(IMPORT_MAP, "[1]"), []),
    "import map, imports a list": (page_with(IMPORT_MAP, '{"imports": ["a"]}'), []),
    "import map, imports a text": (page_with(IMPORT_MAP, '{"imports": "a"}'), []),
    "import map, scopes a list": (page_with(IMPORT_MAP, '{"scopes": ["a"]}'), []),
    "import map, a scope a text": (page_with(IMPORT_MAP, '{"scopes": {"a": "b"}}'), []),
    "speculation rules, a text": (page_with(SPECULATION, '"a"'), []),
    "speculation rules, a null": (page_with(SPECULATION, '{"prefetch": [{"urls": null}]}'), []),
    "speculation rules, a number": (page_with(SPECULATION, '{"prefetch": [{"urls": [1]}]}'), []),
    "speculation rules, one number": (page_with(SPECULATION, '{"prefetch": [{"urls": 1}]}'), []),
    "JSON-LD, a text": (page_with(JSON_LD, '"a"'), []),
    "JSON-LD, empty": (page_with(JSON_LD, ""), ["malformed"]),
    "JSON-LD, deep": (page_with(JSON_LD, "[" * DEEP + "]" * DEEP), ["*"]),
    "JSON-LD, a surrogate": (page_with(JSON_LD, rf'{{"url": "{U}\ud800"}}'), ["*"]),
    "manifest, empty": (linked("a.webmanifest", ""), ["malformed"]),
    "manifest, a list": (linked("a.webmanifest", "[[1]]"), []),
    "manifest, icons an object": (linked("a.webmanifest", '{"icons": {"src": "a"}}'), []),
    "manifest, numbers": (
        linked("a.webmanifest", '{"icons": [1, {"src": 1}], "start_url": 1}'),
        [],
    ),
    "manifest, a huge number": (linked("a.webmanifest", "9" * 5000), ["*"]),
    "manifest, deep": (linked("a.webmanifest", "[" * DEEP + "]" * DEEP), ["*"]),
    "manifest, a surrogate": (linked("a.webmanifest", r'{"start_url": "a\ud800.png"}'), ["*"]),
    "manifest, latin-1": (linked("a.webmanifest", b'{"name": "\xe9"}'), ["not-utf-8"]),
    "search index, odd": (linked(SEARCH, '{"docs": [1, {"location": 1}, {}]}'), []),
    "search index, a text": (linked(SEARCH, '{"docs": "a"}'), []),
    "JSON Feed, odd": (
        linked("a.json", '{"version": "https://jsonfeed.org/version/1", "items": {"url": 1}}'),
        [],
    ),
    "JSON Feed, odd texts": (
        linked(
            "a.json",
            '{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": 1},'
            ' {"content_html": "<a href=<p <\\ud800"}], "author": [1], "hubs": 1}',
        ),
        ["*"],
    ),
    "search index of Zensical, odd": (linked("search.json", '{"items": {"location": "a"}}'), []),
    "manifest, handlers": (
        linked("a.webmanifest", '{"shortcuts": [1], "share_target": [[]], "scope": {}}'),
        [],
    ),
    "import map, odd names": (
        page_with(IMPORT_MAP, '{"imports": {"": "", "/": "/", "[": "["}}'),
        ["*"],
    ),
    "JavaScript, odd strings": (
        page_with("module", r"import 'lib/\x'; new URL('', import.meta.url); importScripts(',')"),
        ["*"],
    ),
    "feed, odd": (
        linked("a.xml", "<feed><content type='xhtml'/><link/><content type='html'/></feed>"),
        [],
    ),
    "feed, HTML broken": (
        linked(
            "a.xml", "<rss><description><![CDATA[<a href='<b <p style=}{]]></description></rss>"
        ),
        ["*"],
    ),
    "feed, deep XHTML": (
        linked("a.xml", "<feed><content type='xhtml'>" + "<p>" * 2000 + "</feed>"),
        ["malformed"],
    ),
    "feed, bases": (
        linked("a.xml", "<rss xml:base='http://['><link xml:base='['>a</link></rss>"),
        ["*"],
    ),
    "XML, instructions": (linked("a.xml", "<?xml-stylesheet?><?xml-stylesheet href=a?><a/>"), []),
    "search description, odd": (linked("a.xml", "<OpenSearchDescription><Url/><Image/>"), ["*"]),
    "tiles, empty": (
        linked("a.xml", "<browserconfig><a src=''/></browserconfig>"),
        ["empty-address"],
    ),
    "XSLT, odd": (linked("a.xsl", "<stylesheet><import/></stylesheet>"), ["empty-address"]),
    "sitemap of text, bytes": ({"sitemap.txt": bytes(range(256))}, ["*"]),
    "JSON, anything": (linked("a.json", "what?"), []),
    "XML, empty": (linked("a.xml", ""), ["malformed"]),
    "XML, cut": (linked("a.xml", "<urlset><url><loc>"), ["malformed"]),
    "XML, latin-1 that says nothing": (linked("a.xml", b"<a>\xe9</a>"), ["malformed"]),
    "XML, latin-1": (linked("a.xml", b"<?xml version='1.0' encoding='latin-1'?><a>\xe9</a>"), []),
    "HTML, UTF-16": (
        linked("a.html", f"{HEAD}<a href='nowhere/'>é".encode("utf-16")),
        ["missing-page", "not-utf-8"],
    ),
    "robots.txt, a page": ({**home(""), "robots.txt": f"{HEAD}<p>x"}, ["robots-syntax"]),
    "XML, UTF-16": (linked("a.svg", "<svg>é</svg>".encode("utf-16")), []),
    "XML, no encoding": (linked("a.xml", "<?xml version='1.0' encoding='x'?><a/>"), ["malformed"]),
    "XML, long bytes": (linked("a.xml", "<?xml version='1.0' encoding='shift_jis'?><a/>"), ["*"]),
    "XML, deep": (linked("a.svg", "<svg>" + "<g>" * DEEP), ["malformed"]),
    "XML, a file outside": (
        linked("a.svg", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>'),
        ["*"],
    ),
    "sitemap, empty places": ({"sitemap.xml": "<urlset><url><loc/></url></urlset>"}, ["*"]),
    "robots.txt, bytes": ({"robots.txt": bytes(range(256))}, ["*"]),
    "a loop of links": (
        {
            "page/index.html": HEAD
            + '<meta http-equiv="refresh" content="0; url=../"><a href="../">'
        },
        [],
    ),
    "a loop of style sheets": (
        linked("a.css", "@import 'a.css'; @import 'b.css'"),
        ["missing-file"],
    ),
}
"""Sites, and the rules that they break: * where one or none may do."""


@pytest.mark.parametrize("output", ["text", "json", "github"])
@pytest.mark.parametrize("name", ODD_FILES)
def test_whatever_a_file_holds_the_command_ends_well(
    name: str, output: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, rules = ODD_FILES[name]
    code = run(make(tmp_path, files), "--format", output)
    told = capsys.readouterr()
    assert told.err == ""
    assert code in (0, 1)
    if rules != ["*"]:
        assert code == (1 if rules else 0)
        assert [rule for rule in RULES if rule in words(told.out)] == rules


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text))


def run(folder: Path, *options: str) -> int:
    return main([str(folder), "--site-url", SITE_URL, *options])


BOMB = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>{}]><svg>&h;</svg>".format(
    "".join(f"<!ENTITY {b} '{f'&{a};' * 50}'>" for a, b in zip("abcdefg", "bcdefgh", strict=True))
)


def large(opening: str, content: str, closing: str = "", megabytes: int = 5) -> str:
    return opening + content * (megabytes * 1_000_000 // len(content)) + closing


LINE = "<p>A word, <b>another</b>, <a href='page/'>a link</a> and <img src='/site/picture.png'>.\n"
ENTRIES = (
    '{"docs": [' + ", ".join(f'{{"location": "page/?{n:0>200}"}}' for n in range(20_000)) + "]}"
)
LARGE_FILES = {
    "a page": ("a.html", large(HEAD, LINE)),
    "a page of broken elements": ("a.html", large(HEAD, "<p><b><td></i><a href='page/'>\n", "", 2)),
    "a page of scripts": (
        "a.html",
        large(HEAD, "<script>import('./picture.png')</script>\n", "", 2),
    ),
    "a page of styles": ("a.html", large(HEAD, "<p style='color: rgb(0 0 0)'>\n", "", 1)),
    "a page of rows that have no tag": ("a.html", large(HEAD, "<table><td>x</table>\n", "", 2)),
    "a page of closed paragraphs": ("a.html", large(HEAD + "<p>", "</p>\n")),
    "a page of comments left open": ("a.html", large(HEAD, "<!-- \n", "", 2)),
    "a page of titles left open": ("a.html", large("", "<title>\n", "", 2)),
    "a script of one word": ("a.js", large("a = '", "0123456789abcdef", "'", 2)),
    "a script": ("a.js", large("", "export const a = 'b.c' + `d` // 'e'\n", "", 2)),
    "a style sheet": ("a.css", large("", "p { background: url(picture.png) }\n", "", 1)),
    "a feed of long texts": ("a.xml", large("<rss><a>", "A line &amp; a word.\n", "</a></rss>")),
    "a picture that grows": ("a.svg", BOMB),
    "a search index": (SEARCH, ENTRIES),
    "a tag of many attributes": (
        "a.html",
        HEAD + "<p " + " ".join(f"a{n}=b{n}" for n in range(60_000)) + ">",
    ),
    "a telephone number": ("a.html", f'{HEAD}<a href="tel:{"1-" * 100_000}x">x</a>'),
    "a mail address": ("a.html", f'{HEAD}<a href="mailto:{"a." * 100_000}@">x</a>'),
    "a script of imports": ("a.js", large("", "import ", "", 1)),
    "a script of imports left open": ("a.js", large("", "import {", "", 1)),
    "a script of imports of nothing": ("a.js", large("", "import a from" + " " * 100, "", 1)),
    "a script of many imports": ("a.js", large("", 'import "./a.js";\n', "", 1)),
    "a script of slashes": ("a.js", large("import;", "/[", "", 1)),
    "a script of templates": ("a.js", large("import;", "`${", "", 1)),
}


@pytest.mark.parametrize("name", LARGE_FILES)
def test_a_file_of_megabytes_takes_seconds(name: str, tmp_path: Path) -> None:
    file, content = LARGE_FILES[name]
    make(tmp_path, home(f'<a href="nowhere/">x</a><a href="{file}">x</a>', {file: content}))
    command = [sys.executable, "-m", "linkcheck", str(tmp_path), *ADDRESS]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert "index.html:3: error: missing-page: 'nowhere/'" in told.stdout


# The file system.


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, home('<a href="pipe.html">x</a>'))
    os.mkfifo(tmp_path / "pipe.html")
    assert findings(tmp_path) == [("index.html", 3, "missing-page", "pipe.html")]


def test_a_folder_that_may_be_listed_but_not_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, home('<a href="closed/a.pdf">x</a>', {"closed/a.pdf": ""}))
    refuse(monkeypatch, os, "stat", tmp_path / "closed/a.pdf")
    assert "unreadable" in {rule for _, _, rule, _ in findings(tmp_path)}


def test_a_file_that_is_gone_when_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, linked("notes.txt", ""))
    read_bytes = Path.read_bytes

    def gone(file: Path) -> bytes:
        (tmp_path / "notes.txt").unlink(missing_ok=True)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert findings(tmp_path) == [("notes.txt", 1, "unreadable", "")]


@pytest.mark.parametrize("output", ["text", "json", "github"])
def test_a_name_that_is_no_utf_8_is_told_without_stumbling(
    output: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, {})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_text(HEAD)
    assert run(tmp_path, "--format", output) == 1
    assert "orphan-page" in capsys.readouterr().out


def test_a_name_that_is_no_utf_8_is_found_by_its_bytes(tmp_path: Path) -> None:
    make(tmp_path, home('<a href="caf%E9.html">x</a>\n<a href="caf%E8.html">x</a>'))
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_text(HEAD)
    assert findings(tmp_path) == [("index.html", 4, "missing-page", "caf%E8.html")]


def test_names_are_found_where_the_system_speaks_no_utf_8(tmp_path: Path) -> None:
    make(
        tmp_path,
        home('<a href="été/">x</a><a href="%C3%A9t%C3%A9/">x</a>', {"été/index.html": HEAD}),
    )
    command = [sys.executable, "-m", "linkcheck", str(tmp_path), *ADDRESS]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_a_link_of_the_file_system_within_the_site_is_followed(tmp_path: Path) -> None:
    make(tmp_path, home('<a href="a.png">x</a><a href="b/">x</a><a href="b/#part">x</a>'))
    (tmp_path / "a.png").symlink_to("picture.png")
    (tmp_path / "b").symlink_to("page", target_is_directory=True)
    assert findings(tmp_path) == []


def test_a_site_behind_a_link_of_the_file_system_is_read(tmp_path: Path) -> None:
    make(tmp_path / "site", home('<a href="nowhere/">x</a>'))
    (tmp_path / "link").symlink_to("site", target_is_directory=True)
    assert findings(tmp_path / "link") == [("index.html", 3, "missing-page", "nowhere/")]


WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from linkcheck.cli import main
code = main(sys.argv[1:])
print(code, [path for path in opened if path.startswith(sys.argv[1].replace("/site", "/outside"))])
"""


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    folder = make(
        tmp_path / "site",
        home(
            '<a href="../outside/secret.html#id">x</a><a href="..%2Foutside%2Fsecret.html#id">x</a>'
            '<a href="a.html#id">x</a><a href="b/secret.html#id">x</a>'
            '<style>@import "../outside/secret.css"; @import "..%5Coutside%5Csecret.css";</style>'
        ),
    )
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.html").write_text('<a href="secret">x</a>')
    (outside / "secret.css").write_text("@import 'secret'")
    (folder / "a.html").symlink_to(outside / "secret.html")
    (folder / "b").symlink_to(outside, target_is_directory=True)
    (folder / "page/c").symlink_to(folder / "b", target_is_directory=True)
    command = [sys.executable, "-c", WATCHED, str(folder), "--site-url", SITE_URL]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "1 []"


# The command.

FAULTY: Files = home('<a href="nowhere/">x</a>\n<a href="page">x</a>')


def test_the_command_tells_that_a_site_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(make(tmp_path, {})) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("2 pages, 3 links, 0 findings (0 errors, 0 warnings)\n", "")


def test_the_command_tells_what_it_finds_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(make(tmp_path, FAULTY)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "index.html:3: error: missing-page: 'nowhere/': there is no “nowhere/”",
        "index.html:4: warning: redirect: 'page': "
        "the address works through a redirect: end it with a slash",
        "",
        "  missing-page       1",
        "  redirect           1",
        "",
        "2 pages, 5 links, 2 findings (1 errors, 1 warnings)",
    ]


def test_the_command_tells_what_it_finds_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(make(tmp_path, FAULTY), "--format", "json") == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "page": "index.html",
        "line": 3,
        "rule": "missing-page",
        "target": "nowhere/",
        "resolved": f"{U}nowhere/",
        "message": "there is no “nowhere/”",
        "severity": "error",
    }
    assert (second["rule"], second["severity"]) == ("redirect", "warning")


def test_the_command_tells_of_a_whole_site_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(make(tmp_path, {}), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_command_annotates_for_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    snippet = '<a href="nowhere/">x</a>\n<a href="page">x</a>\n<a href="50%25%0A,:">x</a>'
    assert run(make(tmp_path, home(snippet)), "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "::error file=index.html,line=3,title=missing-page::'nowhere/': there is no “nowhere/”"
    )
    assert lines[1].startswith("::warning file=index.html,line=4,title=redirect::'page': ")
    assert lines[2].startswith(
        "::error file=index.html,line=5,title=missing-page::'50%2525%250A,:'"
    )
    assert lines[3:] == ["2 pages, 6 links, 3 findings (2 errors, 1 warnings)"]


def test_a_finding_is_told_on_one_line_whatever_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, home('<a href="a%0Ab/">x</a>', {"a\nb.pdf": ""}))
    assert run(tmp_path) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [len(line.split(": ")) > 3 for line in lines[:3]] == [True, True, False]


@pytest.mark.parametrize(
    "address", ["https://example.github.io/site", "https://EXAMPLE.github.io:443/a/../site/"]
)
def test_the_site_s_address_may_be_written_otherwise(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, home(f'<a href="{U}nowhere/">x</a><a href="/page/">x</a>'))
    assert main([str(tmp_path), "--site-url", address, "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [row["rule"] for row in rows] == ["missing-page", "outside-base"]


def test_a_site_may_stand_at_the_root_of_its_host(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = '<img src="/picture.png"><img src="https://someone.example/sprite.svg">'
    make(tmp_path, {"index.html": HEAD + pictures + '<a href="../page/">x</a><a href="/no/">x</a>'})
    assert main([str(tmp_path), "--site-url", "https://someone.example", "--format", "json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["rule"], row["resolved"]) == ("missing-page", "https://someone.example/no/")


def test_a_rule_that_is_ignored_is_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, FAULTY)
    assert run(tmp_path, "--ignore", "missing-page") == 1
    told = words(capsys.readouterr().out)
    assert [rule for rule in RULES if rule in told] == ["redirect"]
    assert run(tmp_path, "--ignore", "missing-page,redirect") == 0


def test_two_processes_find_in_a_large_site_what_one_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = 500
    links = "".join(f'<a href="p{number}/#id">x</a>\n' for number in range(pages))
    files = {
        f"p{number}/index.html": f'{HEAD}<p id="id"><a href="../p{number * 7 % 600}/#id">x</a>'
        for number in range(pages)
    }
    make(tmp_path, home(links, files))
    told = []
    for jobs in ("1", "2"):
        assert run(tmp_path, "--format", "json", "--jobs", jobs) == 1
        told.append(json.loads(capsys.readouterr().out))
    absent = [number for number in range(pages) if number * 7 % 600 >= pages]
    assert [row["page"] for row in told[0]] == sorted(f"p{n}/index.html" for n in absent)
    assert told[0] == told[1]


def test_the_rules_are_counted_the_commonest_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, home('<a href="page">x</a><a href="a.pdf">x</a><a href="b.pdf">x</a>'))
    assert run(tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-5:-1] == [
        "",
        "  missing-file       2",
        "  redirect           1",
        "",
    ]


@pytest.mark.parametrize("files", [[], ["notes.txt", "papers/a.pdf"]])
def test_a_folder_without_a_page_is_no_site(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert run(tmp_path) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"linkcheck: there is no page in [^\n]+\n", told.err)


MISPLACED: dict[str, tuple[Files, str]] = {
    "canonical addresses": (TWO_LANGUAGES, "https://example.github.io/site/"),
    "a sitemap": (
        {"sitemap.xml": SITEMAP},
        "https://example.github.io/site/",
    ),
}


@pytest.mark.parametrize("output", ["text", "json"])
@pytest.mark.parametrize("name", MISPLACED)
def test_a_wrong_address_of_the_site_is_told_in_a_sentence(
    name: str, output: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, likely = MISPLACED[name]
    make(tmp_path, files)
    for address in ("https://example.org/", "https://example.github.io/"):
        assert main([str(tmp_path), "--site-url", address, "--format", output]) == 1
        told = capsys.readouterr()
        assert re.fullmatch(rf"linkcheck: [^\n]+ {re.escape(likely)}: [^\n]+\n", told.err)
        assert output == "text" or json.loads(told.out)
    run(tmp_path)
    assert capsys.readouterr().err == ""


BAD_OPTIONS = {
    "nothing": ([], "SITE_DIR"),
    "an empty folder name": (["", *ADDRESS], "SITE_DIR"),
    "no address": (["."], "--site-url"),
    "no folder": (["nowhere", *ADDRESS], "nowhere"),
    "a file for a folder": (["index.html", *ADDRESS], "index.html"),
    "an address without its scheme": ([".", "--site-url", "example.github.io/site/"], "https://"),
    "an address that is none": ([".", "--site-url", "https://exa mple/"], "https://"),
    "an address of mail": ([".", "--site-url", "mailto:a@example.org"], "https://"),
    "an empty address": ([".", "--site-url", ""], "https://"),
    "an unknown format": ([".", *ADDRESS, "--format", "xml"], "--format"),
    "an unknown rule": ([".", *ADDRESS, "--ignore", "redirect,nosuch"], "nosuch"),
    "no process": ([".", *ADDRESS, "--jobs", "0"], "--jobs"),
    "fewer processes than none": ([".", *ADDRESS, "--jobs=-1"], "--jobs"),
    "processes that are no number": ([".", *ADDRESS, "--jobs", "two"], "--jobs"),
    "an unknown option": ([".", *ADDRESS, "--nosuch"], "--nosuch"),
    "two folders": ([".", "page", *ADDRESS], "page"),
}


@pytest.mark.parametrize("name", BAD_OPTIONS)
def test_bad_options_get_one_clear_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options, named = BAD_OPTIONS[name]
    monkeypatch.chdir(make(tmp_path, FAULTY))
    assert main(options) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"linkcheck: [^\n]+\n", told.err)
    assert named in told.err


@pytest.mark.parametrize(
    ("options", "code"), [(["--ignore", "missing-page,redirect"], 0), ([], 1), (["--jobs", "0"], 2)]
)
def test_the_command_ends_with_its_code(options: list[str], code: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "linkcheck", str(make(tmp_path, FAULTY)), *ADDRESS, *options]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == code
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("output", ["text", "json", "github"])
def test_a_terminal_that_knows_only_ascii_is_told_all_the_same(output: str, tmp_path: Path) -> None:
    make(tmp_path, home('<a href="été/">x</a>'))
    command = [sys.executable, "-m", "linkcheck", str(tmp_path), *ADDRESS, "--format", output]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in told.stderr
    assert (told.returncode, "missing-page" in told.stdout) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_report_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "linkcheck", str(make(tmp_path, FAULTY)), *ADDRESS]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert told.returncode == 2
    assert re.fullmatch(r"linkcheck: the report cannot be written[^\n]+\n", told.stderr)

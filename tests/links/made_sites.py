"""Small sites made of text, whole until a test breaks them, and what the checker finds in them."""

import errno
import os
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from linkcheck.checker import check, open_site

SITE_URL = U = "https://example.github.io/site/"
HEAD = '<!doctype html><html lang="en"><title>Title</title>\n'
NFC, NFD = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))
NFD_SUMMER = unicodedata.normalize("NFD", "l'été")

Files = Mapping[str, str | bytes]
"""What each file of a site holds, by its path."""

Row = tuple[str, int, str, str]
"""A finding: page, line, rule, target."""

HOME = """<!doctype html><html lang="en"><title>Home</title>
<a href="/site/page/">Page</a><img src="/site/picture.png"><img src="/site/sprite.svg">
"""
"""The first two lines of the home page; what a test adds starts on line 3."""

WHOLE: Files = {
    "index.html": HOME,
    "page/index.html": """<!doctype html><html lang="en"><title>Page</title>
<h2 id="part">Part</h2><p id="l'été">Été</p><a name="old"></a>
""",
    "picture.png": b"",
    "sprite.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="shape"/></svg>',
}
"""A site without a fault, which tests lay their own files over."""


def make(folder: Path, files: Files) -> Path:
    """Write a site: the whole one, with `files` laid over it."""
    for name, content in {**WHOLE, **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def home(snippet: str, files: Files | None = None) -> Files:
    """Return a home page that holds `snippet` from line 3, beside other files."""
    return {"index.html": HOME + snippet, **(files or {})}


def findings(folder: Path) -> list[Row]:
    """Return what the checker finds in the site built in `folder`."""
    report = check(open_site(folder, SITE_URL))
    return [(found.page, found.line, found.rule, found.target) for found in report.findings]


# Rules: for each a site that breaks it and a twin that does not.


@dataclass(frozen=True)
class Case:
    broken: Files
    whole: Files
    found: list[Row]
    spoil: Callable[[Path, pytest.MonkeyPatch], None] | None = None
    """What text cannot say of the broken site: links, permissions."""


def on_home(broken: str, whole: str, *found: tuple[int, str, str]) -> Case:
    return Case(home(broken), home(whole), [("index.html", *row) for row in found])


def beside(files: Files, broken: str, whole: str, *found: tuple[int, str, str]) -> Case:
    """As `on_home`, with other files in both twins."""
    rows: list[Row] = [("index.html", *row) for row in found]
    return Case(home(broken, files), home(whole, files), rows)


LINKS = {
    "a page that is not there": on_home(
        '<a href="nowhere/">x</a>\n<a href="nowhere.html">x</a>\n<a href="page/nowhere">x</a>',
        '<a href="page/">x</a>\n<a href="page/index.html">x</a>\n<a href="page/index">x</a>',
        (3, "missing-page", "nowhere/"),
        (4, "missing-page", "nowhere.html"),
        (5, "missing-page", "page/nowhere"),
    ),
    "a page in no folder": beside(
        {"about.html": HEAD},
        '<a href="about/">x</a><a href="about.html">x</a>',
        '<a href="about">x</a><a href="about.html?a=1">x</a>',
        (3, "missing-page", "about/"),
    ),
    "a file that is not there": on_home(
        '<a href="paper.pdf">x</a>',
        '<a href="picture.png?version=1">x</a>',
        (3, "missing-file", "paper.pdf"),
    ),
    "a file below a file": on_home(
        '<a href="picture.png/">x</a><a href="page//">x</a>',
        '<a href="picture.png">x</a><a href="page/./">x</a>',
        (3, "missing-page", "page//"),
        (3, "missing-page", "picture.png/"),
    ),
    "an address that escapes the base path": on_home(
        '<a href="../elsewhere/">x</a>\n<a href="%2e%2e/page/">x</a>',
        '<a href="../site/page/">x</a>\n<a href="../../../site/page/">x</a>',
        (3, "outside-base", "../elsewhere/"),
        (4, "outside-base", "%2e%2e/page/"),
    ),
    "an address that lacks the base path": on_home(
        '<a href="/page/">x</a><img src="/picture.png" alt="">',
        '<a href="/site/page/">x</a><img src="/site/picture.png" alt="">',
        (3, "outside-base", "/page/"),
        (3, "outside-base", "/picture.png"),
    ),
    "an address in the wrong case": on_home(
        '<a href="Page/">x</a>\n<img src="PICTURE.png" alt="">\n<a href="page/INDEX.html">x</a>',
        '<a href="page/">x</a>\n<img src="picture.png" alt="">\n<a href="page/index.html">x</a>',
        (3, "wrong-case", "Page/"),
        (4, "wrong-case", "PICTURE.png"),
        (5, "wrong-case", "page/INDEX.html"),
    ),
    "an accented address in the wrong case": beside(
        {f"{NFC}/index.html": HEAD},
        f'<a href="{NFC}/">x</a><a href="{NFC.upper()}/">x</a>',
        f'<a href="{NFC}/">x</a><a href="caf%C3%A9/">x</a>',
        (3, "wrong-case", f"{NFC.upper()}/"),
    ),
    "an address composed otherwise than the folder": beside(
        {f"{NFC}/index.html": HEAD},
        f'<a href="{NFC}/">x</a>\n<a href="{NFD}/">x</a>\n<a href="cafe%CC%81/">x</a>',
        f'<a href="{NFC}/">x</a>\n<a href="caf%c3%a9/">x</a>\n<a href="caf&eacute;/">x</a>',
        (4, "wrong-normalization", f"{NFD}/"),
        (5, "wrong-normalization", "cafe%CC%81/"),
    ),
    "an address composed otherwise than the file": beside(
        {f"{NFD}.png": ""},
        f'<img src="{NFD}.png" alt="">\n<img src="{NFC}.png" alt="">',
        f'<img src="{NFD}.png" alt="">\n<img src="cafe%CC%81.png" alt="">',
        (4, "wrong-normalization", f"{NFC}.png"),
    ),
    "a folder without an index": beside(
        {"papers/a.pdf": ""},
        '<a href="papers/a.pdf">x</a>\n<a href="papers/">x</a>\n<a href="papers">x</a>',
        '<a href="papers/a.pdf">x</a>',
        (4, "folder-without-index", "papers/"),
        (5, "folder-without-index", "papers"),
    ),
    "a link that a redirect mends": on_home(
        '<a href="page">x</a>\n<a href="/site/page?a=1">x</a>',
        '<a href="page/">x</a>\n<a href="/site/page/?a=1">x</a>',
        (3, "redirect", "page"),
        (4, "redirect", "/site/page?a=1"),
    ),
    "the site's root without its slash": on_home(
        f'<a href="/site">x</a>\n<a href="{U.rstrip("/")}">x</a>',
        f'<a href="/site/">x</a>\n<a href="{U}">x</a>',
        (3, "redirect", "/site"),
        (4, "redirect", U.rstrip("/")),
    ),
    "an empty address": on_home(
        '<a href="">x</a>\n<a href>x</a>\n<img src="" alt="">\n<a href=" ">x</a>\n'
        '<form action=""></form><button formaction="">x</button>',
        '<a href="#">x</a>\n<a>x</a>\n<img alt="">\n<a href="./">x</a>\n'
        "<form></form><button>x</button>",
        (3, "empty-address", ""),
        (4, "empty-address", ""),
        (5, "empty-address", ""),
        (6, "empty-address", " "),
        (7, "empty-address", ""),
        (7, "empty-address", ""),
    ),
    "stray white space": on_home(
        '<a href=" page/">x</a>\n<a href="page/\t">x</a>\n<a href="pa&#10;ge/">x</a>',
        '<a href="page/">x</a>\n<a href = page/ >x</a>\n<a href="page/?a=b c">x</a>',
        (3, "stray-space", " page/"),
        (4, "stray-space", "page/\t"),
        (5, "stray-space", "pa\nge/"),
    ),
    "a control character": on_home(
        '<a href="page/?\x01">x</a>\n<a href="page/?&#127;">x</a>',
        '<a href="page/?%01">x</a>\n<a href="page/?%7F">x</a>',
        (3, "stray-space", "page/?\x01"),
        (4, "stray-space", "page/?\x7f"),
    ),
    "an address that no browser can read": on_home(
        '<a href="https://exa mple.org/">x</a>\n<a href="http://[::1/">x</a>\n<a href="//">x</a>',
        '<a href="https://example.org/a b">x</a>\n<a href="http://[::1]/">x</a>',
        (3, "bad-address", "https://exa mple.org/"),
        (4, "bad-address", "http://[::1/"),
        (5, "bad-address", "//"),
    ),
    "an address whose slashes or host are wrong": on_home(
        '<a href="https:/page/">x</a>\n<a href="http:/example.org/">x</a>\n'
        '<a href="https:///example.org/">x</a>\n<a href="https://xn--a/">x</a>\n'
        '<a href="https://xn--zzzzzz--9.example.org/">x</a>\n<a href="https://example..org/">x</a>',
        '<a href="https:page/">x</a>\n<a href="http://example.org//a">x</a>\n'
        '<a href="https://xn--mgbh0fb.example.org/">x</a>\n<a href="https://été.example.org/">x</a>'
        '<a href="https://example.org.:8080/">x</a><a href="https://[::1]:80/">x</a>',
        (3, "outside-base", "https:/page/"),
        (4, "bad-address", "http:/example.org/"),
        (5, "bad-address", "https:///example.org/"),
        (6, "bad-address", "https://xn--a/"),
        (7, "bad-address", "https://xn--zzzzzz--9.example.org/"),
        (8, "bad-address", "https://example..org/"),
    ),
    "an address of a server for development": on_home(
        '<a href="http://localhost:8000/site/page/">x</a>\n<a href="http://127.0.0.1/page/">x</a>\n'
        '<img src="https://localhost/a.png" alt="">',
        '<a href="http://localhost:8000/">x</a><a href="http://127.0.0.1:3000/an/api">x</a>',
        (3, "bad-address", "http://localhost:8000/site/page/"),
        (4, "bad-address", "http://127.0.0.1/page/"),
        (5, "bad-address", "https://localhost/a.png"),
    ),
    "a bare name that no import map maps": beside(
        {"run.js": "import a from 'lib/a.js'", "other.js": "import a from 'nowhere'"}
        | {"js/a.js": "", "sub.js": ""},
        '<script type="importmap">{"imports": {"lib/": "./js/", "b": "./sub.js"}}</script>\n'
        '<script type="module">import a from "nowhere";\nimport "sub.js"</script>\n'
        '<script type="module" src="run.js"></script><a href="other.js">x</a>',
        '<script type="importmap">{"imports": {"lib/": "./js/", "b": "./sub.js"}}</script>\n'
        '<script type="module">import a from "b"; import("nowhere")</script>\n'
        '<script type="module" src="run.js"></script><a href="other.js">x</a>',
        (4, "bad-address", "nowhere"),
        (5, "bad-address", "sub.js"),
    ),
    "a bare name that a script imports": Case(
        home('<script type="module" src="a.js"></script>', {"a.js": "\nimport 'nowhere'"}),
        home('<a href="a.js">x</a>', {"a.js": "\nimport 'nowhere'"}),
        [("a.js", 2, "bad-address", "nowhere")],
    ),
    "an absolute link to the site's own address": on_home(
        f'<a href="{U}nowhere/">x</a>\n'
        '<a href="http://example.github.io/site/nowhere/">x</a>\n'
        '<a href="//example.github.io/site/nowhere/">x</a>\n'
        '<a href="HTTPS://Example.GitHub.io:443/site/page/#nowhere">x</a>',
        f'<a href="{U}page/">x</a>\n'
        '<a href="http://example.github.io/site/page/">x</a>\n'
        '<a href="//example.github.io/site/page/">x</a>\n'
        '<a href="HTTPS://Example.GitHub.io:443/site/page/#part">x</a>\n'
        '<a href="https://example.github.io/another-project/">x</a>',
        (3, "missing-page", f"{U}nowhere/"),
        (4, "missing-page", "http://example.github.io/site/nowhere/"),
        (5, "missing-page", "//example.github.io/site/nowhere/"),
        (6, "missing-fragment", "HTTPS://Example.GitHub.io:443/site/page/#nowhere"),
    ),
    "a resource over http: or no scheme": on_home(
        '<script src="//cdn.example.org/a.js"></script>\n'
        '<img src="http://example.org/a.png" alt="">\n'
        '<link rel="stylesheet" href="HTTP://example.org/a.css">\n'
        '<style>@import "//example.org/a.css";</style>',
        '<script src="https://cdn.example.org/a.js"></script>\n'
        '<a href="http://example.org/a.png">x</a>\n'
        '<a href="//example.org/">x</a>\n'
        '<link rel="preconnect" href="//example.org">\n'
        '<link rel="dns-prefetch" href="http://example.org">\n'
        '<link rel="profile" href="http://gmpg.org/xfn/11">\n<link rel="me" href="//example.org/">'
        '<link rel="pingback" href="http://example.org/x"><object><a href="http://example.org/">x',
        (3, "insecure-resource", "//cdn.example.org/a.js"),
        (4, "insecure-resource", "http://example.org/a.png"),
        (5, "insecure-resource", "HTTP://example.org/a.css"),
        (6, "insecure-resource", "//example.org/a.css"),
    ),
    "an address that lacks the base path but names the host": Case(
        {
            "index.html": HOME
            + '<meta property="og:url" content="https://example.github.io/page/">'
            '\n<a href="https://example.github.io/page/index.html">x</a>'
        },
        {
            "index.html": HOME + f'<meta property="og:url" content="{U}page/">\n'
            '<a href="https://example.github.io/">x</a><a href="https://example.github.io/page/">x</a>'
        },
        [
            ("index.html", 3, "outside-base", "https://example.github.io/page/"),
            ("index.html", 4, "outside-base", "https://example.github.io/page/index.html"),
        ],
    ),
    "an address with two slashes within": on_home(
        '<a href="/site//page/">x</a><a href="/site//">x</a><img src="/site//picture.png" alt="">',
        '<a href="/site/page/?a=//b">x</a><a href="/site/page/#part">x</a>',
        (3, "missing-file", "/site//picture.png"),
        (3, "missing-page", "/site//"),
        (3, "missing-page", "/site//page/"),
    ),
    "odd spellings of an address": on_home(
        '<a href="page%2Fnowhere">x</a>\n<a href="page./">x</a>\n<a href="page;a=1/">x</a>\n'
        '<a href="page+/">x</a>\n<a href="page%23part">x</a>\n<a href="page%3Fa=1">x</a>',
        '<a href="%70age/">x</a>\n<a href="././/../page/">x</a>\n<a href="page\\">x</a>\n'
        '<a href="page/?a=1&amp;b=2#part">x</a>\n<a href="%2e/page/%2E/">x</a>\n'
        '<a href="x/%2e%2e/page/">x</a>\n<a href="https://me:secret@example.github.io/site/">x</a>',
        (3, "missing-page", "page%2Fnowhere"),
        (4, "missing-page", "page./"),
        (5, "missing-page", "page;a=1/"),
        (6, "missing-page", "page+/"),
        (7, "missing-page", "page%23part"),
        (8, "missing-page", "page%3Fa=1"),
    ),
    "a canonical address by http:": on_home(
        '<link rel="canonical" href="http://example.github.io/site/">',
        f'<link rel="canonical" href="{U}"><a href="http://example.github.io/site/">x</a>',
        (3, "redirect", "http://example.github.io/site/"),
    ),
    "a folder that nothing is in": on_home(
        '<script type="importmap">{"imports": {"a/": "./nowhere/"}}</script>\n'
        '<script type="module">new URL("./nowhere/", import.meta.url)</script>',
        '<script type="importmap">{"imports": {"a/": "./page/"}}</script>\n'
        '<script type="module">new URL("./page/", import.meta.url);'
        'new URL(".", import.meta.url)</script>',
        (3, "missing-page", "./nowhere/"),
        (4, "missing-page", "./nowhere/"),
    ),
    "the scope of a manifest": Case(
        home('<a href="a.webmanifest">x</a>', {"a.webmanifest": '{"scope": "/sight/"}'}),
        home('<a href="a.webmanifest">x</a>', {"a.webmanifest": '{"scope": "/"}'}),
        [("a.webmanifest", 1, "outside-base", "/sight/")],
    ),
    "<base> and <base>": on_home(
        '<base target="_top"><base href="page/"><base href="nowhere/">\n<a href="nowhere/">x</a>',
        '<base target="_top"><base href="page/"><base href="nowhere/">\n<a href="../page/">x</a>',
        (4, "missing-page", "nowhere/"),
    ),
    "a <base> that browsers pass over": on_home(
        '<base href="data:text/plain,"><a href="nowhere/">x</a>',
        '<base href="javascript:"><a href="page/">x</a>',
        (3, "missing-page", "nowhere/"),
    ),
    "a page in a frame that is written into the page": Case(
        {"404.html": HEAD + '<iframe srcdoc="<a href=page/>x</a>"></iframe>'},
        {"404.html": HEAD + '<base href="/site/"><iframe srcdoc="<a href=page/>x</a>"></iframe>'},
        [("404.html", 2, "relative-in-404", "page/")],
    ),
    "a refresh that is none": on_home(
        '<meta http-equiv="refresh" content="0; nowhere/">',
        '<meta http-equiv="refresh" content="url=nowhere/"><meta http-equiv="refresh" content="5">'
        '<meta http-equiv="refresh" content="; url=nowhere/"><meta content="0; url=nowhere/">',
        (3, "missing-page", "nowhere/"),
    ),
    "a javascript: link": on_home(
        '<a href="javascript:void(0)">x</a>\n<form action="JavaScript:go()"></form>',
        '<button type="button">x</button>\n<form action="page/"></form>',
        (3, "javascript-link", "javascript:void(0)"),
        (4, "javascript-link", "JavaScript:go()"),
    ),
    "a malformed mailto:": on_home(
        '<a href="mailto:">x</a>\n<a href="mailto:someone">x</a>\n'
        '<a href="mailto:a@b@example.org">x</a>\n'
        '<a href="mailto:a@example.org;b@example.org">x</a>\n'
        '<a href="mailto://a@example.org">x</a>\n<a href="mailto:a@example..org">x</a>\n'
        '<a href="mailto:a@example.org,">x</a>\n<a href="mailto:a@example.org?cc=nobody">x</a>\n'
        '<a href="mailto:?to=nobody">x</a>\n<a href="mailto: a@example.org">x</a>\n'
        '<a href="mailto:mailto:a@example.org">x</a>\n'
        '<a href="mailto:a@example.org&amp;subject=x">x</a>\n'
        '<a href="mailto:A &lt;a@example.org&gt;">x</a>\n<a href="mailto:a..b@example.org">x</a>\n'
        '<a href="mailto:a@-example.org">x</a>',
        '<a href="mailto:a@example.org">x</a>\n<a href="mailto:a@example.org?subject=A%20B">x</a>\n'
        '<a href="mailto:a.b+c@example.org,d@example.org">x</a>\n'
        '<a href="mailto:%22not%40me%22@example.org">x</a><a href="mailto:a%40example.org">x</a>\n'
        '<a href="mailto:gorby%25kremvax@example.org, b@example.org">x</a>\n'
        '<a href="mailto:%22a%2Cb%22@example.org,Mike%26family@[192.0.2.1]">x</a>\n'
        '<a href="MAILTO:a@example.org">x</a>\n<a href="mailto:?to=a@example.org">x</a>\n'
        '<a href="mailto:a+b@example.org?cc=c+d@example.org&amp;body=x@y">x</a>',
        (3, "bad-mailto", "mailto:"),
        (4, "bad-mailto", "mailto:someone"),
        (5, "bad-mailto", "mailto:a@b@example.org"),
        (6, "bad-mailto", "mailto:a@example.org;b@example.org"),
        (7, "bad-mailto", "mailto://a@example.org"),
        (8, "bad-mailto", "mailto:a@example..org"),
        (9, "bad-mailto", "mailto:a@example.org,"),
        (10, "bad-mailto", "mailto:a@example.org?cc=nobody"),
        (11, "bad-mailto", "mailto:?to=nobody"),
        (12, "bad-mailto", "mailto: a@example.org"),
        (13, "bad-mailto", "mailto:mailto:a@example.org"),
        (14, "bad-mailto", "mailto:a@example.org&subject=x"),
        (15, "bad-mailto", "mailto:A <a@example.org>"),
        (16, "bad-mailto", "mailto:a..b@example.org"),
        (17, "bad-mailto", "mailto:a@-example.org"),
    ),
    "a malformed tel:": on_home(
        '<a href="tel:">x</a>\n<a href="tel:phone">x</a>\n<a href="tel:+33 1 23 45">x</a>\n'
        '<a href="tel://+33123">x</a>',
        '<a href="tel:+33123456789">x</a>\n<a href="tel:112">x</a>\n'
        '<a href="tel:+1-(201)-555.0123;ext=5">x</a>\n<a href="tel:*100%23">x</a>',
        (3, "bad-tel", "tel:"),
        (4, "bad-tel", "tel:phone"),
        (5, "bad-tel", "tel:+33 1 23 45"),
        (6, "bad-tel", "tel://+33123"),
    ),
    "an unknown scheme": on_home(
        '<a href="htps://example.org/">x</a>\n<a href="localhost:8000/">x</a>\n'
        '<img src="C:\\picture.png" alt="">\n<a href="file:///etc/hostname">x</a>\n'
        '<a href="htpp://example.org/">x</a><a href="ttps://example.org/">x</a>\n'
        '<a href="hhtps://example.org/">x</a><a href="example.org:8000/">x</a>\n'
        '<a href="email:a@example.org">x</a><a href="mailo:a@example.org">x</a>\n'
        '<a href="tell:+33123">x</a><a href="fpt://example.org/">x</a>'
        '<a href="javscript:x()">x</a><a href="hptts://example.org/">x</a>',
        '<a href="https://example.org/">x</a>\n<a href="sms:+33123456789">x</a>\n'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">\n'
        '<a href="ftp://example.org/a">x</a>\n<a href="vscode://file/a">x</a>'
        '<a href="whatsapp://send?text=a">x</a><a href="slack://open">x</a>'
        '<a href="apt:vim">x</a><a href="callto:+33123">x</a><a href="org.example.app:/a">x</a>\n'
        '<a href="sftp://example.org/">x</a><a href="rtmp://example.org/">x</a>'
        '<a href="doi:10.1000/182">x</a><a href="web+x:a">x</a>'
        '<a href="bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT">x</a>',
        (3, "unknown-scheme", "htps://example.org/"),
        (4, "unknown-scheme", "localhost:8000/"),
        (5, "unknown-scheme", "C:\\picture.png"),
        (6, "unknown-scheme", "file:///etc/hostname"),
        (7, "unknown-scheme", "htpp://example.org/"),
        (7, "unknown-scheme", "ttps://example.org/"),
        (8, "unknown-scheme", "example.org:8000/"),
        (8, "unknown-scheme", "hhtps://example.org/"),
        (9, "unknown-scheme", "email:a@example.org"),
        (9, "unknown-scheme", "mailo:a@example.org"),
        (10, "unknown-scheme", "fpt://example.org/"),
        (10, "unknown-scheme", "hptts://example.org/"),
        (10, "unknown-scheme", "javscript:x()"),
        (10, "unknown-scheme", "tell:+33123"),
    ),
    "a relative address in 404.html": Case(
        {
            "404.html": HEAD
            + '<a href="page/">x</a>\n<img src="./picture.png" alt="">\n<a href="?">'
        },
        {
            "404.html": HEAD
            + f'<a href="/site/page/">x</a>\n<img src="{U}picture.png">\n<a href="#">'
        },
        [
            ("404.html", 2, "relative-in-404", "page/"),
            ("404.html", 3, "relative-in-404", "./picture.png"),
            ("404.html", 4, "relative-in-404", "?"),
        ],
    ),
    "a relative <base> in 404.html": Case(
        {"404.html": HEAD + '<base href="page/">\n<a href="./">x</a>'},
        {"404.html": HEAD + '<base href="/site/page/">\n<a href="./">x</a>'},
        [("404.html", 3, "relative-in-404", "./")],
    ),
}

ID_ATTRIBUTES = {
    "label[for]": '<label for="{}">x</label>',
    "output[for]": '<output for="there {}">x</output>',
    "td[headers]": '<table><tr><td headers="there {}">x</table>',
    "th[headers]": '<table><tr><th headers="{}">x</table>',
    "button[popovertarget]": '<button popovertarget="{}">x</button>',
    "button[commandfor]": '<button commandfor="{}">x</button>',
    **{
        f"div[{name}]": f'<div {name}="{{}}">x</div>'
        for name in (
            "aria-activedescendant",
            "aria-controls",
            "aria-describedby",
            "aria-details",
            "aria-errormessage",
            "aria-flowto",
            "aria-labelledby",
            "aria-owns",
        )
    },
}

STYLED_PARTS = {
    **{
        f"path[{name}]": f'<svg><path {name}="url(#{{}})"/></svg>'
        for name in (
            "clip-path",
            "cursor",
            "fill",
            "filter",
            "marker",
            "marker-end",
            "marker-mid",
            "marker-start",
            "mask",
            "stroke",
        )
    },
    "path[fill], quoted": """<svg><path fill="url('#{}') none"/></svg>""",
    "a style attribute": '<p style="clip-path: url(#{})">',
    "a style attribute, quoted": """<p style="mask: url('#{}')">""",
    "a style element": "<style>p {{ filter: url(#{}) }}</style><p>x</p>",
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><g id="shape"/>
<path fill="url(#{0})"/><style>path {{ mask: url(#{0}) }}</style></svg>"""

FRAGMENTS = {
    "a fragment of another page": on_home(
        '<a href="page/#nowhere">x</a>\n<a href="page/index.html#nowhere">x</a>',
        '<a href="page/#part">x</a>\n<a href="page/index.html#part">x</a>\n'
        '<a href="page/#old">x</a>',
        (3, "missing-fragment", "page/#nowhere"),
        (4, "missing-fragment", "page/index.html#nowhere"),
    ),
    "a fragment behind a redirect": on_home(
        '<a href="page#nowhere">x</a>',
        '<a href="page/#part">x</a>',
        (3, "missing-fragment", "page#nowhere"),
        (3, "redirect", "page#nowhere"),
    ),
    "a fragment of the same page": on_home(
        '<p id="here"><a href="#nowhere">x</a>\n<a href="./#nowhere">x</a>',
        '<p id="here"><a href="#here">x</a>\n<a href="./#here">x</a>\n'
        '<a href="index.html#here">x</a>',
        (3, "missing-fragment", "#nowhere"),
        (4, "missing-fragment", "./#nowhere"),
    ),
    "the top of the page": on_home(
        '<a href="#topmost">x</a>',
        '<a href="#">x</a>\n<a href="#top">x</a>\n<a href="#TOP">x</a>\n<a href="page/#top">x</a>',
        (3, "missing-fragment", "#topmost"),
    ),
    "a fragment in the wrong case": on_home(
        '<a href="page/#Part">x</a>\n<a href="page/#OLD">x</a>',
        '<a href="page/#part">x</a>\n<a href="page/#old">x</a>',
        (3, "fragment-case", "page/#Part"),
        (4, "fragment-case", "page/#OLD"),
    ),
    "a fragment with an apostrophe and accents": on_home(
        '<a href="page/#l%27%C3%A9t%C3%A8">x</a>\n<a href="page/#l’été">x</a>\n'
        f'<a href="page/#{NFD_SUMMER}">x</a>',
        '<a href="page/#l%27%C3%A9t%C3%A9">x</a>\n<a href="page/#l\'été">x</a>\n'
        '<a href="page/#l&#39;&eacute;t&eacute;">x</a>\n<a href="page/#l%27%c3%a9t%c3%a9">x</a>',
        (3, "missing-fragment", "page/#l%27%C3%A9t%C3%A8"),
        (4, "missing-fragment", "page/#l’été"),
        (5, "missing-fragment", f"page/#{NFD_SUMMER}"),
    ),
    "an id that is percent-encoded itself": on_home(
        '<p id="a%20b"><a href="#a%2520c">x</a>',
        '<p id="a%20b"><a href="#a%20b">x</a><a href="#a%2520b">x</a>',
        (3, "missing-fragment", "#a%2520c"),
    ),
    "a fragment through <base>": on_home(
        '<base href="page/"><p id="here">\n<a href="#here">x</a>',
        '<base href="page/"><p id="here">\n<a href="#part">x</a>\n<a href="../#here">x</a>',
        (4, "missing-fragment", "#here"),
    ),
    "a text fragment": on_home(
        '<a href="page/#nowhere:~:text=Part">x</a>',
        '<a href="page/#:~:text=Part">x</a><a href="page/#part:~:text=Part">x</a>',
        (3, "missing-fragment", "page/#nowhere:~:text=Part"),
    ),
    "ids that no browser sees": on_home(
        '<!-- <p id="a"> --><script>"<p id=b>"</script><template><p id="c"></template>'
        '<textarea><p id="d"></textarea><style>/*<p id="e">*/</style>\n'
        + "".join(f'<a href="#{name}">x</a>' for name in "abcde"),
        '<p id="a"><script id="b"></script><template id="c"></template>'
        '<textarea id="d"></textarea><style id="e"></style>\n'
        + "".join(f'<a href="#{name}">x</a>' for name in "abcde"),
        *[(4, "missing-fragment", f"#{name}") for name in "abcde"],
    ),
    "a fragment of a picture": on_home(
        '<svg><use href="sprite.svg#nowhere"/></svg>\n<img src="sprite.svg#Shape" alt="">',
        '<svg><use href="sprite.svg#shape"/></svg>\n'
        '<img src="sprite.svg#svgView(viewBox(0,0,8,8))" alt="">',
        (3, "missing-fragment", "sprite.svg#nowhere"),
        (4, "fragment-case", "sprite.svg#Shape"),
    ),
    "a fragment of what has no ids": beside(
        {"paper.pdf": "", "film.mp4": "", "notes.txt": ""},
        '<a href="paper.pdf#page=2">x</a><video src="film.mp4#t=10"></video>'
        '<a href="notes.txt#line=3">x</a>\n<a href="page/#page=2">x</a>',
        '<a href="paper.pdf#page=2">x</a><video src="film.mp4#t=10"></video>'
        '<a href="notes.txt#line=3">x</a>',
        (4, "missing-fragment", "page/#page=2"),
    ),
    "an id that stands twice": on_home(
        '<p id="a">\n<p id="a">\n<svg><g id="a"/></svg>',
        '<p id="a">\n<p id="A">\n<template><p id="a"></template><!-- <p id="a"> -->',
        (4, "duplicate-id", "a"),
        (5, "duplicate-id", "a"),
    ),
    "an id that stands twice in a picture": Case(
        {"sprite.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<g id="a"/>\n<g id="a"/></svg>'},
        {"sprite.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<g id="a"/>\n<g id="b"/></svg>'},
        [("sprite.svg", 3, "duplicate-id", "a")],
    ),
    "ids in documents within the page": on_home(
        '<iframe srcdoc="<p id=a>"></iframe><p><template shadowrootmode="open"><p id="b">'
        '</template></p>\n<a href="#a">x</a><a href="#b">x</a>',
        '<iframe srcdoc="<p id=a><a href=#a>x</a>"></iframe><p id="a"><template '
        'shadowrootmode="open"><p id="a"><a href="#a">x</a></template></p>\n<a href="#a">x</a>',
        (4, "missing-fragment", "#a"),
        (4, "missing-fragment", "#b"),
    ),
    "an id that stands twice in a document within the page": on_home(
        '<iframe srcdoc="<p id=a><p id=a>"></iframe>\n<p><template shadowrootmode="open"><p id="b">'
        '<p id="b"></template></p>',
        '<iframe srcdoc="<p id=a>"></iframe>\n<iframe srcdoc="<p id=a>"></iframe><p id="a">',
        (3, "duplicate-id", "a"),
        (4, "duplicate-id", "b"),
    ),
    "a label in a shadow root": on_home(
        '<p id="a"><template shadowrootmode="open"><label for="a">x</label></template>',
        '<p id="b"><template shadowrootmode="open"><label for="a">x</label><input id="a">'
        "</template>",
        (3, "dangling-reference", "a"),
    ),
    "a fragment of XHTML": Case(
        home('<a href="a.xhtml#nowhere">x</a>', {"a.xhtml": '<html><p id="here"/></html>'}),
        home('<a href="a.xhtml#here">x</a>', {"a.xhtml": '<html><p id="here"/></html>'}),
        [("index.html", 3, "missing-fragment", "a.xhtml#nowhere")],
    ),
    "a map that odd elements seem to have": on_home(
        '<object usemap="#nowhere"></object>',
        '<div usemap="#nowhere"></div>',
        (3, "dangling-reference", "#nowhere"),
    ),
    "a part of the drawing": on_home(
        '<base href="page/"><svg><g id="a"/><use href="#nowhere"/></svg>',
        '<base href="page/"><svg><g id="a"/><use href="#a"/></svg><a href="#part">x</a>',
        (3, "missing-fragment", "#nowhere"),
    ),
    **{
        f"what {place} names": on_home(
            '<svg id="there"></svg>\n' + markup.format("nowhere"),
            '<svg id="there"></svg>\n' + markup.format("there"),
            (4, "dangling-reference", "nowhere"),
        )
        for place, markup in STYLED_PARTS.items()
    },
    "what a style names that is for an element of the page": on_home(
        "<style>@media print { q, p::before { mask: url(#nowhere) } }</style><p>x</p>",
        "<style>@media print { q, q::before { mask: url(#nowhere) } }</style><p>x</p>",
        (3, "dangling-reference", "nowhere"),
    ),
    "what a style in a picture names": Case(
        {"sprite.svg": DRAWING.format("nowhere")},
        {"sprite.svg": DRAWING.format("a")},
        [("sprite.svg", 2, "dangling-reference", "nowhere")] * 2,
    ),
    "what a style sheet names": beside(
        {"a.css": "p { clip-path: url(#nowhere); behavior: url(#default#VML) }"},
        '<link rel="stylesheet" href="a.css"><p style="mask: url(#nowhere)">',
        '<link rel="stylesheet" href="a.css"><p style="behavior: url(#default#VML)">',
        (3, "dangling-reference", "nowhere"),
    ),
    "a fragment of a font": beside(
        {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'},
        "<style>p { mask: url(a.svg#x) }</style>",
        '<style>@font-face { font-family: a; src: url(a.svg#x) format("svg") }</style>',
        (3, "missing-fragment", "a.svg#x"),
    ),
    "an id of the wrong element": on_home(
        '<p id="a">\n<input list="a">\n<input form="a">\n<form name="b"></form><input form="b">',
        '<datalist id="a"></datalist>\n<input list="a">\n<form id="b"></form><input form="b">',
        (4, "dangling-reference", "a"),
        (5, "dangling-reference", "a"),
        (6, "dangling-reference", "b"),
    ),
    "ids that odd attributes seem to name": on_home(
        '<p popover anchor="nowhere">\n<p itemscope itemref="nowhere">\n'
        '<a interestfor="nowhere">x</a>',
        '<p anchor="nowhere">\n<p form="nowhere" list="nowhere" for="nowhere" headers="nowhere">',
        (3, "dangling-reference", "nowhere"),
        (4, "dangling-reference", "nowhere"),
        (5, "dangling-reference", "nowhere"),
    ),
    "a picture's map": on_home(
        '<map name="plan"></map>\n<img src="picture.png" usemap="#Plan" alt="">\n'
        '<img src="picture.png" usemap="plan" alt="">',
        '<map name="plan"></map>\n<img src="picture.png" usemap="#plan" alt="">'
        '<map id="sketch"></map><img src="picture.png" usemap="#sketch" alt="">',
        (4, "dangling-reference", "#Plan"),
        (5, "dangling-reference", "plan"),
    ),
    **{
        f"an id that {place} names": on_home(
            '<p id="there">\n' + markup.format("nowhere"),
            '<p id="there">\n' + markup.format("there"),
            (4, "dangling-reference", "nowhere"),
        )
        for place, markup in ID_ATTRIBUTES.items()
    },
}

FR = f"""<!doctype html><html lang="fr"><title>Accueil</title>
<link rel="canonical" href="{U}">
<link rel="alternate" hreflang="fr" href="{U}">
<link rel="alternate" hreflang="en" href="{U}en/">
<link rel="alternate" hreflang="x-default" href="{U}">
<a href="en/">English</a><img src="picture.png" alt=""><img src="sprite.svg" alt="">
"""
EN = f"""<!doctype html><html lang="en"><title>Home</title>
<link rel="canonical" href="{U}en/">
<link rel="alternate" hreflang="fr" href="{U}">
<link rel="alternate" hreflang="en" href="{U}en/">
<link rel="alternate" hreflang="x-default" href="{U}">
<a href="../page/">Page</a>
"""
ALTERNATES = f"""<xhtml:link rel="alternate" hreflang="fr" href="{U}"/>
<xhtml:link rel="alternate" hreflang="en" href="{U}en/"/>
<xhtml:link rel="alternate" hreflang="x-default" href="{U}"/>
"""
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{U}</loc>
{ALTERNATES}</url>
<url><loc>{U}en/</loc>
{ALTERNATES}</url>
<url><loc>{U}page/</loc></url>
</urlset>
"""
PAGE = f'{HEAD}<link rel="canonical" href="{U}page/">\n'
TWO_LANGUAGES = {"index.html": FR, "en/index.html": EN, "page/index.html": PAGE}
WITH_SITEMAP = {**TWO_LANGUAGES, "sitemap.xml": SITEMAP}


def altered(files: dict[str, str], file: str, old: str, new: str, *found: Row) -> Case:
    """`files` whole, and broken by `new` in one of them in the place of `old`."""
    assert old in files[file]
    return Case({**files, file: files[file].replace(old, new, 1)}, files, list(found))


def in_page(old: str, new: str, *found: tuple[int, str, str]) -> Case:
    """A fault of the English home page, told there."""
    rows: list[Row] = [("en/index.html", *row) for row in found]
    return altered(TWO_LANGUAGES, "en/index.html", old, new, *rows)


def in_sitemap(old: str, new: str, *found: Row) -> Case:
    return altered(WITH_SITEMAP, "sitemap.xml", old, new, *found)


MOVED = (
    HEAD + '<noscript><meta http-equiv="refresh" content="0; url=page/"></noscript>'
    '{}<a href="page/">x</a>'
)
UNDECLARED = {
    file: "\n".join(line for line in text.splitlines() if "hreflang" not in line)
    for file, text in TWO_LANGUAGES.items()
}
AS_IF_ALONE = f'<xhtml:link rel="alternate" hreflang="en" href="{U}en/"/>\n'
SITEMAP_PART = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
IN_PARTS: Files = {
    **TWO_LANGUAGES,
    "sitemap.xml": f"<sitemapindex><sitemap><loc>{U}a.xml</loc></sitemap>"
    f"<sitemap><loc>{U}b.xml</loc></sitemap></sitemapindex>",
    "a.xml": SITEMAP_PART.format(f"<url><loc>{U}</loc></url><url><loc>{U}en/</loc></url>"),
}
LISTED = f"<url><loc>{U}</loc></url>"
AS_INDEX = f'{HOME}<link rel="canonical" href="{U}index.html">'
NONE = HEAD + '<meta name="robots" content="{}">'
RSS_TEXT = "<rss><channel>\n<description><![CDATA[{}]]></description></channel></rss>"
ATOM_TEXT = (
    '<feed xmlns="http://www.w3.org/2005/Atom" {}>\n'
    '<entry><content type="xhtml"><div>{}</div></content></entry></feed>'
)
JSON_TEXT = (
    '{{"version": "https://jsonfeed.org/version/1.1",\n"items": [{{"content_html": "{}"}}]}}'
)
FEEDS = '<a href="feed.xml">x</a><a href="feed.json">x</a>'
LINK_FR, LINK_EN, LINK_ANY = (line for line in EN.splitlines() if "hreflang" in line)

METADATA = {
    "a canonical address that is relative": in_page(
        f'canonical" href="{U}en/"', 'canonical" href="./"', (2, "not-absolute", "./")
    ),
    "a canonical address that lacks its scheme": in_page(
        f'canonical" href="{U}en/"',
        'canonical" href="//example.github.io/site/en/"',
        (2, "not-absolute", "//example.github.io/site/en/"),
    ),
    "no canonical address where most have one": in_page(
        f'<link rel="canonical" href="{U}en/">', "", (1, "canonical-missing", "")
    ),
    "two canonical addresses": in_page(
        '<a href="../page/">',
        f'<link rel="canonical" href="{U}page/"><a href="../page/">',
        (6, "canonical-duplicate", f"{U}page/"),
    ),
    "a version whose address is relative": in_page(
        LINK_FR, '<link rel="alternate" hreflang="fr" href="../">', (3, "not-absolute", "../")
    ),
    "a version whose address is relative, with a type": in_page(
        LINK_FR,
        '<link rel="alternate" type="text/html" hreflang="fr" href="../">',
        (3, "not-absolute", "../"),
    ),
    "a version that is not there": in_page(
        LINK_ANY,
        f'{LINK_ANY}<link rel="alternate" hreflang="de" href="{U}de/">',
        (5, "missing-page", f"{U}de/"),
    ),
    "a code that is no language": in_page(
        LINK_ANY,
        f'{LINK_ANY}\n<link rel="alternate" hreflang="english" href="https://example.org/">\n'
        '<link rel="alternate" hreflang="en_GB" href="https://example.org/gb/">\n'
        '<link rel="alternate" hreflang="" href="https://example.org/none/">',
        (6, "hreflang-code", "https://example.org/"),
        (7, "hreflang-code", "https://example.org/gb/"),
        (8, "hreflang-code", "https://example.org/none/"),
    ),
    "a code that is none, of a page of the site": in_page(
        LINK_EN,
        f'{LINK_EN}<link rel="alternate" hreflang="english" href="{U}en/">',
        (4, "hreflang-code", f"{U}en/"),
    ),
    "another version for one language": in_page(
        LINK_ANY,
        f'{LINK_ANY}\n<link rel="alternate" hreflang="fr" href="{U}page/">',
        (6, "hreflang-duplicate", f"{U}page/"),
    ),
    "a version that a redirect mends": altered(
        TWO_LANGUAGES,
        "index.html",
        LINK_EN,
        f'<link rel="alternate" hreflang="en" href="{U}en">',
        ("index.html", 4, "redirect", f"{U}en"),
    ),
    "two versions for one language": in_page(
        LINK_EN,
        f'{LINK_EN}\n<link rel="alternate" hreflang="EN" href="{U}en/">',
        (5, "hreflang-duplicate", f"{U}en/"),
    ),
    "a page that is not among its versions": in_page(LINK_EN, "", (3, "hreflang-self", f"{U}en/")),
    "no version for other languages": in_page(LINK_ANY, "", (3, "hreflang-x-default", "x-default")),
    "a version that does not answer": altered(
        TWO_LANGUAGES,
        "en/index.html",
        f"{LINK_FR}\n{LINK_EN}\n{LINK_ANY}",
        f'{LINK_EN}\n<link rel="alternate" hreflang="x-default" href="{U}en/">',
        ("index.html", 4, "hreflang-reciprocal", f"{U}en/"),
    ),
    "a version in another language than declared": altered(
        TWO_LANGUAGES,
        "en/index.html",
        'lang="en"',
        'lang="de-AT"',
        ("en/index.html", 4, "hreflang-language", f"{U}en/"),
        ("index.html", 4, "hreflang-language", f"{U}en/"),
    ),
    "a version that declares no language": altered(
        TWO_LANGUAGES,
        "en/index.html",
        ' lang="en"',
        "",
        ("en/index.html", 4, "hreflang-language", f"{U}en/"),
        ("index.html", 4, "hreflang-language", f"{U}en/"),
    ),
    "a canonical address of a page that moves on": Case(
        {
            **TWO_LANGUAGES,
            "old.html": f'{HEAD}<meta http-equiv="refresh" content="30; url=page/">'
            '<link rel="canonical" href="page/"><a href="old.html">x</a>',
            "page/index.html": f'{PAGE}<a href="../old.html">x</a>',
        },
        {
            **TWO_LANGUAGES,
            "old.html": f'{HEAD}<meta http-equiv="refresh" content="0; url=page/">'
            '<link rel="canonical" href="page/">',
        },
        [("old.html", 2, "not-absolute", "page/")],
    ),
    "a page that a script moves on": Case(
        {**WITH_SITEMAP, "old.html": MOVED.format("")},
        {**WITH_SITEMAP, "old.html": MOVED.format("<script>location.href = 'page/'</script>")},
        [
            ("old.html", 1, "canonical-missing", ""),
            ("old.html", 1, "orphan-page", "old.html"),
            ("old.html", 1, "sitemap-missing-page", f"{U}old.html"),
        ],
    ),
    "a region that is none": in_page(
        LINK_EN,
        '<link rel="alternate" hreflang="en-UK" href="https://example.org/">'
        f"\n{LINK_EN}\n"
        '<link rel="alternate" hreflang="jp" href="https://example.org/jp/">'
        '<link rel="alternate" hreflang="en-GB" href="https://example.org/gb/">'
        '<link rel="alternate" hreflang="es-419" href="https://example.org/es/">'
        '<link rel="alternate" hreflang="zh-Hant-TW" href="https://example.org/zh/">'
        '<link rel="alternate" hreflang="gsw" href="https://example.org/gsw/">',
        (4, "hreflang-code", "https://example.org/"),
        (6, "hreflang-code", "https://example.org/jp/"),
    ),
    "another form of the page": in_page(
        LINK_EN,
        f'{LINK_EN}<link rel="alternate" hreflang="de" type="text/html" href="../page/">',
        (4, "hreflang-reciprocal", "../page/"),
        (4, "hreflang-language", "../page/"),
        (4, "not-absolute", "../page/"),
    ),
    "versions that only the sitemap declares": Case(
        {**UNDECLARED, "sitemap.xml": SITEMAP.replace(ALTERNATES, AS_IF_ALONE)},
        {**UNDECLARED, "sitemap.xml": SITEMAP},
        [
            ("sitemap.xml", 4, "hreflang-reciprocal", f"{U}en/"),
            ("sitemap.xml", 4, "hreflang-self", U),
            ("sitemap.xml", 4, "hreflang-x-default", "x-default"),
            ("sitemap.xml", 7, "hreflang-x-default", "x-default"),
        ],
    ),
    "a sitemap in parts that lacks a page": Case(
        {**IN_PARTS, "b.xml": SITEMAP_PART.format("")},
        {**IN_PARTS, "b.xml": SITEMAP_PART.format(f"<url><loc>\n{U}page/\n</loc></url>")},
        [("page/index.html", 1, "sitemap-missing-page", f"{U}page/")],
    ),
    "a page that two parts of a sitemap have": Case(
        {**IN_PARTS, "b.xml": SITEMAP_PART.format(f"<url><loc>{U}page/</loc></url>\n" + LISTED)},
        {
            **IN_PARTS,
            "b.xml": SITEMAP_PART.format(
                f"<url><loc>{U}page/</loc></url>\n{LISTED.replace('</url>', '<i:image/></url>')}"
            ),
        },
        [("b.xml", 2, "sitemap-duplicate", U)],
    ),
    "a version of the sitemap that is not there": in_sitemap(
        f'hreflang="en" href="{U}en/"',
        f'hreflang="en" href="{U}nowhere/"',
        ("sitemap.xml", 5, "missing-page", f"{U}nowhere/"),
    ),
    "a sitemap that lists nothing": Case(
        {**WITH_SITEMAP, "sitemap.xml": "<urlset></urlset>"},
        WITH_SITEMAP,
        [
            (file, 1, "sitemap-missing-page", address)
            for file, address in (
                ("en/index.html", f"{U}en/"),
                ("index.html", U),
                ("page/index.html", f"{U}page/"),
            )
        ],
    ),
    "a sitemap that is a text": Case(
        {"sitemap.txt": f"{U}\n"},
        {"sitemap.txt": f"{U}\n{U}page/index.html\n"},
        [("page/index.html", 1, "sitemap-missing-page", f"{U}page/")],
    ),
    "a page that the sitemap has under two of its addresses": Case(
        {"sitemap.txt": f"{U}\n{U}page/\n{U}page/index.html\n"},
        {"sitemap.txt": f"{U}\n{U}page/\n"},
        [("sitemap.txt", 3, "sitemap-duplicate", f"{U}page/index.html")],
    ),
    "a home page that calls itself index.html": Case(
        {"index.html": AS_INDEX, "sitemap.txt": f"{U}\n{U}page/\n"},
        {"index.html": AS_INDEX, "sitemap.txt": f"{U}index.html\n{U}page/\n"},
        [
            ("index.html", 1, "sitemap-missing-page", f"{U}index.html"),
            ("sitemap.txt", 1, "sitemap-not-a-page", U),
        ],
    ),
    "a page that no robot may index": Case(
        {"page/index.html": NONE.format("index, nofollow"), "sitemap.txt": f"{U}\n"},
        {"page/index.html": NONE.format("none"), "sitemap.txt": f"{U}\n"},
        [("page/index.html", 1, "sitemap-missing-page", f"{U}page/")],
    ),
    "a directive of robots.txt misspelt": Case(
        {"robots.txt": "Useragent: *\nDissallow: /a\nAlow: /b\n"},
        {"robots.txt": "USER-AGENT: *\nDisallow: /a\nCrawl-delay: 1\nYandex-only: b\n"},
        [
            ("robots.txt", 1, "robots-syntax", "Useragent"),
            ("robots.txt", 2, "robots-syntax", "Dissallow"),
            ("robots.txt", 3, "robots-syntax", "Alow"),
        ],
    ),
    "a relative address in HTML of a feed": Case(
        {
            "feed.xml": RSS_TEXT.format("<a href='/site/page/'>"),
            "feed.atom": ATOM_TEXT.format("", "<a href='page/'>x</a>"),
            "feed.json": JSON_TEXT.format("<a href='page/'>"),
            "index.html": HOME + FEEDS + '<a href="feed.atom">x</a>',
        },
        {
            "feed.xml": RSS_TEXT.format(f"<a href='{U}page/'><a href='#x'><p id='a'><p id='a'>"),
            "feed.atom": ATOM_TEXT.format(f"xml:base='{U}'", "<a href='page/'>x</a><a href='#x'/>"),
            "feed.json": JSON_TEXT.format("<label for='x'><a href='#x'>"),
            "index.html": HOME + FEEDS + '<a href="feed.atom">x</a>',
        },
        [
            ("feed.atom", 2, "not-absolute", "page/"),
            ("feed.json", 2, "not-absolute", "page/"),
            ("feed.xml", 2, "not-absolute", "/site/page/"),
        ],
    ),
    "what is of another vocabulary in a feed": Case(
        {
            "feed.xml": "<rss><channel>\n<comments>10</comments></channel></rss>",
            "index.html": HOME + '<a href="feed.xml">x</a>',
        },
        {
            "feed.xml": "<rss xmlns:slash='slash'><channel>\n<slash:comments>10</slash:comments>"
            "<description>a &lt; b, href='x'</description></channel></rss>",
            "index.html": HOME + '<a href="feed.xml">x</a>',
        },
        [
            ("feed.xml", 2, "missing-page", "10"),
            ("feed.xml", 2, "not-absolute", "10"),
        ],
    ),
    "a page that the sitemap lacks": in_sitemap(
        f"<url><loc>{U}page/</loc></url>",
        "",
        ("page/index.html", 1, "sitemap-missing-page", f"{U}page/"),
    ),
    "a page that the sitemap has twice": in_sitemap(
        "</urlset>",
        f"<url><loc>{U}page/</loc></url></urlset>",
        ("sitemap.xml", 14, "sitemap-duplicate", f"{U}page/"),
    ),
    "a page of the sitemap that is not there": in_sitemap(
        "</urlset>",
        f"<url><loc>{U}nowhere/</loc></url></urlset>",
        ("sitemap.xml", 14, "missing-page", f"{U}nowhere/"),
    ),
    "a page of the sitemap under another of its addresses": in_sitemap(
        f"{U}page/",
        f"{U}page/index.html",
        ("page/index.html", 1, "sitemap-missing-page", f"{U}page/"),
        ("sitemap.xml", 13, "sitemap-not-a-page", f"{U}page/index.html"),
    ),
    "a page of the sitemap that a redirect mends": in_sitemap(
        f"{U}page/",
        f"{U}page",
        ("page/index.html", 1, "sitemap-missing-page", f"{U}page/"),
        ("sitemap.xml", 13, "redirect", f"{U}page"),
    ),
    "an address of the sitemap outside the site": in_sitemap(
        "</urlset>",
        "<url><loc>https://example.org/</loc></url></urlset>",
        ("sitemap.xml", 14, "sitemap-not-a-page", "https://example.org/"),
    ),
    "a picture in the sitemap": in_sitemap(
        "</urlset>",
        f"<url><loc>{U}picture.png</loc></url></urlset>",
        ("sitemap.xml", 14, "sitemap-not-a-page", f"{U}picture.png"),
    ),
    "a relative address in the sitemap": in_sitemap(
        f"{U}page/", "/site/page/", ("sitemap.xml", 13, "not-absolute", "/site/page/")
    ),
    "a page of the sitemap that is not to be indexed": altered(
        WITH_SITEMAP,
        "page/index.html",
        HEAD,
        f'{HEAD}<meta name="robots" content="noindex">',
        ("sitemap.xml", 13, "sitemap-not-a-page", f"{U}page/"),
    ),
    "the page of what is missing in the sitemap": Case(
        {
            **WITH_SITEMAP,
            "404.html": HEAD,
            "sitemap.xml": SITEMAP.replace(
                "</urlset>", f"<url><loc>{U}404.html</loc></url></urlset>"
            ),
        },
        {**WITH_SITEMAP, "404.html": HEAD},
        [("sitemap.xml", 14, "sitemap-not-a-page", f"{U}404.html")],
    ),
    "a version that the sitemap lacks": in_sitemap(
        f'<xhtml:link rel="alternate" hreflang="en" href="{U}en/"/>\n',
        "",
        ("sitemap.xml", 3, "sitemap-alternates", U),
    ),
    "a version that the sitemap alone has": in_sitemap(
        f"<url><loc>{U}page/</loc></url>",
        f"<url><loc>{U}page/</loc>"
        f'<xhtml:link rel="alternate" hreflang="en" href="{U}page/"/></url>',
        ("sitemap.xml", 13, "sitemap-alternates", f"{U}page/"),
    ),
    "a line of robots.txt that says nothing": Case(
        {"robots.txt": "User-agent: *\n# a note\n\nDisallow /private\n"},
        {"robots.txt": "User-agent: *\n# a note\n\nDisallow: /private # why\nDisallow:\n"},
        [("robots.txt", 4, "robots-syntax", "Disallow /private")],
    ),
    "a sitemap of robots.txt": Case(
        {"robots.txt": f"Sitemap: {U}sitemap.xml\nsitemap: /site/picture.png\n"},
        {"robots.txt": f"Sitemap: {U}sitemap.xml\n", **WITH_SITEMAP},
        [
            ("robots.txt", 1, "missing-file", f"{U}sitemap.xml"),
            ("robots.txt", 2, "not-absolute", "/site/picture.png"),
        ],
    ),
    "a picture of social networks that is relative": on_home(
        '<meta property="og:image" content="picture.png">\n'
        '<meta name="twitter:image" content="/site/picture.png">\n'
        '<meta property="og:url" content="">',
        f'<meta property="og:image" content="{U}picture.png">\n'
        f'<meta name="twitter:image" content="{U}picture.png">\n'
        f'<meta property="og:url" content="{U}">\n<meta property="og:title" content="">',
        (3, "not-absolute", "picture.png"),
        (4, "not-absolute", "/site/picture.png"),
        (5, "empty-address", ""),
    ),
    "a relative address in a feed": Case(
        {
            "feed.xml": "<rss><channel>\n<link>/site/</link>\n<guid>page/</guid></channel></rss>",
            "feed.json": '{"version": "https://jsonfeed.org/version/1.1",\n"icon": "picture.png"}',
            "index.html": HOME + FEEDS,
        },
        {
            "feed.xml": f"<rss><channel>\n<link>{U}</link>\n"
            '<guid isPermaLink="false">page/</guid></channel></rss>',
            "feed.json": '{"version": "https://jsonfeed.org/version/1.1",\n'
            f'"icon": "{U}picture.png"}}',
            "index.html": HOME + FEEDS,
        },
        [
            ("feed.json", 2, "not-absolute", "picture.png"),
            ("feed.xml", 2, "not-absolute", "/site/"),
            ("feed.xml", 3, "not-absolute", "page/"),
        ],
    ),
}

LOST: Files = {"lost/index.html": HEAD + '<a href="./">itself</a>'}
UNUSED: Files = {"lost.css": "", "lost.pdf": ""}
APP: Files = {
    "app.js": 'fetch("words." + language + ".txt"); fetch(`list-${page}.json`); fetch("all.json");',
    "all.json": "{}",
    "list-1.json": "{}",
}
FRAMES = '<frameset><frame title="x" src="lost/"></frameset>'
STYLED: Files = {"feed.xml": '<?xml-stylesheet href="feed.xsl"?><rss/>', "lost.css": ""}
XSLT = (
    '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform">'
    '<link rel="stylesheet" href="/site/{}"/></x:stylesheet>'
)

ORPHANS = {
    "a page that only a program is told of": Case(
        home(
            f'<link rel="alternate" hreflang="x-default" href="{U}lost/">'
            f'<link rel="alternate" hreflang="en" href="{U}">'
            '<link rel="prefetch" href="lost/"><blockquote cite="lost/">x</blockquote>',
            {
                "lost/index.html": f'{HEAD}<link rel="alternate" hreflang="x-default" '
                f'href="{U}lost/"><link rel="alternate" hreflang="en" href="{U}">',
                "robots.txt": f"Sitemap: {U}lost/",
            },
        ),
        home('<a href="lost/">x</a>', LOST),
        [("lost/index.html", 1, "orphan-page", "lost/index.html")],
    ),
    "a page that a text only speaks of": Case(
        home("<!-- lost/ --><p>lost/index.html", LOST),
        home('<map name="m"><area href="lost/"></map>', LOST),
        [("lost/index.html", 1, "orphan-page", "lost/index.html")],
    ),
    **{
        f"a page that only {markup.partition(' href')[0]} leads to": Case(
            home("", LOST),
            home(markup, LOST),
            [("lost/index.html", 1, "orphan-page", "lost/index.html")],
        )
        for markup in (
            *(
                f'<link rel="{rel}" href="lost/">'
                for rel in (
                    "index",
                    "search",
                    "next",
                    "prev",
                    "contents",
                    "glossary",
                    "help",
                    "author",
                    "license",
                    "copyright",
                    "privacy-policy",
                    "amphtml",
                )
            ),
            '<link rel="alternate" media="print" href="lost/">',
            '<iframe title="x" src="lost/"></iframe>',
            '<object type="text/html" data="lost/"></object>',
            '<form action="lost/"></form>',
            '<meta http-equiv="refresh" content="60; url=lost/">',
        )
    },
    "a page that only a set of frames shows": Case(
        home('<a href="frames.html">x</a>', {"frames.html": "<frameset></frameset>", **LOST}),
        home('<a href="frames.html">x</a>', {"frames.html": FRAMES, **LOST}),
        [("lost/index.html", 1, "orphan-page", "lost/index.html")],
    ),
    "a page that only a script opens": Case(
        home('<script src="sw.js"></script>', {"offline.html": HEAD, "sw.js": "'offline.htm'"}),
        home(
            '<script src="sw.js"></script>',
            {"offline.html": HEAD, "sw.js": "cache.addAll(['/site/offline.html'])"},
        ),
        [("offline.html", 1, "orphan-page", "offline.html")],
    ),
    "a page that only data speak of": Case(
        home('<a href="a.json">x</a>', {"lost.html": HEAD, "a.json": '{"url": "lost.html"}'}),
        home('<a href="lost.html">x</a>', {"lost.html": HEAD}),
        [("lost.html", 1, "orphan-page", "lost.html")],
    ),
    "a page that proves whose the site is": Case(
        {"google.html": HEAD, "page/google0123456789abcdef.html": HEAD},
        {"google0123456789abcdef.html": HEAD, "yandex_0123456789abcdef.html": HEAD},
        [
            ("google.html", 1, "orphan-page", "google.html"),
            (
                "page/google0123456789abcdef.html",
                1,
                "orphan-page",
                "page/google0123456789abcdef.html",
            ),
        ],
    ),
    **{
        f"a file that only {name} names": Case(
            home("", {"lost.png": ""}),
            home(markup, {"lost.png": ""}),
            [("lost.png", 1, "orphan-asset", "lost.png")],
        )
        for name, markup in {
            "an attribute for a script": '<img src="picture.png" data-src="lost.png" alt="">',
            "a field": '<form><input type="hidden" name="next" value="lost.png"></form>',
            "a handler": "<p onclick=\"go('lost.png')\">x",
            "a template": '<template><img src="lost.png" alt=""></template><script>a()</script>',
            "a template of a script": '<script type="text/html"><img src="lost.png"></script>',
            "a comment for old browsers": '<!--[if lt IE 9]><img src="lost.png"><![endif]-->',
        }.items()
    },
    "a page that only a template speaks of": Case(
        home('<template><a href="lost.html">x</a></template>', {"lost.html": HEAD}),
        home(
            '<template><a href="lost.html">x</a></template><script>a()</script>',
            {"lost.html": HEAD},
        ),
        [("lost.html", 1, "orphan-page", "lost.html")],
    ),
    "a file of the name of another": Case(
        home("<script>load('a/lost.png')</script>", {"a/lost.png": "", "b/lost.png": ""}),
        home("<script>load(b + '/lost.png')</script>", {"a/lost.png": "", "b/lost.png": ""}),
        [("b/lost.png", 1, "orphan-asset", "b/lost.png")],
    ),
    "a file that only an XSLT style sheet names": Case(
        home('<a href="feed.xml">x</a>', {**STYLED, "feed.xsl": XSLT.format("other.css")}),
        home('<a href="feed.xml">x</a>', {**STYLED, "feed.xsl": XSLT.format("lost.css")}),
        [("lost.css", 1, "orphan-asset", "lost.css")],
    ),
    "a file that nothing uses": Case(
        home("<!-- lost.css --><p>lost.pdf", UNUSED),
        home('<link rel="stylesheet" href="lost.css"><a href="lost.pdf">x</a>', UNUSED),
        [("lost.css", 1, "orphan-asset", "lost.css"), ("lost.pdf", 1, "orphan-asset", "lost.pdf")],
    ),
    "a file that a script names": Case(
        home('<script src="app.js"></script>', {**APP, "lost.json": "{}"}),
        home('<script src="app.js"></script>', APP),
        [("lost.json", 1, "orphan-asset", "lost.json")],
    ),
    "a file that programs know the address of": Case(
        {"a.xml": "<a/>", "b.json": '{"docs": []}', "c.atom": "<a/>"},
        {"a.xml": "<rss/>", "b/search/search_index.json": '{"docs": []}', "c.atom": "<feed/>"},
        [
            ("a.xml", 1, "orphan-asset", "a.xml"),
            ("b.json", 1, "orphan-asset", "b.json"),
            ("c.atom", 1, "orphan-asset", "c.atom"),
        ],
    ),
    "a file that is asked for by its name": Case(
        {"notes/robots.txt": "", "index/ab.pf_page": ""},
        {
            "robots.txt": "",
            "favicon.ico": "",
            ".nojekyll": "",
            "CNAME": "",
            "404.html": HEAD,
            "a/pagefind-entry.json": "{}",
            "a/wasm.fr.pagefind": "",
            "a/index/ab.pf_index": "",
        },
        [
            ("index/ab.pf_page", 1, "orphan-asset", "index/ab.pf_page"),
            ("notes/robots.txt", 1, "orphan-asset", "notes/robots.txt"),
        ],
    ),
}


def out_of_the_site(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder.parent / "secret.html").write_text('<a href="nowhere/">x</a>')
    (folder / "a.html").symlink_to(folder.parent / "secret.html")
    (folder / "b.html").symlink_to("b.html")
    (folder / "c.html").symlink_to("nowhere.html")
    (folder / "d").symlink_to(folder.parent, target_is_directory=True)
    (folder / "page" / "e").symlink_to(folder, target_is_directory=True)


def without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything: what it cannot, here, is only said to be so."""
    refuse(monkeypatch, Path, "read_bytes", folder / "notes.txt")
    refuse(monkeypatch, os, "scandir", folder / "closed")


def refuse(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, refused: Path) -> None:
    """Let the function `name` refuse one path, given first, as the system does."""
    function = getattr(owner, name)

    def refusing(path: "os.PathLike[str]", *args: object, **options: object) -> object:
        if Path(path) == refused:
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return function(path, *args, **options)

    monkeypatch.setattr(owner, name, refusing)


NOTES: Files = {
    **home('<a href="notes.txt">x</a><a href="closed/a.pdf">x</a>'),
    "notes.txt": "",
    "closed/a.pdf": "",
}

FILES = {
    "a picture that is no XML": Case(
        home('<a href="a.svg">x</a>', {"a.svg": "<svg>\n<g>\n</svg>"}),
        home('<a href="a.svg">x</a>', {"a.svg": "<svg>\n<g/>\n</svg>"}),
        [("a.svg", 3, "malformed", "")],
    ),
    "a sitemap that is no XML": altered(
        WITH_SITEMAP, "sitemap.xml", "</urlset>", "", ("sitemap.xml", 14, "malformed", "")
    ),
    "an empty sitemap": Case(
        {**WITH_SITEMAP, "sitemap.xml": ""}, WITH_SITEMAP, [("sitemap.xml", 1, "malformed", "")]
    ),
    "what is no JSON": Case(
        home(
            '<script type="application/ld+json">{"url": }</script>\n'
            '<script type="importmap">{</script>\n<script type="speculationrules"></script>'
            '<a href="site.webmanifest">x</a>',
            {"site.webmanifest": '{\n"icons": [],\n}', "search/search_index.json": "[1"},
        ),
        home(
            '<script type="application/ld+json">{"url": null}</script>\n'
            '<script type="importmap">{}</script>\n<script type="speculationrules">{}</script>'
            '<a href="site.webmanifest">x</a><a href="search/search_index.json">x</a>',
            {"site.webmanifest": '{\n"icons": []\n}', "search/search_index.json": "[1]"},
        ),
        [
            ("index.html", 3, "malformed", ""),
            ("index.html", 4, "malformed", ""),
            ("index.html", 5, "malformed", ""),
            ("search/search_index.json", 1, "malformed", ""),
            ("site.webmanifest", 3, "malformed", ""),
        ],
    ),
    "bytes that are no UTF-8": Case(
        {"index.html": (HOME + "\n<p>été").encode("latin-1"), "robots.txt": b"# \xe9"},
        {"index.html": (HOME + "\n<p>été").encode("utf-8-sig"), "robots.txt": "# é"},
        [("index.html", 4, "not-utf-8", ""), ("robots.txt", 1, "not-utf-8", "")],
    ),
    "what may not be read": Case(
        NOTES,
        NOTES,
        [
            ("closed", 1, "unreadable", "closed"),
            ("index.html", 3, "missing-file", "closed/a.pdf"),
            ("notes.txt", 1, "unreadable", ""),
        ],
        spoil=without_permission,
    ),
    "a link of the file system that leads nowhere good": Case(
        {},
        {},
        [
            ("a.html", 1, "outside-symlink", "a.html"),
            ("b.html", 1, "outside-symlink", "b.html"),
            ("c.html", 1, "outside-symlink", "c.html"),
            ("d", 1, "outside-symlink", "d"),
            ("page/e", 1, "outside-symlink", "page/e"),
        ],
        spoil=out_of_the_site,
    ),
}

CASES = {**LINKS, **FRAGMENTS, **METADATA, **ORPHANS, **FILES}

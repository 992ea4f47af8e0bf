"""Each kind of fault, planted alone into a copy of the built site, is found under its rule."""

import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest

from linkcheck.checker import check, open_site
from linkcheck.findings import RULES
from tests.support.site import SITE_URL, Site

PAGE, TWIN, HOME = "incident/index.html", "en/incident/index.html", "index.html"
SHEET, MODULE = "assets/stylesheets/site.css", "assets/javascripts/tables.js"
ICON, SITEMAP, SEARCH = "assets/favicon.svg", "sitemap.xml", "search/search_index.json"
BASE = "/grok-azure/"
HERE, THERE = f"{SITE_URL}incident/", f"{SITE_URL}en/incident/"
MISSING = f"{SITE_URL}nowhere/"
NFC, NFD = (unicodedata.normalize(form, "assets/été.txt") for form in ("NFC", "NFD"))

How = Callable[[Path, str], None]
"""Alters a file of the site in a folder."""


@dataclass(frozen=True)
class Mutation:
    file: str
    how: How
    rule: str
    target: str
    page: str = ""
    """Where the fault is told, if not in the file that is altered."""
    line: str | None = None
    """What the line told must hold, if not the target."""


def replace(old: str, new: str) -> How:
    def alter(folder: Path, name: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}: mend this test"
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return alter


def insert(markup: str) -> How:
    """Plant `markup` at the end of the article, on a line of its own."""
    return replace("</article>", f"\n{markup}\n</article>")


def insert_link(address: str) -> How:
    return insert(f'<a href="{address}">x</a>')


def insert_in_head(markup: str) -> How:
    return replace("</head>", f"\n{markup}\n</head>")


def insert_script(kind: str, text: str) -> How:
    return insert(f'<script type="{kind}">\n{text}</script>')


def append(text: str) -> How:
    def alter(folder: Path, name: str) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return alter


def write(content: bytes = b"") -> How:
    """Make a file that the site does not have, or make another of one that it has."""

    def alter(folder: Path, name: str) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)

    return alter


def delete(folder: Path, name: str) -> None:
    (folder / name).unlink()


def rename(new: str) -> How:
    def alter(folder: Path, name: str) -> None:
        (folder / name).rename(folder / new)

    return alter


def both(first: How, second: How, file: str) -> How:
    """Alter two files: the mutation's own, then `file`."""

    def alter(folder: Path, name: str) -> None:
        first(folder, name)
        second(folder, file)

    return alter


def link_out(folder: Path, name: str) -> None:
    (folder / name).symlink_to("/etc/hostname")


LINK_TO_OPENAI = '<a href="../openai/" class="md-nav__link ">'
LINK_TO_TWIN = f'<link rel="alternate" href="{THERE}" hreflang="en">'
LINK_TO_SELF = f'<link rel="alternate" href="{HERE}" hreflang="fr">'
LINK_TO_ANY = f'<link rel="alternate" href="{HERE}" hreflang="x-default">'
CANONICAL = f'<link rel="canonical" href="{HERE}">'
IN_SITEMAP = f"<loc>{HERE}</loc>"


def openai(written: str) -> How:
    """Write the address of a link of the navigation otherwise."""
    return replace(LINK_TO_OPENAI, LINK_TO_OPENAI.replace("../openai/", written))


LINKS = {
    "a link misspelt": Mutation(PAGE, openai("../opnai/"), "missing-page", "../opnai/"),
    "a link one level short": Mutation(PAGE, openai("openai/"), "missing-page", "openai/"),
    "a link to Markdown": Mutation(PAGE, openai("../openai.md"), "missing-file", "../openai.md"),
    "a link to no file": Mutation(
        PAGE, insert_link("../assets/paper.pdf"), "missing-file", "../assets/paper.pdf"
    ),
    "a page deleted": Mutation(
        "en/sources/index.html", delete, "missing-page", "sources/", "en/index.html"
    ),
    "a page deleted, told by the 404 page": Mutation(
        "sources/index.html", delete, "missing-page", f"{BASE}sources/", "404.html"
    ),
    "a folder renamed": Mutation("incident", rename("affaire"), "missing-page", "incident/", HOME),
    "a folder renamed in capitals": Mutation(
        "incident", rename("Incident"), "wrong-case", "incident/", HOME
    ),
    "an index renamed": Mutation(
        PAGE, rename("incident/page.html"), "folder-without-index", "incident/", HOME
    ),
    "a style sheet deleted": Mutation(SHEET, delete, "missing-file", SHEET, HOME),
    "a script deleted": Mutation(MODULE, delete, "missing-file", f"../../{MODULE}", TWIN),
    "an icon renamed": Mutation(
        ICON, rename("assets/icon.svg"), "missing-file", f"{BASE}{ICON}", "404.html"
    ),
    "an icon renamed in capitals": Mutation(
        ICON, rename("assets/Favicon.svg"), "wrong-case", f"../{ICON}", PAGE
    ),
    "a link out of the base path": Mutation(
        PAGE, openai("../../openai/"), "outside-base", "../../openai/"
    ),
    "a link without the base path": Mutation(PAGE, openai("/openai/"), "outside-base", "/openai/"),
    "a link in capitals": Mutation(PAGE, openai("../OpenAI/"), "wrong-case", "../OpenAI/"),
    "a link composed otherwise": Mutation(
        PAGE, both(insert_link(f"../{NFD}"), write(), NFC), "wrong-normalization", f"../{NFD}"
    ),
    "a link to a folder that is not listed": Mutation(
        PAGE, insert_link("../assets/"), "folder-without-index", "../assets/"
    ),
    "a link without its slash": Mutation(PAGE, openai("../openai"), "redirect", "../openai"),
    "a link to the site without its slash": Mutation(
        PAGE, insert_link(SITE_URL.rstrip("/")), "redirect", SITE_URL.rstrip("/")
    ),
    "an empty link": Mutation(PAGE, openai(""), "empty-address", "", line='href=""'),
    "a link without a value": Mutation(
        PAGE, insert("<a href>x</a>"), "empty-address", "", line="<a href>"
    ),
    "a space before an address": Mutation(
        PAGE, openai(" ../openai/"), "stray-space", " ../openai/"
    ),
    "an address over two lines": Mutation(
        PAGE, openai("../open\nai/"), "stray-space", "../open\nai/", line="../open"
    ),
    "a control character": Mutation(
        PAGE, openai("../openai/?\x02"), "stray-space", "../openai/?\x02"
    ),
    "an address with a space in its host": Mutation(
        PAGE, insert_link("https://exa mple.org/"), "bad-address", "https://exa mple.org/"
    ),
    "the site's own address misspelt": Mutation(
        PAGE, insert_link(MISSING), "missing-page", MISSING
    ),
    "the site's own address without its scheme": Mutation(
        PAGE, insert_link(MISSING[6:]), "missing-page", MISSING[6:]
    ),
    "a picture over http:": Mutation(
        PAGE,
        insert('<img src="http://example.org/a.png" alt="">'),
        "insecure-resource",
        "http://example.org/a.png",
    ),
    "a script without its scheme": Mutation(
        PAGE,
        insert_in_head('<script src="//example.org/a.js"></script>'),
        "insecure-resource",
        "//example.org/a.js",
    ),
    "a link that is a script": Mutation(
        PAGE, openai("javascript:history.back()"), "javascript-link", "javascript:history.back()"
    ),
    "a mail to no address": Mutation(
        PAGE, insert_link("mailto:xai.com"), "bad-mailto", "mailto:xai.com"
    ),
    "a telephone number with spaces": Mutation(
        PAGE, insert_link("tel:+33 1 23"), "bad-tel", "tel:+33 1 23"
    ),
    "a scheme misspelt": Mutation(
        PAGE, insert_link("htps://x.ai/"), "unknown-scheme", "htps://x.ai/"
    ),
    "a relative link in the 404 page": Mutation(
        "404.html",
        replace(f'href="{BASE}sources/"', 'href="sources/"'),
        "relative-in-404",
        "sources/",
    ),
    "a relative style sheet in the 404 page": Mutation(
        "404.html", replace(f'href="{BASE}{SHEET}"', f'href="{SHEET}"'), "relative-in-404", SHEET
    ),
}

FRAGMENTS = {
    "a section misspelt": Mutation(
        PAGE, openai("../openai/#nowhere"), "missing-fragment", "../openai/#nowhere"
    ),
    "a heading without its id": Mutation(
        PAGE, replace('<h2 id="may-14">', "<h2>"), "missing-fragment", "#may-14"
    ),
    "a heading whose id is in capitals": Mutation(
        PAGE, replace('<h2 id="may-14">', '<h2 id="May-14">'), "fragment-case", "#may-14"
    ),
    "a heading commented out": Mutation(
        PAGE,
        both(replace("<h2 id", "<!--<h2 id"), replace("</h2>", "</h2>-->"), PAGE),
        "missing-fragment",
        "#may-14",
    ),
    "a footnote without its id": Mutation(
        PAGE,
        replace('<li id="fn:personne-nommee">', "<li>"),
        "missing-fragment",
        "#fn:personne-nommee",
    ),
    "a footnote that returns nowhere": Mutation(
        PAGE,
        replace(' id="fnref:personne-nommee"', ""),
        "missing-fragment",
        "#fnref:personne-nommee",
    ),
    "an accent that an id lacks": Mutation(
        PAGE, insert_link("#%C3%A9t%C3%A9"), "missing-fragment", "#%C3%A9t%C3%A9"
    ),
    "a section before a text fragment": Mutation(
        PAGE,
        insert_link("../openai/#nowhere:~:text=a"),
        "missing-fragment",
        "../openai/#nowhere:~:text=a",
    ),
    "a base that moves the sections": Mutation(
        PAGE, insert_in_head(f'<base href="{BASE}en/">'), "missing-fragment", "#may-14"
    ),
    "a part that a picture lacks": Mutation(
        PAGE,
        insert(f'<svg><use href="../{ICON}#nowhere"/></svg>'),
        "missing-fragment",
        f"../{ICON}#nowhere",
    ),
    "an id given twice": Mutation(
        PAGE, insert('<p id="may-14">x'), "duplicate-id", "may-14", line='<p id="may-14">'
    ),
    "a label misspelt": Mutation(
        PAGE,
        replace('class="md-overlay" for="__drawer"', 'class="md-overlay" for="__drower"'),
        "dangling-reference",
        "__drower",
    ),
    **{
        f"{name} that names no id": Mutation(PAGE, insert(markup), "dangling-reference", "nowhere")
        for name, markup in {
            "aria-labelledby": '<p aria-labelledby="may-14 nowhere">x',
            "aria-describedby": '<p aria-describedby="nowhere">x',
            "aria-controls": '<button aria-controls="nowhere">x</button>',
            "headers": '<table><tr><td headers="nowhere">x</table>',
            "list": '<input list="nowhere">',
            "form": '<input form="nowhere">',
            "popovertarget": '<button popovertarget="nowhere">x</button>',
            "itemref": '<p itemscope itemref="nowhere">x',
            "fill": '<svg><path fill="url(#nowhere)"/></svg>',
            "a style's url(#id)": '<p style="clip-path: url(#nowhere)">x',
            "a label of a shadow root": '<div><template shadowrootmode="open">'
            '<label for="nowhere">x</label></template></div>',
        }.items()
    },
    "usemap that names no map": Mutation(
        PAGE, insert('<img usemap="#nowhere" alt="">'), "dangling-reference", "#nowhere"
    ),
}

PLACES = {
    **{
        f"{name} that leads nowhere": Mutation(PAGE, insert(markup), "missing-file", "../nowhere.x")
        for name, markup in {
            "img": '<img src="../nowhere.x" alt="">',
            "srcset": f'<img srcset="../{ICON} 1x, ../nowhere.x 2x" alt="">',
            "source": '<picture><source srcset="../nowhere.x"><img alt=""></picture>',
            "video": '<video src="../nowhere.x"></video>',
            "poster": '<video poster="../nowhere.x"></video>',
            "audio": '<audio src="../nowhere.x"></audio>',
            "track": '<video><track src="../nowhere.x"></video>',
            "iframe": '<iframe src="../nowhere.x"></iframe>',
            "embed": '<embed src="../nowhere.x">',
            "object": '<object data="../nowhere.x"></object>',
            "area": '<map name="m"><area href="../nowhere.x" alt="x"></map>',
            "form": '<form action="../nowhere.x"></form>',
            "formaction": '<button formaction="../nowhere.x">x</button>',
            "input": '<input type="image" src="../nowhere.x" alt="">',
            "q": '<q cite="../nowhere.x">x</q>',
            "style attribute": "<p style=\"background: url('../nowhere.x')\">x",
            "style element": "<style>@import '../nowhere.x';</style>",
            "SVG image": '<svg><image href="../nowhere.x"/></svg>',
            "SVG fill": '<svg><path fill="url(../nowhere.x)"/></svg>',
            "srcdoc": "<iframe srcdoc='<img src=../nowhere.x>'></iframe>",
            "shadow root": '<div><template shadowrootmode="open"><img src="../nowhere.x" alt="">'
            "</template></div>",
            "cite": '<blockquote cite="../nowhere.x">x</blockquote>',
            "worker": '<script>new Worker("../nowhere.x")</script>',
        }.items()
    },
    **{
        f"{name} that leads nowhere": Mutation(
            PAGE, insert_in_head(markup), "missing-file", "../nowhere.x"
        )
        for name, markup in {
            "icon": '<link rel="icon" href="../nowhere.x">',
            "manifest": '<link rel="manifest" href="../nowhere.x">',
            "feed": '<link rel="alternate" type="application/atom+xml" href="../nowhere.x">',
            "preload": '<link rel="preload" as="image" href="../nowhere.x">',
            "tile": '<meta name="msapplication-TileImage" content="../nowhere.x">',
            "microdata": '<link itemprop="image" href="../nowhere.x">',
            "prefetch": '<link rel="prefetch" href="../nowhere.x">',
            "JSON-LD": '<script type="application/ld+json">{"logo": "../nowhere.x"}</script>',
            "meta refresh": '<meta http-equiv="refresh" content="0; url=../nowhere.x">',
        }.items()
    },
    "url() that leads nowhere": Mutation(
        SHEET, append("\np { background: url(nowhere.png) }"), "missing-file", "nowhere.png"
    ),
    "image-set that leads nowhere": Mutation(
        SHEET,
        append('\np { background: image-set("nowhere.png" 1x) }'),
        "missing-file",
        "nowhere.png",
    ),
    "@import that leads nowhere": Mutation(
        SHEET, replace("/*", '@import "nowhere.css";\n/*'), "missing-file", "nowhere.css"
    ),
    "import that leads nowhere": Mutation(
        MODULE, append('\nimport "./nowhere.js";'), "missing-file", "./nowhere.js"
    ),
    "import() that leads nowhere": Mutation(
        MODULE, append('\nawait import("./nowhere.js");'), "missing-file", "./nowhere.js"
    ),
    "import map that leads nowhere": Mutation(
        PAGE, insert_script("importmap", '{"imports":\n{"a": "/a.js"}}'), "outside-base", "/a.js"
    ),
    "speculation rules that lead nowhere": Mutation(
        PAGE,
        insert_script("speculationrules", '{"prefetch":\n[{"urls": ["../nowhere/"]}]}'),
        "missing-page",
        "../nowhere/",
    ),
    "JSON-LD that leads nowhere": Mutation(
        PAGE,
        insert_script("application/ld+json", f'{{"@type": "WebPage",\n"url": "{MISSING}"}}'),
        "missing-page",
        MISSING,
    ),
    "a drawing's image that leads nowhere": Mutation(
        ICON,
        replace("</svg>", '\n<image href="nowhere.png"/></svg>'),
        "missing-file",
        "nowhere.png",
    ),
    "a web manifest's icon that leads nowhere": Mutation(
        "site.webmanifest",
        write(b'{"icons": [\n{"src": "nowhere.png"}]}'),
        "missing-file",
        "nowhere.png",
    ),
    "a feed's article that leads nowhere": Mutation(
        "feed.xml",
        write(f"<rss><channel>\n<item><link>{MISSING}</link></item></channel></rss>".encode()),
        "missing-page",
        MISSING,
    ),
    "new URL() that leads nowhere": Mutation(
        MODULE,
        append('\nnew URL("nowhere.wasm", import.meta.url);'),
        "missing-file",
        "nowhere.wasm",
    ),
    "a service worker that is not there": Mutation(
        MODULE,
        append(f'\nnavigator.serviceWorker.register("{BASE}sw.js");'),
        "missing-file",
        f"{BASE}sw.js",
    ),
    "a module below an import map that is not there": Mutation(
        PAGE,
        insert(
            '<script type="importmap">{"imports": {"lib/": "../assets/javascripts/"}}</script>'
            '<script type="module">import "lib/nowhere.js"</script>'
        ),
        "missing-file",
        "lib/nowhere.js",
    ),
    "a style sheet of the sitemap that is not there": Mutation(
        SITEMAP,
        replace("<urlset", '<?xml-stylesheet href="sitemap.xsl"?>\n<urlset'),
        "missing-file",
        "sitemap.xsl",
    ),
    "a feed's article in HTML that leads nowhere": Mutation(
        "feed.atom",
        write(
            f"<feed xml:base='{SITE_URL}'><entry><content type='html'>\n"
            "&lt;a href='nowhere/'>x&lt;/a></content></entry></feed>".encode()
        ),
        "missing-page",
        "nowhere/",
    ),
    "a tile of Windows that leads nowhere": Mutation(
        "browserconfig.xml",
        write(b"<browserconfig>\n<TileImage src='nowhere.png'/></browserconfig>"),
        "missing-file",
        "nowhere.png",
    ),
    "a search description that leads nowhere": Mutation(
        "search.xml",
        write(
            "<OpenSearchDescription>\n"
            f"<Url template='{MISSING}?q={{searchTerms}}'/></OpenSearchDescription>".encode()
        ),
        "missing-page",
        f"{MISSING}?q={{searchTerms}}",
    ),
    "a page of XHTML whose link leads nowhere": Mutation(
        "a.xhtml", write(b"<html>\n<a href='nowhere/'>x</a></html>"), "missing-page", "nowhere/"
    ),
    "a search result that leads nowhere": Mutation(
        SEARCH,
        write(b'{"docs":[{"location":"incident/"},{"location":"incidents/"}]}'),
        "missing-page",
        "incidents/",
    ),
    "a search result in no section": Mutation(
        SEARCH,
        write(b'{"docs":[{"location":"incident/#may-14"},{"location":"incident/#may-15"}]}'),
        "missing-fragment",
        "incident/#may-15",
    ),
}

METADATA = {
    "a canonical address that is relative": Mutation(
        PAGE, replace(CANONICAL, CANONICAL.replace(HERE, "./")), "not-absolute", "./"
    ),
    "a canonical address that leads nowhere": Mutation(
        PAGE, replace(CANONICAL, CANONICAL.replace(HERE, MISSING)), "missing-page", MISSING
    ),
    "a canonical address that is another page": Mutation(
        PAGE,
        replace(CANONICAL, CANONICAL.replace(HERE, f"{SITE_URL}openai/")),
        "sitemap-not-a-page",
        HERE,
        SITEMAP,
    ),
    "no canonical address": Mutation(PAGE, replace(CANONICAL, ""), "canonical-missing", ""),
    "two canonical addresses": Mutation(
        PAGE, insert_in_head(CANONICAL), "canonical-duplicate", HERE
    ),
    "a version that is relative": Mutation(
        PAGE,
        replace(LINK_TO_TWIN, LINK_TO_TWIN.replace(THERE, "../en/incident/")),
        "not-absolute",
        "../en/incident/",
    ),
    "a version that leads nowhere": Mutation(
        PAGE, replace(LINK_TO_TWIN, LINK_TO_TWIN.replace(THERE, MISSING)), "missing-page", MISSING
    ),
    "a version that is another page": Mutation(
        PAGE,
        replace(LINK_TO_TWIN, LINK_TO_TWIN.replace(THERE, f"{SITE_URL}en/openai/")),
        "hreflang-reciprocal",
        f"{SITE_URL}en/openai/",
    ),
    "a language that is none": Mutation(
        PAGE,
        replace(LINK_TO_TWIN, LINK_TO_TWIN.replace('"en"', '"anglais"')),
        "hreflang-code",
        THERE,
    ),
    "a language declared twice": Mutation(
        PAGE, insert_in_head(LINK_TO_TWIN), "hreflang-duplicate", THERE
    ),
    "a page that is none of its versions": Mutation(
        TWIN, replace(LINK_TO_TWIN, ""), "hreflang-self", THERE, line="hreflang"
    ),
    "no version for other languages": Mutation(
        PAGE, replace(LINK_TO_ANY, ""), "hreflang-x-default", "x-default", line="hreflang"
    ),
    "a twin that does not answer": Mutation(
        TWIN,
        both(replace(LINK_TO_SELF, ""), replace(LINK_TO_ANY, ""), TWIN),
        "hreflang-reciprocal",
        THERE,
        PAGE,
    ),
    "a page in another language": Mutation(
        TWIN, replace('<html lang="en"', '<html lang="de"'), "hreflang-language", THERE, PAGE
    ),
    "og:image that is relative": Mutation(
        PAGE,
        insert_in_head(f'<meta property="og:image" content="../{ICON}">'),
        "not-absolute",
        f"../{ICON}",
    ),
    "twitter:image that leads nowhere": Mutation(
        PAGE,
        insert_in_head(f'<meta name="twitter:image" content="{SITE_URL}nowhere.png">'),
        "missing-file",
        f"{SITE_URL}nowhere.png",
    ),
    "a page that the sitemap lacks": Mutation(
        SITEMAP, replace(IN_SITEMAP, ""), "sitemap-missing-page", HERE, PAGE, line=""
    ),
    "a page that the sitemap has twice": Mutation(
        SITEMAP,
        replace("</urlset>", f"<url>{IN_SITEMAP}</url></urlset>"),
        "sitemap-duplicate",
        HERE,
    ),
    "a page of the sitemap that is not there": Mutation(
        SITEMAP,
        replace("</urlset>", f"<url><loc>{MISSING}</loc></url></urlset>"),
        "missing-page",
        MISSING,
    ),
    "a page of the sitemap without its slash": Mutation(
        SITEMAP, replace(IN_SITEMAP, IN_SITEMAP.replace("/<", "<")), "redirect", HERE[:-1]
    ),
    "the 404 page in the sitemap": Mutation(
        SITEMAP,
        replace("</urlset>", f"<url><loc>{SITE_URL}404.html</loc></url></urlset>"),
        "sitemap-not-a-page",
        f"{SITE_URL}404.html",
    ),
    "a page of the sitemap that is not to be indexed": Mutation(
        PAGE,
        insert_in_head('<meta name="robots" content="noindex">'),
        "sitemap-not-a-page",
        HERE,
        SITEMAP,
    ),
    "the sitemap of another site": Mutation(
        SITEMAP,
        replace(IN_SITEMAP, "<loc>https://example.org/incident/</loc>"),
        "sitemap-not-a-page",
        "https://example.org/incident/",
    ),
    "a version that the sitemap lacks": Mutation(
        SITEMAP,
        replace(f'<xhtml:link rel="alternate" hreflang="en" href="{THERE}"/>', ""),
        "sitemap-alternates",
        HERE,
    ),
    "the sitemap of robots.txt misspelt": Mutation(
        "robots.txt",
        replace("sitemap.xml", "site-map.xml"),
        "missing-file",
        f"{SITE_URL}site-map.xml",
    ),
    "the sitemap of robots.txt that is relative": Mutation(
        "robots.txt", replace(SITE_URL, BASE), "not-absolute", f"{BASE}sitemap.xml"
    ),
    "a colon that robots.txt lacks": Mutation(
        "robots.txt", replace("Allow: /", "Allow /"), "robots-syntax", "Allow /"
    ),
    "a version for no country": Mutation(
        PAGE,
        replace(LINK_TO_TWIN, LINK_TO_TWIN.replace('"en"', '"en-UK"')),
        "hreflang-code",
        THERE,
    ),
    "a canonical address by http:": Mutation(
        PAGE,
        replace(CANONICAL, CANONICAL.replace("https:", "http:")),
        "redirect",
        HERE.replace("https:", "http:"),
    ),
    "a canonical address without the base path": Mutation(
        PAGE,
        replace(CANONICAL, CANONICAL.replace(BASE, "/")),
        "outside-base",
        HERE.replace(BASE, "/"),
    ),
    "a directive of robots.txt misspelt": Mutation(
        "robots.txt", replace("Allow: /", "Alow: /"), "robots-syntax", "Alow"
    ),
    "a sitemap that lists nothing": Mutation(
        SITEMAP, write(b"<urlset/>"), "sitemap-missing-page", HERE, PAGE, line=""
    ),
}

REST = {
    "a page that no page links to": Mutation(
        "draft/index.html", write(b"<title>x</title>"), "orphan-page", "draft/index.html", line=""
    ),
    "a picture that nothing uses": Mutation(
        "assets/draft.png", write(), "orphan-asset", "assets/draft.png", line=""
    ),
    "a sitemap cut short": Mutation(SITEMAP, replace("</urlset>", ""), "malformed", ""),
    "a drawing cut short": Mutation(ICON, replace("</svg>", ""), "malformed", ""),
    "a search index cut short": Mutation(SEARCH, write(b'{"docs":[{'), "malformed", ""),
    "JSON-LD cut short": Mutation(PAGE, insert_script("application/ld+json", "{"), "malformed", ""),
    "a page in latin-1": Mutation(PAGE, write("<p>été".encode("latin-1")), "not-utf-8", ""),
    "a link of the file system out of the site": Mutation(
        "assets/out.txt", link_out, "outside-symlink", "assets/out.txt", line=""
    ),
}

MUTATIONS = {**LINKS, **FRAGMENTS, **PLACES, **METADATA, **REST}

Told = tuple[str, str, str, str]
"""Of a finding: page, rule, target, and the line that it names, as the file has it."""


@pytest.fixture(scope="module")
def planted(site: Site) -> Iterator[dict[str, Future[list[Told]]]]:
    """Check every mutation, in as many processes as there are cores."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield {name: pool.submit(told_of, name, site.folder) for name in MUTATIONS}
        pool.shutdown(cancel_futures=True)


def told_of(name: str, built: Path) -> list[Told]:
    """Plant a mutation into a copy of the built site and return what the checker tells of it."""
    mutation = MUTATIONS[name]
    with TemporaryDirectory() as scratch:
        folder = Path(scratch, "site")
        copytree(built, folder)
        mutation.how(folder, mutation.file)
        report = check(open_site(folder, SITE_URL))
        return [
            (found.page, found.rule, found.target, line_of(folder / found.page, found.line))
            for found in report.findings
        ]


def line_of(file: Path, number: int) -> str:
    if not file.is_file():
        return ""
    text = file.read_text(encoding="utf-8", errors="replace")
    return [*text.split("\n"), ""][number - 1]


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_planted_fault_is_found(name: str, planted: dict[str, Future[list[Told]]]) -> None:
    mutation = MUTATIONS[name]
    told = planted[name].result()
    fault = (mutation.page or mutation.file, mutation.rule, mutation.target)
    lines = [line for *found, line in told if tuple(found) == fault]
    assert lines, f"{fault} is not among {told}"
    assert (mutation.target if mutation.line is None else mutation.line) in lines[0]


def test_nothing_is_found_where_nothing_is_planted(site: Site) -> None:
    assert check(open_site(site.folder, SITE_URL)).findings == []


def test_every_rule_has_its_mutation() -> None:
    planted = {mutation.rule for mutation in MUTATIONS.values()}
    assert planted == set(RULES) - {"unreadable"}  # root can read everything

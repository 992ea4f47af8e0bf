"""Every place that an address can stand in: a missing target is named there, with its line."""

import re
from dataclasses import dataclass

from tests.links.made_sites import HEAD, HOME, Files, U, home


@dataclass(frozen=True)
class Place:
    files: Files
    file: str
    line: int
    target: str
    missing: str
    """The file that would mend it."""


def place(files: dict[str, str], file: str, line: int = 0, missing: str = "") -> Place:
    """Find the address that leads nowhere; `line` is its element's where that is not its own."""
    match = re.search(rf"({re.escape(U)}|\./)?(?<![\w-])(nowhere[\w./]*)(#\w+)?", files[file])
    assert match
    line = line or 1 + files[file].count("\n", 0, match.start())
    return Place(files, file, line, match[0], missing or match[2])


def html(snippet: str, line: int = 0, missing: str = "") -> Place:
    return place({"index.html": HOME + snippet}, "index.html", line, missing)


def beside_home(file: str, text: str) -> Place:
    return place({"index.html": f'{HOME}<a href="{file}">x</a>', file: text}, file)


def encoded(file: str, text: str, line: int, target: str) -> Place:
    """An address that the file does not have letter by letter."""
    files = {"index.html": f'{HOME}<a href="{file}">x</a>', file: text}
    return Place(files, file, line, target, target.removeprefix(U))


HTML = [
    '<a href="nowhere.png">x</a>',
    "<a href=nowhere.png>x</a>",
    "<A HREF='nowhere.png'>x</A>",
    '<a href="page/" ping="page/ nowhere.png">x</a>',
    '<map name="m">\n<area href="nowhere.png"></map>',
    '<blockquote cite="nowhere.png">x</blockquote>',
    '<q cite="nowhere.png">x</q>',
    '<ins cite="nowhere.png">x</ins>',
    '<del cite="nowhere.png">x</del>',
    '<link rel="stylesheet" href="nowhere.css">',
    '<link rel="alternate stylesheet" title="x" href="nowhere.css">',
    '<link rel="shortcut icon" href="nowhere.png">',
    '<link rel="manifest" href="nowhere.json">',
    '<link rel="preload" as="image" href="nowhere.png">',
    '<link rel="modulepreload" href="nowhere.js">',
    '<link rel="alternate" type="application/rss+xml" href="nowhere.rss">',
    '<link rel="license" href="nowhere.txt">',
    '<link rel="preload" as="image" imagesrcset="picture.png 1x, nowhere.png 2x">',
    f'<link rel="canonical" href="{U}nowhere.html">',
    '<noscript><link rel="stylesheet" href="nowhere.css"></noscript>',
    '<script src="nowhere.js"></script>',
    '<img src="nowhere.png" alt="">',
    '<noscript>\n<img src="nowhere.png" alt=""></noscript>',
    '<img src="picture.png" srcset="nowhere.png" alt="">',
    '<img srcset="nowhere.png 1x, picture.png 2x" alt="">',
    '<img srcset="picture.png 1x, nowhere.png 2x" alt="">',
    '<img srcset="nowhere.png, picture.png 2x" alt="">',
    '<img srcset="picture.png, nowhere.png" alt="">',
    '<img srcset="picture.png\t100w,nowhere.png\t200w" alt="">',
    '<img srcset="data:image/svg+xml,%3Csvg%20d=\'M0,0\'/%3E 1x, nowhere.png 2x" alt="">',
    '<img srcset="nowhere.png 1x,data:image/gif;base64,R0lGOD== 2x" alt="">',
    '<picture>\n<source srcset="nowhere.png 480w, picture.png 800w"><img alt=""></picture>',
    '<video>\n<source src="nowhere.webm"></video>',
    '<video src="nowhere.mp4"></video>',
    '<video poster="nowhere.png"></video>',
    '<video><track src="nowhere.vtt"></video>',
    '<audio src="nowhere.mp3"></audio>',
    '<audio><source src="nowhere.mp3"></audio>',
    '<iframe src="nowhere.pdf"></iframe>',
    '<embed src="nowhere.png">',
    '<object data="nowhere.png"></object>',
    '<form action="nowhere.png"></form>',
    '<button formaction="nowhere.png">x</button>',
    '<input type="submit" formaction="nowhere.png">',
    '<input type="image" src="nowhere.png" alt="">',
    '<INPUT TYPE="IMAGE" SRC="nowhere.png" ALT="">',
    '<meta http-equiv="refresh" content="0; url=nowhere.png">',
    "<meta http-equiv=Refresh content=\"5;URL='nowhere.png'\">",
    '<meta http-equiv="refresh" content=" 0 , url = nowhere.png ">',
    '<meta http-equiv="refresh" content="0 nowhere.png">',
    '<svg>\n<use href="nowhere.svg#x"/></svg>',
    '<svg><use xlink:href="nowhere.svg#x"/></svg>',
    '<svg><image href="nowhere.png"/></svg>',
    '<svg><image xlink:href="nowhere.png"/></svg>',
    '<svg><filter id="f"><feImage href="nowhere.png"/></filter></svg>',
    '<svg><a href="nowhere.png"><text>x</text></a></svg>',
    '<svg><a xlink:href="nowhere.png"><text>x</text></a></svg>',
    '<p style="color: red; background: url(nowhere.png)">',
    '<p style="background: url(&quot;nowhere.png&quot;)">',
    "<style>\n\np { background: url(nowhere.png) }</style>",
    '<svg><style>p { background: url("nowhere.png") }</style></svg>',
    '<script type="module">\nimport "./nowhere.js"</script>',
    '<script>\nimport("./nowhere.js")</script>',
    '<script type="importmap">\n{"imports": {\n"a": "./nowhere.js"}}</script>',
    '<script type="importmap">\n{"scopes": {"/site/": {\n"a": "./nowhere.js"}}}</script>',
    '<script type="speculationrules">{"prefetch":\n[{"urls": ["page/", "nowhere.html"]}]}</script>',
    '<script type="speculationrules">{"prerender": [{"urls": ["nowhere.html"]}]}</script>',
    f'<script type="application/ld+json">\n{{"a": 1,\n"url": "{U}nowhere.png"}}</script>',
    f'<script type="application/ld+json">{{"image": [\n"{U}nowhere.png"]}}</script>',
    '<script type="application/ld+json">[{"a": [{"logo": {"b": 1,\n'
    f'"url": "{U}nowhere.png"}}}}]}}]</script>',
    *[
        f'<meta property="{name}" content="{U}nowhere.png">'
        for name in ("og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video")
    ],
    *[
        f'<meta name="{name}" content="{U}nowhere.png">'
        for name in ("twitter:image", "twitter:image:src", "twitter:url", "twitter:player")
    ],
]

IN_HTML = {
    "an element over lines": html('\n\n<a\n href="nowhere.png">x</a>', line=5),
    "a srcset over lines": html(
        '<img srcset="\n\tpicture.png\t100w,\n\tnowhere.png\t200w\n" alt="">', line=3
    ),
    "character references": Place(
        home('<a href="no&#119;here.pn&#x67;">x</a>'),
        "index.html",
        3,
        "nowhere.png",
        "nowhere.png",
    ),
    "<base>": html('<base href="folder/">\n<a href="nowhere.png">x</a>', 0, "folder/nowhere.png"),
    "a late <base>": html(
        '<a href="nowhere.png">x</a><base href="folder/">', missing="folder/nowhere.png"
    ),
    "a whole <base>": html(
        f'<base href="{U}folder/"><base href="/"><p style="background: url(nowhere.png)">',
        missing="folder/nowhere.png",
    ),
}

CSS = [
    "p {\n background: url( nowhere.png )\n}",
    'p { background: url("nowhere.png") }',
    "p { background: url( 'nowhere.png' ) }",
    "P { BACKGROUND: URL(nowhere.png) }",
    "p { background: url(picture.png), url(nowhere.png) }",
    "p { background: url(\"data:image/svg+xml,<svg d='M0,0'/>\"), url(nowhere.png) }",
    "@font-face {\n src: local(x), url(nowhere.woff2) format('woff2') }",
    "@media print {\n p {\n background: url(nowhere.png) } }",
    "p { & a {\n background: url(nowhere.png) } }",
    ":root { --picture: url(nowhere.png) }",
    "p { background: var(--x, url(nowhere.png)) }",
    "p { background: } } ;\nq { background: url(nowhere.png) }",
    "p {\nbackground: url(nowhere.png",
    "p { background: image-set(url(nowhere.png) 1x) }",
    'p { background: image-set("picture.png" 1x,\n"nowhere.png" type("image/png") 2x) }',
    'p { background: -webkit-image-set("nowhere.png" 1x) }',
    '\n@import "nowhere.css";',
    "@import 'nowhere.css' print;",
    "@import url(nowhere.css);",
    '@charset "utf-8";\n@import url("nowhere.css");',
    '@import url("nowhere.css") layer(a) supports(display: grid) screen;',
]

SCRIPTS = [
    'import "./nowhere.js"',
    "import'./nowhere.js'",
    f'import "{U}nowhere.js"',
    'import all from "./nowhere.js";',
    'import{a}from"./nowhere.js"',
    'import all, { a as b } from "./nowhere.js"',
    'import * as all from "./nowhere.js"',
    'import data from "./nowhere.js" with { type: "json" }',
    'import a from "./app.js";import b from "./nowhere.js"',
    '\nimport {\n  a,\n  b,\n} from "./nowhere.js"',
    'export * from "./nowhere.js"',
    'export * as all from "./nowhere.js"',
    'export { a } from "./nowhere.js"',
    'import("./nowhere.js")',
    "const a = await import( './nowhere.js' )",
    "const a = await import(`./nowhere.js`)",
    'if (a) import("./nowhere.js").then(b)',
    'import("./nowhere.js", { with: { type: "json" } })',
    'import(/* why */ "./nowhere.js")',
    '/* why */ import "./nowhere.js"',
    '/* a\n b */\n// it\'s "\nimport "./nowhere.js"',
    'a = `\n"`\nimport "./nowhere.js"',
    'a = "https://example.org/"\nimport "./nowhere.js"',
]

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
NAMED = U + "nowhere.png"
DRAWINGS = [
    '<use href="nowhere.png"/>',
    '<g>\n<use xlink:href="nowhere.png"/></g>',
    '<image href="nowhere.png"/>',
    '<a href="nowhere.png"/>',
    '<a xlink:href="nowhere.png"/>',
    '<s:image xmlns:s="http://www.w3.org/2000/svg" href="nowhere.png"/>',
    '<g style="fill: url(nowhere.png)"/>',
    "<style>\np { fill: url(nowhere.png) }\n\n</style>",
    "<style><![CDATA[\na > p { fill: url(nowhere.png) }]]></style>",
]
RSS = [
    f"<link>{NAMED}</link>",
    f"<image><url>{NAMED}</url></image>",
    f"<a:link xmlns:a='atom' rel='self' href='{NAMED}'/>",
    f"<item><link>{NAMED}</link></item>",
    f"<item><guid>{NAMED}</guid></item>",
    f"<item><guid isPermaLink='true'>{NAMED}</guid></item>",
    f"<item><comments>{NAMED}</comments></item>",
    f"<item><enclosure url='{NAMED}'/></item>",
    f"<item><m:content xmlns:m='media' url='{NAMED}'/></item>",
]
ATOM = [
    f'<link href="{NAMED}"/>',
    f'<entry><link rel="alternate" href="{NAMED}"/></entry>',
    f'<entry><link rel="enclosure" href="{NAMED}"/></entry>',
    f'<entry><content type="image/png" src="{NAMED}"/></entry>',
    f"<icon>{NAMED}</icon>",
    f"<logo>{NAMED}</logo>",
    f"<author><uri>{NAMED}</uri></author>",
]
JSON_FEEDS = [
    f'"home_page_url": "{NAMED}"',
    f'"feed_url": "{NAMED}"',
    f'"next_url": "{NAMED}"',
    f'"icon": "{NAMED}"',
    f'"favicon": "{NAMED}"',
    f'"authors": [{{"url": "{NAMED}"}}]',
    f'"authors": [{{"avatar": "{NAMED}"}}]',
    f'"items": [{{"url": "{NAMED}"}}]',
    f'"items": [{{"image": "{NAMED}"}}]',
    f'"items": [{{"banner_image": "{NAMED}"}}]',
    f'"items": [{{"attachments": [{{"url": "{NAMED}"}}]}}]',
    f'"items": [{{"authors": [{{"url": "{NAMED}"}}]}}]',
]
MANIFESTS = [
    '"icons": [{"src": "nowhere.png"}]',
    '"screenshots": [{"src": "nowhere.png"}]',
    '"shortcuts": [{"url": "nowhere.png"}]',
    '"shortcuts": [{"icons": [{"src": "nowhere.png"}]}]',
    '"start_url": "nowhere.png"',
    '"id": "not-nowhere.png",\n"start_url": "nowhere.png"',
]
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
JSON_FEED = '{{"version": "https://jsonfeed.org/version/1.1",\n{}}}'
IN_FILES = {
    "site.css": ("{}", CSS),
    "app.js": ("{}", SCRIPTS),
    "drawing.svg": (f"<svg {NAMESPACES}>\n{{}}</svg>", DRAWINGS),
    "feed.xml": ("<rss version='2.0'><channel>\n{}</channel></rss>", RSS),
    "feed.atom": ('<feed xmlns="http://www.w3.org/2005/Atom">\n{}</feed>', ATOM),
    "feed.json": (JSON_FEED, JSON_FEEDS),
    "site.webmanifest": ("{{\n{}}}", MANIFESTS),
}
"""What is around an address in each file, and the address in its place."""

IN_DATA = {
    "a name that CSS escapes": encoded(
        "site.css", r"p { background: url(no\77 here.png) }", 1, "nowhere.png"
    ),
    "slashes that JSON escapes": encoded(
        "feed.json",
        JSON_FEED.format(f'"icon": "{NAMED}"'.replace("/", r"\/")),
        2,
        NAMED,
    ),
    "accents in JSON": encoded(
        "a.webmanifest", '{"icons": [\n{"src": "icône.png"}]}', 2, "icône.png"
    ),
    "accents that JSON escapes": encoded(
        "a.webmanifest", '{"icons": [\n{"src": "ic\\u00f4ne.png"}]}', 2, "icône.png"
    ),
    "a module by its suffix": beside_home("app.mjs", 'import "./nowhere.js"'),
    "a manifest by its name": beside_home("manifest.json", '{"start_url":\n"nowhere.png"}'),
    "robots.txt": place(
        {"robots.txt": f"User-agent: *\nSITEMAP : {U}nowhere.xml # here"}, "robots.txt"
    ),
    "the search index": place(
        {
            "index.html": HOME + '<a href="search/search_index.json">x</a>',
            "search/search_index.json": '{"docs": [{"location": ""},\n{"location": "nowhere/"}]}',
        },
        "search/search_index.json",
        missing="nowhere/index.html",
    ),
    "a sitemap of sitemaps": place(
        {
            "sitemap.xml": f"<sitemapindex>\n<sitemap><loc>{U}pages.xml</loc></sitemap>\n"
            f"<sitemap><loc>{U}nowhere.xml</loc></sitemap></sitemapindex>",
            "pages.xml": f"<urlset><url><loc>{U}</loc></url>"
            f"<url><loc>{U}page/</loc></url></urlset>",
        },
        "sitemap.xml",
    ),
}

PLACES = {
    **{snippet: html(snippet) for snippet in HTML},
    **{
        f"{file}: {part}": beside_home(file, around.format(part))
        for file, (around, parts) in IN_FILES.items()
        for part in parts
    },
    **IN_HTML,
    **IN_DATA,
}

MADE = {
    ".html": HEAD,
    ".json": "{}",
    ".rss": "<rss/>",
    ".svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="x"/></svg>',
    ".xml": "<rss/>",
}
"""What the files hold that mend a place, by their suffix; the others are empty."""

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
    prefixes = rf"{re.escape(U)}|\./|/site/|lib/(?:a/)?"
    match = re.search(rf"({prefixes})?(?<![\w-])(nowhere[\w./]*)([?#][\w={{}}]+)?", files[file])
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
    '<iframe src="nowhere.html"></iframe>',
    "<iframe srcdoc='<p><img src=\"nowhere.png\">'></iframe>",
    "<iframe srcdoc='<a href=nowhere.png>x</a>'></iframe>",
    "<iframe srcdoc='&lt;iframe srcdoc=&quot;<a href=nowhere.png>&quot;></iframe>'></iframe>",
    '<div><template shadowrootmode="open">\n<img src="nowhere.png" alt=""></template></div>',
    '<p><template shadowrootmode="closed"><style>p { background: url(nowhere.png) }</style>'
    "</template></p>",
    '<p><template shadowrootmode="open"><p>\n<template shadowrootmode="open">'
    '<a href="nowhere.png">x</a></template></p></template></p>',
    '<embed src="nowhere.png">',
    '<p>x</p>\n<image src="nowhere.png">',
    '<table background="nowhere.png"></table>',
    '<table><tr><td background="nowhere.png">x</table>',
    '<link rel="prefetch" href="nowhere.css">',
    '<link rel="prerender" href="nowhere.html">',
    '<link rel="mask-icon" href="nowhere.svg">',
    '<link rel="apple-touch-icon" href="nowhere.png">',
    '<link rel="help" href="nowhere.html">',
    '<link rel="amphtml" href="nowhere.html">',
    '<link rel="alternate" media="print" href="nowhere.html">',
    '<link itemprop="url" href="nowhere.html">',
    '<meta itemprop="image" content="nowhere.png">',
    f'<meta itemprop="name url" content="{U}nowhere.png">',
    '<meta name="msapplication-TileImage" content="nowhere.png">',
    '<meta name="msapplication-square70x70logo" content="nowhere.png">',
    '<meta name="msapplication-config" content="nowhere.xml">',
    '<meta name="msapplication-task" content="name=x;action-uri=./page/;icon-uri=nowhere.ico">',
    f'<meta property="og:see_also" content="{U}nowhere.html">',
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
    '<meta http-equiv="refresh" content="0.5;url=nowhere.png">',
    '<meta http-equiv="refresh" content=".5; url=nowhere.png">',
    '<meta http-equiv="refresh" content="1;nowhere.png">',
    "<meta http-equiv='refresh' content='0; url=\"nowhere.png\" or so'>",
    "<meta http-equiv='refresh' content='0; \"nowhere.png'>",
    '<svg>\n<use href="nowhere.svg#x"/></svg>',
    '<svg><use xlink:href="nowhere.svg#x"/></svg>',
    '<svg><image href="nowhere.png"/></svg>',
    '<svg><image xlink:href="nowhere.png"/></svg>',
    '<svg><path fill="url(nowhere.svg#x)"/></svg>',
    "<svg><path mask='url(\"nowhere.svg#x\")'/></svg>",
    '<svg><path marker-end="url( nowhere.svg#x ) "/></svg>',
    '<svg><linearGradient href="nowhere.svg#x"/></svg>',
    '<svg><textPath href="nowhere.svg#x">x</textPath></svg>',
    '<svg><animateMotion><mpath href="nowhere.svg#x"/></animateMotion></svg>',
    '<svg><script href="nowhere.js"></script></svg>',
    '<svg><filter id="f"><feImage href="nowhere.png"/></filter></svg>',
    '<svg><a href="nowhere.png"><text>x</text></a></svg>',
    '<svg><a xlink:href="nowhere.png"><text>x</text></a></svg>',
    '<p style="color: red; background: url(nowhere.png)">',
    '<p style="background: url(&quot;nowhere.png&quot;)">',
    "<style>\n\np { background: url(nowhere.png) }</style>",
    '<svg><style>p { background: url("nowhere.png") }</style></svg>',
    '<script type="module">\nimport "./nowhere.js"</script>',
    '<script type="module">\nnew Worker("nowhere.js")</script>',
    '<script>navigator.serviceWorker.register("nowhere.js", { scope: "./" })</script>',
    '<script>\nimport("./nowhere.js")</script>',
    '<script type="importmap">\n{"imports": {\n"a": "./nowhere.js"}}</script>',
    '<script type="importmap">\n{"scopes": {"/site/": {\n"a": "./nowhere.js"}}}</script>',
    '<script type="speculationrules">{"prefetch":\n[{"urls": ["page/", "nowhere.html"]}]}</script>',
    '<script type="speculationrules">{"prerender": [{"urls": ["nowhere.html"]}]}</script>',
    f'<script type="application/ld+json">\n{{"a": 1,\n"url": "{U}nowhere.png"}}</script>',
    '<script type="application/ld+json">{"url": "/site/nowhere.html"}</script>',
    '<script type="application/ld+json">{"image": "nowhere.png"}</script>',
    '<script type="application/ld+json">{"mainEntityOfPage": {"@type": "WebPage",\n'
    f'"@id": "{U}nowhere.html"}}}}</script>',
    '<script type="application/ld+json">{"itemListElement": [{"@type": "ListItem",\n'
    f'"item": {{"@id": "{U}nowhere.html", "name": "x"}}}}]}}</script>',
    '<script type="application/ld+json">{"potentialAction": {"target":\n'
    f'{{"urlTemplate": "{U}nowhere.html?q={{term}}"}}}}}}</script>',
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
    "a frame": place(
        {
            "index.html": f'{HOME}<a href="frames.html">x</a>',
            "frames.html": '<frameset>\n<frame title="x" src="nowhere.html"></frameset>',
        },
        "frames.html",
    ),
    "the base of a page, in a frame written into it": html(
        '<base href="folder/"><iframe srcdoc="<img src=nowhere.png>"></iframe>',
        missing="folder/nowhere.png",
    ),
    "the base of a frame written into a page": html(
        '<iframe srcdoc="<base href=folder/><img src=nowhere.png>"></iframe>',
        missing="folder/nowhere.png",
    ),
    "a module below an import map": html(
        '<script type="importmap">{"imports": {"lib/": "./page/"}}</script>\n'
        '<script type="module">import "lib/nowhere.js"</script>',
        missing="page/nowhere.js",
    ),
    "a module in a folder of an import map": html(
        '<script type="importmap">{"imports": {"lib/": "./", "lib/a/": "./page/"}}</script>'
        '<script type="module">import "lib/a/nowhere.js"</script>',
        missing="page/nowhere.js",
    ),
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
    """const a = /["'`]/; import "./nowhere.js"; const b = a / b / c""",
    """const a = `b ${c ? `"${d}` : "}"} \\``; import "./nowhere.js\"""",
    'const a = `${(await import("./nowhere.js")).default}`',
    """if (a) /'/.test(b); import './nowhere.js'""",
    """function a() {} /'/.test(b); import './nowhere.js'""",
    """const a = { b: 1 } / 2, c = "'"; a++ / 2; import './nowhere.js'""",
    """return /[/'"]/.test(a) ? b : import('./nowhere.js')""",
    'if (a) import("./nowhere.js").then(b)',
    'import("./nowhere.js", { with: { type: "json" } })',
    'import(/* why */ "./nowhere.js")',
    '/* why */ import "./nowhere.js"',
    '/* a\n b */\n// it\'s "\nimport "./nowhere.js"',
    'a = `\n"`\nimport "./nowhere.js"',
    'a = "https://example.org/"\nimport "./nowhere.js"',
]

# What a file of its own resolves against itself, whatever page runs it.
SCRIPTS += [
    'new URL("nowhere.png", import.meta.url)',
    "new URL( './nowhere.png' , import.meta.url ).href",
    'new Worker(new URL("nowhere.js", import.meta.url), { type: "module" })',
    'import.meta.resolve("./nowhere.js")',
    'importScripts("app.js", "nowhere.js")',
    'new Worker("/site/nowhere.js")',
    "new SharedWorker('/site/nowhere.js', 'x')",
    'navigator.serviceWorker.register("/site/nowhere.js")',
    "context.audioWorklet.addModule('/site/nowhere.js')",
    "CSS.paintWorklet.addModule('/site/nowhere.js')",
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
    '<path fill="url(nowhere.svg#x)"/>',
    "<path clip-path=\"url('nowhere.svg#x')\"/>",
    '<linearGradient xlink:href="nowhere.svg#x"/>',
    '<script href="nowhere.js"/>',
    "<script>import('./nowhere.js')</script>",
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
    f"<i:image xmlns:i='itunes' href='{NAMED}'/>",
    f"<item><description>&lt;a href='{NAMED}'&gt;x&lt;/a&gt;</description></item>",
    f"<item><description>x\n<![CDATA[\n<a href='{NAMED}'>x</a>]]></description></item>",
    f"<item><c:encoded xmlns:c='content'><![CDATA[<p>\n<img src='{NAMED}'>]]></c:encoded></item>",
    f"<item><c:encoded xmlns:c='c'><![CDATA[<p style='x: url({NAMED})'>]]></c:encoded></item>",
    f"<a:author xmlns:a='http://www.w3.org/2005/Atom'><a:uri>{NAMED}</a:uri></a:author>",
    f"<item xml:base='{U}'><link>nowhere.png</link></item>",
]
ATOM = [
    f'<link href="{NAMED}"/>',
    f'<entry><link rel="alternate" href="{NAMED}"/></entry>',
    f'<entry><link rel="enclosure" href="{NAMED}"/></entry>',
    f'<entry><content type="image/png" src="{NAMED}"/></entry>',
    f"<icon>{NAMED}</icon>",
    f"<logo>{NAMED}</logo>",
    f"<author><uri>{NAMED}</uri></author>",
    f"<entry><content type='html'>&lt;a href='{NAMED}'&gt;x&lt;/a&gt;</content></entry>",
    f"<entry><summary type='html'><![CDATA[\n<img src='{NAMED}'>]]></summary></entry>",
    "<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>\n<p>"
    f"<img src='{NAMED}'/></p></div></content></entry>",
    f"<entry xml:base='{U}'><link href='nowhere.png'/></entry>",
    f"<entry xml:base='{U}a/'><link xml:base='../' href='nowhere.png'/></entry>",
    f"<entry xml:base='{U}'><content type='html'>&lt;img src='nowhere.png'></content></entry>",
    f"<entry xml:base='{U}'><content type='xhtml'><div><a href='nowhere.png'/></div></content>"
    "</entry>",
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
    f'"items": [{{"external_url": "{NAMED}"}}]',
    f'"author": {{"url": "{NAMED}"}}',
    f'"hubs": [{{"type": "x", "url": "{NAMED}"}}]',
]
MANIFESTS = [
    '"icons": [{"src": "nowhere.png"}]',
    '"screenshots": [{"src": "nowhere.png"}]',
    '"shortcuts": [{"url": "nowhere.png"}]',
    '"shortcuts": [{"icons": [{"src": "nowhere.png"}]}]',
    '"start_url": "nowhere.png"',
    '"id": "not-nowhere.png",\n"start_url": "nowhere.png"',
    '"scope": "/site/nowhere.html"',
    '"share_target": {"action": "nowhere.html", "method": "GET"}',
    '"file_handlers": [{"action": "nowhere.html", "icons": [{"src": "picture.png"}]}]',
    '"file_handlers": [{"action": "page/", "icons": [{"src": "nowhere.png"}]}]',
    '"protocol_handlers": [{"protocol": "web+x", "url": "nowhere.html?q={s}"}]',
    '"note_taking": {"new_note_url": "nowhere.html"}',
]
XHTML = [
    '<a href="nowhere.png">x</a>',
    '<script src="/site/page/"/><a href="nowhere.png">x</a>',
    "<p/>\n<img src='nowhere.png'/>",
    "<style>\np { background: url(nowhere.png) }</style>",
    '<script>//<![CDATA[\nimport("./nowhere.js")//]]></script>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="nowhere.png"/></svg>',
    "<iframe srcdoc='&lt;a href=nowhere.png>'/>",
    '<meta http-equiv="refresh" content="9; url=nowhere.html"/>',
]
TILES = [
    '<square70x70logo src="nowhere.png"/>',
    '<TileImage src="/site/nowhere.png"/>',
]
SEARCHES = [
    f'<Url type="text/html" template="{U}nowhere.html?q={{searchTerms}}"/>'.replace("{s", "{{s"),
    f"<Image>{NAMED}</Image>",
    f"<moz:SearchForm xmlns:moz='moz'>{NAMED}</moz:SearchForm>",
]
XSLT = ['<xsl:import href="nowhere.xsl"/>', '<xsl:include href="nowhere.xsl"/>']
JSON_FEED = '{{"version": "https://jsonfeed.org/version/1.1",\n{}}}'
IN_FILES = {
    "site.css": ("{}", CSS),
    "app.js": ("{}", SCRIPTS),
    "drawing.svg": (f"<svg {NAMESPACES}>\n{{}}</svg>", DRAWINGS),
    "feed.xml": ("<rss version='2.0'><channel>\n{}</channel></rss>", RSS),
    "feed.atom": ('<feed xmlns="http://www.w3.org/2005/Atom">\n{}</feed>', ATOM),
    "feed.json": (JSON_FEED, JSON_FEEDS),
    "site.webmanifest": ("{{\n{}}}", MANIFESTS),
    "page.xhtml": ('<html xmlns="http://www.w3.org/1999/xhtml">\n{}</html>', XHTML),
    "browserconfig.xml": (
        "<browserconfig><msapplication>\n{}</msapplication></browserconfig>",
        TILES,
    ),
    "search.xml": ("<OpenSearchDescription>\n{}</OpenSearchDescription>", SEARCHES),
    "feed.xsl": ('<xsl:stylesheet xmlns:xsl="x">\n{}</xsl:stylesheet>', XSLT),
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
    "a manifest by what it holds": beside_home("a.json", '{"start_url":\n"nowhere.png"}'),
    "a style sheet of a feed": beside_home(
        "feed.xml", '<?xml version="1.0"?>\n<?xml-stylesheet href="nowhere.xsl"?><rss/>'
    ),
    "a style sheet of a sitemap": beside_home(
        "a.xml", "<?xml-stylesheet type='text/xsl' href='nowhere.xsl'?><sitemapindex/>"
    ),
    "a style sheet of a picture": beside_home(
        "a.svg", f'<?xml-stylesheet href="nowhere.css"?>\n<svg {NAMESPACES}/>'
    ),
    "xml:base in a picture": beside_home(
        "a/a.svg", f'<svg {NAMESPACES} xml:base="../"><image href="nowhere.png"/></svg>'
    ),
    "HTML in a JSON Feed": encoded(
        "feed.json",
        JSON_FEED.format(f'"items": [\n{{"content_html": "<p>\\n<img src=\\"{NAMED}\\">"}}]'),
        3,
        NAMED,
    ),
    "a module beside a map of imports": Place(
        home(
            '<script type="importmap">{"imports": {"lib/": "./page/"}}</script>'
            '<script type="module" src="app.js"></script>',
            {"app.js": '\nimport "lib/a.js"'},
        ),
        "app.js",
        2,
        "lib/a.js",
        "page/a.js",
    ),
    "an import that a map sends elsewhere": Place(
        home(
            '<script type="importmap">{"imports": {"./a.js": "./b.js"}}</script>'
            '<script type="module">import "./a.js"</script><script src="app.js"></script>',
            {"app.js": 'import "./a.js"'},
        ),
        "index.html",
        3,
        "./b.js",
        "b.js",
    ),
    "a folder of an import map": Place(
        home('<script type="importmap">{"imports": {"lib/": "./folder/"}}</script>'),
        "index.html",
        3,
        "./folder/",
        "folder/index.html",
    ),
    "the search index of Zensical": place(
        {
            "index.html": HOME + '<a href="search.json">x</a>',
            "search.json": '{"items": [{"location": ""},\n{"location": "nowhere/"}]}',
        },
        "search.json",
        missing="nowhere/index.html",
    ),
    "a sitemap that is a text": place(
        {"index.html": HOME, "sitemap.txt": f"{U}\n{U}page/\n{U}nowhere.html"}, "sitemap.txt"
    ),
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
    ".xhtml": "<html/>",
    ".xml": "<rss/>",
    ".xsl": "<stylesheet/>",
}
"""What the files hold that mend a place, by their suffix; the others are empty."""

"""Join the pages of a story into one HTML document for printing."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.addresses import CATALOG
from dossier.locales import Locale, site_path
from dossier.theme.markup import COLOR_SCHEME, LICENSE
from dossier.wording import load_wording
from publishing.built_site import BuiltSite
from publishing.errors import PublishingError
from publishing.rendering import template

STORIES = ("build-2025/", "incident/", "openai/", CATALOG)
"""The sections that are printed, by address."""

_ROOT = Path(__file__).parent.parent
_LEFT_OUT = ".page-tools, .page-status, .headerlink, .edit-link, script"
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "headers")


def page_title(site: BuiltSite, path: str) -> str:
    """Return the text of a page's first-level heading."""
    return _first(site.html(path), "article h1").text().strip("¶ \n")


def story_html(site: BuiltSite, folder: str, locale: Locale, numbers: Sequence[int] = ()) -> str:
    """Return a story as one HTML document.

    Links between its pages become links within the document, all others are to the site.
    `numbers` are the sheets on which the pages start, or empty if they are not known yet.

    Raises:
        PublishingError: a page is missing, or an element of the theme is missing in it.
    """
    paths = site.section(folder, locale)
    articles = [_article(site, path, set(paths)) for path in paths]
    first = site.html(paths[0])
    revised = max(
        (_first(site.html(path), ".page-meta time") for path in paths),
        key=lambda time: time.attributes["datetime"] or "",
    )
    address = site.url + paths[0]
    return template("story.html").render(
        locale=locale,
        t={key: text[locale] for key, text in load_wording(_ROOT / "data" / "wording.yml").items()},
        styles=[
            (urljoin(address, link.attributes["href"] or ""), link.attributes.get("media") or "all")
            for link in first.css("link[rel=stylesheet]")
        ],
        scheme=_first(first, "body").attributes[COLOR_SCHEME],
        site_name=_first(site.html(site_path(locale, "")), "title").text(),
        title=page_title(site, paths[0]),
        description=_first(first, "meta[name=description]").attributes["content"],
        revised=revised.text().strip(),
        address=address,
        license=_first(first, LICENSE).text().strip(),
        contents=[(page_title(site, path), _anchor(path)) for path in paths],
        numbers=numbers,
        articles=articles,
    )


def _article(site: BuiltSite, path: str, story: set[str]) -> str:
    """Return a page's article, with the page's anchor as prefix of every id."""
    page = LexborHTMLParser(site.html(path).html or "")
    article = _first(page, "article")
    for node in article.css(_LEFT_OUT):
        node.decompose()
    prefix = f"{_anchor(path)}--"
    for node in article.css(":not(svg *)"):  # a picture refers to its own parts only
        attributes = node.attributes
        if name := attributes.get("id"):
            node.attrs["id"] = prefix + name
        for reference in _REFERENCES:
            if names := attributes.get(reference):
                node.attrs[reference] = " ".join(prefix + name for name in names.split())
        if href := attributes.get("href"):
            node.attrs["href"] = _link(site, path, story, href)
        if src := attributes.get("src"):
            node.attrs["src"] = urljoin(site.url + path, src)
    article.attrs["id"] = _anchor(path)
    return article.html or ""


def _link(site: BuiltSite, path: str, story: set[str], href: str) -> str:
    """Return the target of a page's link in the document."""
    absolute = urljoin(site.url + path, href)
    if not absolute.startswith(site.url):
        return absolute
    target, _, fragment = absolute.removeprefix(site.url).partition("#")
    if target not in story:
        # Without the host: print.css prints the addresses of external links only.
        return absolute.removeprefix(urljoin(site.url, "/")[:-1])
    return f"#{_anchor(target)}--{fragment}" if fragment else f"#{_anchor(target)}"


def _anchor(path: str) -> str:
    return path.strip("/").replace("/", "-")


def _first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    if node is None:
        raise PublishingError(
            f"a page has no {selector}: the theme has changed, adapt publishing/story.py"
        )
    return node

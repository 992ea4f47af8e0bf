"""The pages of a story as one document, to be printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.locales import Locale, site_path
from dossier.wording import load_wording
from publishing.built_site import BuiltSite
from publishing.errors import PublishingError
from publishing.rendering import template

STORIES = ("build-2025/", "incident/", "openai/", "catalogue/")
"""The four stories, by the address of their section."""

_ROOT = Path(__file__).parent.parent
_LEFT_OUT = ".page-tools, .page-status, .headerlink, .edit-link, script"
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "headers")


class Entry(TypedDict):
    """A page in the table of contents: its title, where it stands, the number of its sheet."""

    title: str
    anchor: str
    number: int | None


def page_title(site: BuiltSite, path: str) -> str:
    """Return the title that stands above a page."""
    return _first(site.page(path), "article h1").text().strip("¶ \n")


def story_html(
    site: BuiltSite, folder: str, locale: Locale, numbers: Sequence[int] | None = None
) -> str:
    """Return a story as one HTML document.

    Links between its pages lead from one place of the document to another, all others to the
    site's address. `numbers` are those of the sheets that the pages start on, once known.

    Raises:
        PublishingError: a page is missing, or is not written as the theme writes it.
    """
    paths = site.section(folder, locale)
    articles = [_article(site, path, set(paths)) for path in paths]
    first = site.page(paths[0])
    sheets: Sequence[int | None] = numbers or [None] * len(paths)
    contents = [
        Entry(title=page_title(site, path), anchor=_anchor(path), number=number)
        for path, number in zip(paths, sheets, strict=True)
    ]
    revised = max(
        (_first(site.page(path), ".page-meta time") for path in paths),
        key=lambda time: time.attributes["datetime"] or "",
    )
    body = _first(first, "body")
    return template("story.html").render(
        locale=locale,
        t={key: text[locale] for key, text in load_wording(_ROOT).items()},
        styles=[
            (
                urljoin(site.url + paths[0], link.attributes["href"] or ""),
                link.attributes.get("media") or "all",
            )
            for link in first.css("link[rel=stylesheet]")
        ],
        scheme=body.attributes["data-md-color-scheme"],
        site_name=_first(site.page(site_path(locale, "")), "title").text(),
        title=contents[0]["title"],
        description=_first(first, "meta[name=description]").attributes["content"],
        revised=revised.text().strip(),
        address=site.url + paths[0],
        license=_first(first, ".md-copyright__highlight").text().strip(),
        contents=contents,
        articles=articles,
    )


def _article(site: BuiltSite, path: str, story: set[str]) -> str:
    """Return a page's article, its ids told from those of the other pages."""
    page = LexborHTMLParser(site.page(path).html or "")
    article = _first(page, "article")
    for node in article.css(_LEFT_OUT):
        node.decompose()
    prefix = f"{_anchor(path)}--"
    for node in article.css("*"):
        if any(parent.tag == "svg" for parent in _above(node)):
            continue  # a picture refers to its own parts
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
    """Return where a link leads from the document."""
    absolute = urljoin(site.url + path, href)
    if not absolute.startswith(site.url):
        return absolute
    target, _, fragment = absolute.removeprefix(site.url).partition("#")
    if target not in story:
        # Without the host, by which the style tells what leads out of the site.
        return absolute.removeprefix(urljoin(site.url, "/")[:-1])
    return f"#{_anchor(target)}--{fragment}" if fragment else f"#{_anchor(target)}"


def _anchor(path: str) -> str:
    return path.strip("/").replace("/", "-")


def _above(node: LexborNode) -> list[LexborNode]:
    above = []
    while (parent := node.parent) is not None:
        above.append(parent)
        node = parent
    return above


def _first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    if node is None:
        raise PublishingError(
            f"a page of the site holds no {selector}: the theme has changed, "
            "and publishing/story.py must follow it"
        )
    return node

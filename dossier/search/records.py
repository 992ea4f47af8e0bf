"""What a built page holds for the search: its text, cut at every heading and entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.locales import Locale, as_locale

Kind = Literal["story", "models", "timeline", "sources", "glossary", "about"]
"""What a page is: a story, a list of some kind, or about the site."""

# What the templates set around the author's text, and text that repeats or only leads elsewhere.
_LEFT_OUT = (
    ".page-tools, .page-status, .page-meta, .edit-link, .notice, .twin, [role=note], [hidden], "
    ".headerlink, .footnote, sup:has(.footnote-ref), .rendering:has(s), .cited, .told, .next, "
    ".letters, .plan, .feeds, nav, form, button, script, style, template, svg"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# An entry of a list that can be linked to is a section of its own; these come below any heading.
_TERM, _ENTRY = 4, 6
_BLOCKS = {*_HEADINGS, "p", "li", "dt", "dd", "th", "td", "caption", "summary", "pre", "figcaption"}
_BEGINNINGS = ", ".join(f"{tag}[id]" for tag in (*_HEADINGS, "dt", "li"))
_SPACES = re.compile(r"[ \t\r\n]+")
_KINDS: dict[str, Kind] = {
    "a-z": "glossary", "catalogue": "models", "dates": "timeline", "notes": "about",
    "plan": "about", "sources": "sources",
}  # fmt: skip
_STORIES = ("catalogue/", "catalogue/grok/")


@dataclass(frozen=True)
class Part:
    """A section, or an entry of a list."""

    level: int
    """1 for the page's own heading, down to 6: what its heading weighs."""
    anchor: str
    heading: str
    blocks: tuple[str, ...]
    """The text below the heading, a paragraph, item or cell each."""


@dataclass(frozen=True)
class Record:
    """A page as it is indexed."""

    path: str
    """Its address, relative to the site's root: "en/incident/"."""
    locale: Locale
    name: str
    """Its title in the navigation."""
    section: str
    """The name of the page that its section of the site begins with; "" for that page itself."""
    kind: Kind
    about: str
    """What it says of itself: its description."""
    revised: str
    """The date of its last revision, as 2026-11-25."""
    parts: tuple[Part, ...]


def read_records(site: Path, names: Mapping[str, str]) -> list[Record]:
    """Return every page of a built site that is written in the language it is shown in.

    Args:
        site: the folder of the site.
        names: the titles of its pages in the navigation, by path; others have their <title>.
    """
    pages = {}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        path = "" if folder == "." else f"{folder}/"
        pages[path] = LexborHTMLParser(file.read_text(encoding="utf-8"))
    titles = {path: names.get(path) or _title(page) for path, page in pages.items()}
    found = (_record(path, page, titles) for path, page in pages.items())
    return [record for record in found if record]


def _record(path: str, page: LexborHTMLParser, titles: Mapping[str, str]) -> Record | None:
    main, article = page.css_first("main[lang]"), page.css_first("article")
    if main is None or article is None:
        return None
    shown_in, written_in = _attribute(page.css_first("html"), "lang"), _attribute(main, "lang")
    if shown_in != written_in:
        return None  # the original, shown again for want of a translation
    locale = as_locale(written_in)
    own = path.removeprefix(f"{locale}/")
    first = f"{path.removesuffix(own)}{own.partition('/')[0]}/"
    revised = page.css_first(".page-meta time")
    for node in article.css(_LEFT_OUT):
        node.decompose()
    return Record(
        path,
        locale,
        titles[path],
        titles[first] if first != path and first in titles else "",
        "story" if own in _STORIES else _KINDS.get(own.partition("/")[0], "story"),
        _attribute(page.css_first("meta[name=description]"), "content"),
        _attribute(revised, "datetime") if revised else "",
        tuple(_parts(article)),
    )


def _parts(article: LexborNode) -> Iterator[Part]:
    headings = {_attribute(node, "id"): _take_heading(node) for node in article.css(_BEGINNINGS)}
    level, anchor = 1, ""
    blocks = [""]
    for node in article.traverse(include_text=True):
        tag = node.tag
        begins = "" if tag == "-text" else _attribute(node, "id")
        if begins in headings:
            yield from _part(level, anchor, headings, blocks)
            level = int(tag[1]) if tag in _HEADINGS else _TERM if tag == "dt" else _ENTRY
            anchor, blocks = begins, [""]
        elif tag in _BLOCKS:
            blocks.append("")
        elif tag == "-text":
            blocks[-1] += node.text_content or ""
    yield from _part(level, anchor, headings, blocks)


def _part(
    level: int, anchor: str, headings: Mapping[str, str], blocks: list[str]
) -> Iterator[Part]:
    texts = tuple(text for text in map(_plain, blocks) if text)
    heading = headings.get(anchor, "")
    if heading or texts:
        yield Part(level, anchor, heading, texts)


def _take_heading(node: LexborNode) -> str:
    """Take out and return what names a section: a heading, a term, the first element of an item."""
    named = next(node.iter(), None) if node.tag == "li" else node
    if named is None:
        return ""
    heading = _plain(named.text())
    for part in list(named.iter(include_text=True)):
        part.decompose()
    return heading


def _title(page: LexborHTMLParser) -> str:
    """Return the <title> of a page without the site's, which follows a middle dot."""
    title = page.css_first("title")
    return title.text().partition(" · ")[0] if title else ""


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node else ""


def _plain(text: str) -> str:
    """Return text with its breaking spaces as one: no-break ones are typography, and stay."""
    return _SPACES.sub(" ", text).strip(" ")

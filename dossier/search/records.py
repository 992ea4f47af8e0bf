"""The pages of the built site, split at each heading and list entry, for the search index."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.addresses import CATALOG, GLOSSARY, GROK, NOTES, SITE_INDEX, SOURCES, TIMELINE
from dossier.locales import Locale, as_locale

Kind = Literal["story", "models", "timeline", "sources", "glossary", "about"]
"""The kind of a page: a story, a list, or a page about the site."""

# Not the author's text, or text that repeats other text or only links to it.
_LEFT_OUT = (
    ".page-tools, .page-status, .page-meta, .edit-link, .notice, [role=note], [hidden], "
    ".headerlink, .footnote, sup:has(.footnote-ref), .rendering:has(s), .cited, .told, .next, "
    ".letters, .plan, .feeds, .disagreements, nav, form, button, script, noscript, style, "
    "template, svg"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Levels of list entries with an id, each a section below every heading.
_TERM, _ENTRY = 4, 6
_BLOCKS = {*_HEADINGS, "p", "li", "dt", "dd", "th", "td", "caption", "summary", "pre", "figcaption"}
_BEGINNINGS = ", ".join(f"{tag}[id]" for tag in (*_HEADINGS, "dt", "li"))
_SPACES = re.compile(r"[ \t\r\n]+")
_KINDS: dict[str, Kind] = {
    GLOSSARY: "glossary", CATALOG: "models", TIMELINE: "timeline", NOTES: "about",
    SITE_INDEX: "about", SOURCES: "sources",
}  # fmt: skip
_STORIES = (CATALOG, GROK)


@dataclass(frozen=True)
class SearchSection:
    """A section of a page, or an entry of a list."""

    level: int
    """1 for the heading of the page, up to 6; sets the weight of the heading."""
    anchor: str
    heading: str
    blocks: tuple[str, ...]
    """The paragraphs, list items and cells below the heading."""


@dataclass(frozen=True)
class SearchRecord:
    """A page in the search index."""

    path: str
    """Its address, relative to the site's root: "en/incident/"."""
    locale: Locale
    name: str
    """Its title in the navigation."""
    section: str
    """The name of the first page in its section of the site; "" for that page itself."""
    kind: Kind
    about: str
    """Its description."""
    revised: str
    """The date of its last revision: "2026-11-25"."""
    sections: tuple[SearchSection, ...]

    @property
    def title(self) -> str:
        """The heading of the page, or its title in the navigation if nothing else is indexed."""
        return self.sections[0].heading if self.sections else self.name


def read_records(site: Path, names: Mapping[str, str]) -> list[SearchRecord]:
    """Return the pages of a built site without those shown in place of a translation.

    `names` has the titles of pages in the navigation, by path; the others have their <title>.
    """
    pages = {}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        path = "" if folder == "." else f"{folder}/"
        pages[path] = LexborHTMLParser(file.read_text(encoding="utf-8"))
    titles = {path: names.get(path) or _title(page) for path, page in pages.items()}
    found = (_record(path, page, titles) for path, page in pages.items())
    return [record for record in found if record]


def _record(path: str, page: LexborHTMLParser, titles: Mapping[str, str]) -> SearchRecord | None:
    main, article = page.css_first("main[lang]"), page.css_first("article")
    if main is None or article is None:
        return None
    shown_in, written_in = _attribute(page.css_first("html"), "lang"), _attribute(main, "lang")
    if shown_in != written_in:
        return None  # the original, shown because it is not translated
    locale = as_locale(written_in)
    own = path.removeprefix(f"{locale}/")
    section = f"{own.partition('/')[0]}/"
    first = path.removesuffix(own) + section
    revised = _attribute(page.css_first(".page-meta time"), "datetime")
    for node in article.css(_LEFT_OUT):
        node.decompose()
    return SearchRecord(
        path,
        locale,
        titles[path],
        titles[first] if first != path and first in titles else "",
        "story" if own in _STORIES else _KINDS.get(section, "story"),
        _attribute(page.css_first("meta[name=description]"), "content"),
        revised,
        tuple(_sections(article)),
    )


def _sections(article: LexborNode) -> Iterator[SearchSection]:
    headings = {_attribute(node, "id"): _take_heading(node) for node in article.css(_BEGINNINGS)}
    found = [(1, "", [""])]
    for node in article.traverse(include_text=True):
        tag = node.tag
        begins = "" if tag == "-text" else _attribute(node, "id")
        if begins in headings:
            level = int(tag[1]) if tag in _HEADINGS else _TERM if tag == "dt" else _ENTRY
            found.append((level, begins, [""]))
        elif tag in _BLOCKS:
            found[-1][2].append("")
        elif tag == "-text":
            found[-1][2][-1] += node.text_content or ""
    for level, anchor, blocks in found:
        heading, texts = headings.get(anchor, ""), tuple(filter(None, map(_plain, blocks)))
        if heading or texts:
            yield SearchSection(level, anchor, heading, texts)


def _take_heading(node: LexborNode) -> str:
    """Empty and return the name of a section: a heading, a term, an item's first element."""
    named = next(node.iter(), None) if node.tag == "li" else node
    if named is None:
        return ""
    heading = _plain(named.text())
    for part in list(named.iter(include_text=True)):
        part.decompose()
    return heading


def _title(page: LexborHTMLParser) -> str:
    """Return the <title> of a page without the name of the site after the middle dot."""
    title = page.css_first("title")
    return title.text().partition(" · ")[0] if title else ""


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node else ""


def _plain(text: str) -> str:
    """Collapse spaces, except no-break spaces, which are typography."""
    return _SPACES.sub(" ", text).strip(" ")

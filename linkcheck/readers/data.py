"""Addresses in files that only programs read: manifests, feeds in JSON, robots.txt, indexes."""

from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from linkcheck.document import Document, Reference, SitemapEntry, Use
from linkcheck.readers.html import read_html_of_feed
from linkcheck.readers.json_text import JsonLines, objects, parse_object

_HANDLERS = (
    ("shortcuts", "url"), ("share_target", "action"), ("file_handlers", "action"),
    ("protocol_handlers", "url"), ("note_taking", "new_note_url"),
)  # fmt: skip
_FEED_KEYS = (
    "home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "external_url", "avatar",
    "image", "banner_image",
)  # fmt: skip
_DIRECTIVES = (
    "allow", "clean-param", "content-signal", "content-usage", "crawl-delay", "disallow", "host",
    "noindex", "request-rate", "sitemap", "user-agent", "visit-time",
)  # fmt: skip


def read_manifest(text: str, document: Document) -> None:
    """Note the icons and addresses of a web manifest (W3C, Web Application Manifest)."""
    lines = JsonLines(text)
    data = parse_object(text, document)
    pictures = [*objects(data, "icons"), *objects(data, "screenshots")]
    for key, name in _HANDLERS:
        alone = {key: [data.get(key)]}  # share_target and note_taking are no lists
        for part in objects(data, key) or objects(alone, key):
            _add(part, name, Use.DATA, lines, document)
            pictures += objects(part, "icons")
    for picture in pictures:
        _add(picture, "src", Use.RESOURCE, lines, document)
    _add(data, "start_url", Use.DATA, lines, document)
    _add(data, "scope", Use.FOLDER, lines, document)


def read_json_feed(text: str, document: Document) -> None:
    """Note the addresses of a JSON Feed (jsonfeed.org, version 1.1)."""
    document.for_programs = True
    lines = JsonLines(text)
    data = parse_object(text, document)
    items = objects(data, "items")
    parts = [data, *items, *objects(data, "hubs")]
    for part in (data, *items):
        parts += [*objects(part, "authors"), *objects(part, "attachments")]
        parts += objects({"author": [part.get("author")]}, "author")  # of version 1
    for part in parts:
        for key in _FEED_KEYS:
            _add(part, key, Use.METADATA, lines, document)
    for item in items:
        content = item.get("content_html")
        if isinstance(content, str):
            line = lines.of(content)
            article = read_html_of_feed(content, document, line)
            article.references[:] = [replace(one, line=line) for one in article.references]


def read_search_index(text: str, document: Document) -> None:
    """Note the pages and anchors of a search index, relative to the site's root.

    MkDocs holds them in "docs", in search/search_index.json; Zensical in "items", in search.json.
    """
    document.for_programs = True
    lines = JsonLines(text)
    data = parse_object(text, document)
    for entry in [*objects(data, "docs"), *objects(data, "items")]:
        location = entry.get("location")
        if isinstance(location, str) and location:  # empty: the home page
            document.add(location, Use.DATA, "search index", lines.of(location))


def read_robots(text: str, document: Document) -> None:
    """Note the sitemaps of robots.txt, and the lines that are no directive (RFC 9309)."""
    if text.lstrip().startswith("<"):
        message = "this is a page, and no list of directives"
        document.faults.append(("robots-syntax", 1, text.strip().split("\n", 1)[0], message))
        return
    for number, line in enumerate(text.splitlines(), 1):
        directive, colon, value = line.partition("#")[0].partition(":")
        name = directive.strip().lower()
        near = get_close_matches(name, _DIRECTIVES, n=1, cutoff=0.75)
        if not colon and name:
            message = "the line is no directive: write it as Name: value"
            document.faults.append(("robots-syntax", number, directive.strip(), message))
        elif near and name not in _DIRECTIVES:
            message = f"no crawler knows “{directive.strip()}”: write {near[0].capitalize()}"
            document.faults.append(("robots-syntax", number, directive.strip(), message))
        elif name == "sitemap":
            document.add(value.strip(), Use.METADATA, "Sitemap", number)


def read_sitemap_text(text: str, document: Document) -> None:
    """Note the addresses of a sitemap that is a text, one a line (sitemaps.org)."""
    document.is_sitemap = document.for_programs = True
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            location = Reference(line.strip(), Use.METADATA, "sitemap", number)
            document.references.append(location)
            document.entries.append(SitemapEntry(location))


def is_json_feed(text: str) -> bool:
    """Say whether the file declares itself a JSON Feed."""
    return "://jsonfeed.org/version/" in text[:1000]


def is_manifest(text: str) -> bool:
    """Say whether the file is a web manifest, whatever its name."""
    return '"start_url"' in text or ('"icons"' in text and '"short_name"' in text)


def _add(data: dict[str, Any], key: str, use: Use, lines: JsonLines, document: Document) -> None:
    written = data.get(key)
    if isinstance(written, str):
        document.add(written, use, key, lines.of(written))

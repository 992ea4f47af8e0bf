"""Addresses in files that only programs read: manifests, feeds in JSON, robots.txt, indexes."""

import json
from typing import Any

from linkcheck.document import Document, Use
from linkcheck.read_scripts import JsonLines

_FEED_KEYS = (
    "home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "avatar", "image",
    "banner_image",
)  # fmt: skip


def read_manifest(text: str, document: Document) -> None:
    """Note the icons and addresses of a web manifest."""
    lines = JsonLines(text)
    data = _json(text, document)
    pictures = [*_list(data, "icons"), *_list(data, "screenshots")]
    for shortcut in _list(data, "shortcuts"):
        _add(shortcut, "url", Use.LINK, lines, document)
        pictures += _list(shortcut, "icons")
    for picture in pictures:
        _add(picture, "src", Use.RESOURCE, lines, document)
    _add(data, "start_url", Use.LINK, lines, document)


def read_json_feed(text: str, document: Document) -> None:
    """Note the addresses of a JSON Feed (jsonfeed.org, version 1.1)."""
    lines = JsonLines(text)
    data = _json(text, document)
    items = _list(data, "items")
    parts = [data, *items]
    for part in (data, *items):
        parts += [*_list(part, "authors"), *_list(part, "attachments")]
    for part in parts:
        for key in _FEED_KEYS:
            _add(part, key, Use.METADATA, lines, document)


def read_search_index(text: str, document: Document) -> None:
    """Note the pages and anchors of MkDocs's search index, relative to the site's root."""
    lines = JsonLines(text)
    document.base = "../"
    for entry in _list(_json(text, document), "docs"):
        location = entry.get("location")
        if isinstance(location, str) and location:  # empty: the home page
            document.add(location, Use.LINK, "search index", lines.of(location))


def read_robots(text: str, document: Document) -> None:
    """Note the sitemaps of robots.txt, and the lines that are no directive (RFC 9309)."""
    for number, line in enumerate(text.splitlines(), 1):
        directive, colon, value = line.partition("#")[0].partition(":")
        if not colon and directive.strip():
            message = "the line is no directive: write it as Name: value"
            document.faults.append(("robots-syntax", number, directive.strip(), message))
        elif directive.strip().lower() == "sitemap":
            document.add(value.strip(), Use.METADATA, "Sitemap", number)


def is_json_feed(text: str) -> bool:
    """Say whether the file declares itself a JSON Feed."""
    return "https://jsonfeed.org/version/" in text[:1000]


def _json(text: str, document: Document) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        document.faults.append(("malformed", line, "", f"it is not valid JSON: {error}"))
        return {}
    return data if isinstance(data, dict) else {}


def _list(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = data.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _add(data: dict[str, Any], key: str, use: Use, lines: JsonLines, document: Document) -> None:
    written = data.get(key)
    if isinstance(written, str):
        document.add(written, use, key, lines.of(written))

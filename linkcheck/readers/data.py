"""Readers of files for programs: web manifests, JSON feeds, search indexes, robots.txt."""

from dataclasses import replace
from difflib import get_close_matches

from linkcheck.document import ParsedDocument, SitemapEntry, Use
from linkcheck.readers.html import read_html_of_feed
from linkcheck.readers.json_text import JsonText, objects

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
_SECURITY = {"acknowledgments", "canonical", "contact", "csaf", "encryption", "hiring", "policy"}


def read_manifest(text: str, document: ParsedDocument) -> None:
    """Add the icons and addresses of a web manifest (W3C, Web Application Manifest)."""
    manifest = JsonText(text, document)
    data = manifest.object
    images = [*objects(data, "icons"), *objects(data, "screenshots")]
    for key, name in _HANDLERS:
        for part in objects(data, key, or_one=True):
            manifest.add(part.get(name), Use.DATA, name)
            images += objects(part, "icons")
    for image in images:
        manifest.add(image.get("src"), Use.RESOURCE, "src")
    manifest.add(data.get("start_url"), Use.DATA, "start_url")
    manifest.add(data.get("scope"), Use.FOLDER, "scope")


def read_json_feed(text: str, document: ParsedDocument) -> None:
    """Add the addresses of a JSON Feed (jsonfeed.org, version 1.1), and the HTML within it."""
    document.for_programs = True
    feed = JsonText(text, document)
    items = objects(feed.object, "items")
    parts = [feed.object, *items, *objects(feed.object, "hubs")]
    for part in (feed.object, *items):
        parts += [*objects(part, "authors"), *objects(part, "attachments")]
        parts += objects(part, "author", or_one=True)  # version 1
    for part in parts:
        for key in _FEED_KEYS:
            feed.add(part.get(key), Use.METADATA, key)
    for item in items:
        content = item.get("content_html")
        if isinstance(content, str):
            line = feed.line_of(content)
            article = read_html_of_feed(content, document, line)
            article.references[:] = [replace(one, line=line) for one in article.references]


def read_search_index(text: str, document: ParsedDocument) -> None:
    """Add the pages and fragments of a search index, relative to the site's root.

    They are in "docs" for MkDocs (search/search_index.json), "items" for Zensical (search.json).
    """
    document.for_programs = True
    index = JsonText(text, document)
    for entry in [*objects(index.object, "docs"), *objects(index.object, "items")]:
        # The empty location is the home page.
        index.add(entry.get("location") or None, Use.DATA, "search index")


def read_robots(text: str, document: ParsedDocument) -> None:
    """Add the sitemaps of robots.txt, and report lines that are not directives (RFC 9309)."""
    if text.lstrip().startswith("<"):
        first = text.strip().split("\n", 1)[0]
        document.report("robots-syntax", 1, "a page instead of a list of directives", first)
        return
    for number, line in enumerate(text.splitlines(), 1):
        directive, colon, value = line.partition("#")[0].partition(":")
        written = directive.strip()
        name = written.lower()
        near = get_close_matches(name, _DIRECTIVES, n=1, cutoff=0.75)
        if name and not colon:
            message = "the line is not a directive: write Name: value"
            document.report("robots-syntax", number, message, written)
        elif near and name not in _DIRECTIVES:
            message = f"no crawler knows “{written}”: write {near[0].capitalize()}"
            document.report("robots-syntax", number, message, written)
        elif name == "sitemap":
            document.add(value.strip(), Use.METADATA, "Sitemap", number)


def read_security(text: str, document: ParsedDocument) -> None:
    """Add the addresses of security.txt (RFC 9116, 2.5)."""
    for number, line in enumerate(text.splitlines(), 1):
        name, _, value = line.partition(":")
        if name.strip().lower() in _SECURITY:
            document.add(value.strip(), Use.METADATA, name.strip(), number)


def read_sitemap_text(text: str, document: ParsedDocument) -> None:
    """Add the addresses of a text sitemap, one per line (sitemaps.org)."""
    document.is_sitemap = document.for_programs = document.is_list = True
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            location = document.add(line.strip(), Use.METADATA, "sitemap", number)
            document.entries.append(SitemapEntry(location))


def is_json_feed(text: str) -> bool:
    """Return True if the file declares itself a JSON Feed."""
    return "://jsonfeed.org/version/" in text[:1000]


def is_manifest(text: str) -> bool:
    """Return True if the file is a web manifest, whatever its name."""
    return '"start_url"' in text or (
        '"icons"' in text and any(f'"{key}"' in text for key in ("short_name", "display"))
    )

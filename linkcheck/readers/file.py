"""Reads one file of the site into a Document, by its name."""

import codecs
from pathlib import Path

from linkcheck.document import Document
from linkcheck.readers.css import read_stylesheet
from linkcheck.readers.data import (
    is_json_feed,
    is_manifest,
    read_json_feed,
    read_manifest,
    read_robots,
    read_search_index,
    read_sitemap_text,
)
from linkcheck.readers.html import read_html
from linkcheck.readers.javascript import read_javascript, read_source_map
from linkcheck.readers.xml import read_xml

_TEXT = {
    ".css", ".gltf", ".htm", ".html", ".js", ".json", ".m3u8", ".mjs", ".mpd", ".txt",
    ".webmanifest",
}  # fmt: skip
_XML = {".atom", ".osdx", ".rdf", ".rss", ".svg", ".xhtml", ".xml", ".xsl", ".xslt"}


def read(folder: Path, file: str) -> Document:
    """Return what `file`, named relative to `folder`, holds; never raises for its content."""
    document = Document(file)
    suffix = Path(file).suffix.lower()
    if suffix not in _TEXT | _XML:
        return document
    try:
        data = (folder / file).read_bytes()
    except OSError as error:
        document.faults.append(("unreadable", 1, "", f"it cannot be read: {error.strerror}"))
        return document
    if suffix in _XML:
        document.is_page = suffix == ".xhtml"
        read_xml(data, document)
        return document
    _read_text(_decode(data, document), suffix, document)
    return document


def _read_text(text: str, suffix: str, document: Document) -> None:
    name = Path(document.file).name
    match suffix:
        case ".html" | ".htm":
            document.is_page = True
            read_html(text, document)
        case ".css":
            read_source_map(text, document)
            read_stylesheet(text, document)
        case ".js" | ".mjs":
            read_javascript(text, document)
        case ".webmanifest":
            read_manifest(text, document)
        case ".json" if document.file.endswith("search/search_index.json"):
            document.base = "../"
            read_search_index(text, document)
        case ".json" if name == "search.json" and '"location"' in text:
            read_search_index(text, document)
        case ".json" if name == "manifest.json" or is_manifest(text):
            read_manifest(text, document)
        case ".json" if is_json_feed(text):
            read_json_feed(text, document)
        case ".txt" if document.file == "robots.txt":
            read_robots(text, document)
        case ".txt" if document.file == "sitemap.txt":
            read_sitemap_text(text, document)
        case ".txt" if name not in _FOR_PROGRAMS:
            pass  # for people
        case _:  # data that no standard explains
            document.mention(text)


_FOR_PROGRAMS = {"llms.txt", "llms-full.txt"}


def _decode(data: bytes, document: Document) -> str:
    """Decode as GitHub Pages declares it and browsers show it: UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "the file is UTF-16: HTML has to be UTF-8"
        document.faults.append(("not-utf-8", 1, "", message))
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        message = "the file is not UTF-8: a browser shows a mark of replacement there"
        document.faults.append(("not-utf-8", line, "", message))
        return data.decode("utf-8", errors="replace")

"""Reader of any file of the site, which picks the format by name."""

import codecs
import gzip
import io
import re
import zlib
from pathlib import Path

from linkcheck.document import ParsedDocument
from linkcheck.readers import data
from linkcheck.readers.css import read_stylesheet
from linkcheck.readers.html import read_html
from linkcheck.readers.javascript import read_javascript, read_source_map
from linkcheck.readers.markdown import read_llms
from linkcheck.readers.xml import read_xml

_TEXT = {
    ".css", ".gltf", ".htm", ".html", ".js", ".json", ".m3u8", ".mjs", ".mpd", ".txt",
    ".webmanifest",
}  # fmt: skip
_XML = {".atom", ".opml", ".osdx", ".rdf", ".rss", ".svg", ".xhtml", ".xml", ".xsl", ".xslt"}
_TEXT_SITEMAP = re.compile(r"sitemap[\w.-]*\.txt")
_GZIPPED = re.compile(r"(.+\.xml|(?:.*/)?sitemap[\w.-]*\.txt)\.gz", re.IGNORECASE)
# sitemaps.org
_LONGEST_SITEMAP = 50 * 2**20


def read_file(folder: Path, file: str) -> ParsedDocument:
    """Return what `file`, relative to `folder`, contains; content never raises."""
    document = ParsedDocument(file)
    gzipped = _GZIPPED.fullmatch(file)
    name = gzipped[1] if gzipped else file
    suffix = Path(name).suffix.lower()
    if suffix not in _TEXT | _XML:
        return document
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        document.report("unreadable", 1, f"it cannot be read: {error.strerror}")
        return document
    if gzipped:
        decompressed = _decompressed(content, document)
        document.for_programs = True
        document.is_sitemap = decompressed is None
        # A copy, as MkDocs makes one, lists nothing more.
        if decompressed is None or _is_content(folder / name, decompressed):
            return document
        content = decompressed
    if suffix in _XML:
        document.is_page = suffix == ".xhtml"
        read_xml(content, document)
    else:
        text = _decode(content, document)
        del content  # a page may have 50 MB
        _read_text(text, Path(name).name, document)
    if gzipped and (folder / name).exists():
        # An outdated copy lists nothing that counts.
        document.is_sitemap = False
        document.entries.clear()
    return document


def _read_text(text: str, name: str, document: ParsedDocument) -> None:
    match Path(name).suffix.lower():
        case ".html" | ".htm":
            document.is_page = True
            read_html(text, document)
        case ".css":
            read_source_map(text, document)
            read_stylesheet(text, document)
        case ".js" | ".mjs":
            read_javascript(text, document)
        case ".webmanifest":
            data.read_manifest(text, document)
        case ".json" if document.file.endswith("search/search_index.json"):
            document.base = "../"
            data.read_search_index(text, document)
        case ".json" if name == "search.json" and '"location"' in text:
            data.read_search_index(text, document)
        case ".json" if name == "manifest.json" or data.is_manifest(text):
            data.read_manifest(text, document)
        case ".json" if data.is_json_feed(text):
            data.read_json_feed(text, document)
        case ".txt":
            _read_plain_text(text, name, document)
        case _:  # data that no standard explains
            document.mention(text)


def _read_plain_text(text: str, name: str, document: ParsedDocument) -> None:
    """Add what a text for programs contains; most are for people."""
    if document.file == "robots.txt":
        data.read_robots(text, document)
    elif name == "security.txt":
        data.read_security(text, document)
    elif _TEXT_SITEMAP.fullmatch(name.lower()):
        data.read_sitemap_text(text, document)
    elif name in ("llms.txt", "llms-full.txt"):
        read_llms(text, document, is_joined=name == "llms-full.txt")


def _is_content(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False


def _decompressed(content: bytes, document: ParsedDocument) -> bytes | None:
    """Return the content of a gzipped sitemap; None, and a finding, if it cannot be."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            text = file.read(_LONGEST_SITEMAP + 1)
    except (OSError, EOFError, zlib.error) as error:
        document.report("malformed", 1, f"it cannot be decompressed: {error}")
        return None
    if len(text) > _LONGEST_SITEMAP:
        document.report("malformed", 1, "decompressed, it is larger than the 50 MB of a sitemap")
        return None
    return text


def _decode(content: bytes, document: ParsedDocument) -> str:
    """Decode as UTF-8, which GitHub Pages declares; report other encodings."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        document.report("not-utf-8", 1, "the file is UTF-16: HTML must be UTF-8")
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        document.report("not-utf-8", line, "not UTF-8: a browser shows a replacement character")
        return content.decode("utf-8", errors="replace")

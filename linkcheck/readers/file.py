"""Reader of any file of the site, which picks the format by name."""

import codecs
import gzip
import io
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
_XML = {".atom", ".osdx", ".rdf", ".rss", ".svg", ".xhtml", ".xml", ".xsl", ".xslt"}
_AT_ROOT = {"robots.txt": data.read_robots, "sitemap.txt": data.read_sitemap_text}
# sitemaps.org
_LONGEST_SITEMAP = 50 * 2**20
_EMPTY_SITEMAP = b"<urlset/>"


def read_file(folder: Path, file: str) -> ParsedDocument:
    """Return what `file`, relative to `folder`, contains; content never raises."""
    document = ParsedDocument(file)
    is_gzipped = file.lower().endswith(".xml.gz")
    suffix = ".xml" if is_gzipped else Path(file).suffix.lower()
    if suffix not in _TEXT | _XML:
        return document
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        document.report("unreadable", 1, f"it cannot be read: {error.strerror}")
        return document
    if is_gzipped:
        content = _decompressed(content, document)
        if _is_content(folder / file[: -len(".gz")], content):
            document.for_programs = True  # a copy, as MkDocs makes one
            return document
    if suffix in _XML:
        document.is_page = suffix == ".xhtml"
        read_xml(content, document)
        if is_gzipped and (folder / file[: -len(".gz")]).exists():
            # An outdated copy lists nothing that counts.
            document.is_sitemap = False
            document.entries.clear()
    else:
        _read_text(_decode(content, document), suffix, document)
    return document


def _read_text(text: str, suffix: str, document: ParsedDocument) -> None:
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
        case ".txt" if document.file in _AT_ROOT:
            _AT_ROOT[document.file](text, document)
        case ".txt" if name == "llms.txt":
            read_llms(text, document)
        case ".txt" if name != "llms-full.txt":
            pass  # for people
        case _:  # data that no standard explains
            document.mention(text)


def _is_content(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False


def _decompressed(content: bytes, document: ParsedDocument) -> bytes:
    """Return the content of a gzipped file; an empty sitemap, and a finding, if it cannot be."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            text = file.read(_LONGEST_SITEMAP + 1)
    except (OSError, EOFError, zlib.error) as error:
        document.report("malformed", 1, f"it cannot be decompressed: {error}")
        return _EMPTY_SITEMAP
    if len(text) > _LONGEST_SITEMAP:
        document.report("malformed", 1, "decompressed, it is larger than the 50 MB of a sitemap")
        return _EMPTY_SITEMAP
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

"""Addresses and metadata in `link` and `meta`."""

import re

from linkcheck.document import CANONICAL, Alternate, ParsedDocument, Reference, Use
from linkcheck.readers.schema_org import looks_like_address
from linkcheck.readers.start_tags import Attributes

# What a browser fetches; other relations are for readers and programs to follow.
_FETCHED = {
    "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image",
    "compression-dictionary", "fluid-icon", "icon", "image_src", "manifest", "mask-icon",
    "modulepreload", "prefetch", "preload", "prerender", "stylesheet",
}  # fmt: skip
_WITH_INTEGRITY = {"modulepreload", "preload", "stylesheet"}
_FOR_PROGRAMS = {"alternate", "canonical", "pingback", "shortlink", "webmention"}
_ORIGINS = {"dns-prefetch", "preconnect"}
_PAGE_TYPES = ("", "text/html", "application/xhtml+xml")

_SOCIAL = re.compile(
    r"og:see_also|(og|twitter):(image|url|video|audio|player)(:(url|secure_url|src|stream))?"
)
_TILE = re.compile(r"msapplication-(tileimage|(square|wide)\d+x\d+logo|config|starturl)")
_TASK = re.compile(r"(action-uri|icon-uri)\s*=\s*([^;]*)", re.IGNORECASE)
_AT_ONCE = 10
"""Seconds until a meta refresh, up to which nobody has read the page."""


def read_link(attributes: Attributes, line: int, document: ParsedDocument) -> None:
    """Add the address of a <link>, and what it declares."""
    if "href" not in attributes:
        return
    written = attributes["href"] or ""
    rels = set((attributes.get("rel") or "").lower().split())
    place = f"link[rel={' '.join(sorted(rels))}]" if rels else "link[href]"
    kind = (attributes.get("type") or "").lower()
    is_page = kind.partition(";")[0].strip() in _PAGE_TYPES
    if "canonical" in rels:
        document.canonicals.append(document.add(written, Use.METADATA, CANONICAL, line))
    elif rels & _ORIGINS:
        return
    elif rels & _FETCHED:
        document.add(written, Use.RESOURCE, place, line)
        if rels & _WITH_INTEGRITY:
            document.require(attributes.get("integrity"))
    elif "alternate" in rels and "hreflang" in attributes and is_page:
        document.alternates.append(Alternate(attributes["hreflang"] or "", written, line))
        document.add(written, Use.METADATA, place, line)
    elif "alternate" in rels and is_page and written:
        # Another form of the page, for print or for phones.
        document.add(written, Use.LINK, place, line)
    else:
        use = Use.DATA if rels & _FOR_PROGRAMS or not rels else Use.LINK
        document.add(written, use, place, line)


def read_meta(attributes: Attributes, line: int, document: ParsedDocument) -> None:
    """Add the address of a <meta>, and what it declares."""
    content = attributes.get("content") or ""
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        _read_refresh(content, line, document)
    elif _SOCIAL.fullmatch(name):
        document.add(content, Use.METADATA, name, line)
    elif _TILE.fullmatch(name):
        if content.lower() != "none":
            document.add(content, Use.RESOURCE, name, line)
    elif name == "msapplication-task":
        for key, written in _TASK.findall(content):
            use = Use.RESOURCE if key.lower() == "icon-uri" else Use.DATA
            document.add(written.strip(), use, name, line)
    elif name in ("robots", "googlebot"):
        words = {word.strip() for word in content.lower().split(",")}
        document.noindex = document.noindex or bool(words & {"noindex", "none"})
    for key in (attributes.get("itemprop") or "").split():
        if looks_like_address(key, content):
            document.add(content, Use.DATA, f"meta[itemprop={key}]", line)


def _read_refresh(content: str, line: int, document: ParsedDocument) -> None:
    match = _REFRESH.match(content)
    if not match:
        return
    seconds = float(match[1] or 0)
    written = (match[2] or match[3] or match[4] or "").strip(" \t\n\f\r")
    reference = Reference(written, Use.LINK, "meta[http-equiv=refresh]", line)
    if written:
        reference = document.add(written, reference.use, reference.place, line)
    else:  # the page is loaded again
        document.moves_to = document.file
    if document.refresh is None:  # browsers ignore all but the first
        document.refresh = reference
        document.moves_at_once = seconds < 1 and not document.in_noscript
    if written and seconds <= _AT_ONCE and document.in_noscript:
        document.moves_on_without_scripts = True
    elif written and seconds <= _AT_ONCE:
        document.moves_on = True


# The HTML standard, “shared declarative refresh steps”.
_REFRESH = re.compile(
    r"[ \t\n\f\r]*(?:(\d+)|(?=\.))[\d.]*(?:\Z|(?:[ \t\n\f\r]*[;,]|[ \t\n\f\r])[ \t\n\f\r]*"
    r"(?:url[ \t\n\f\r]*=[ \t\n\f\r]*)?(?:'([^']*)|\"([^\"]*)|([^'\"].*))?)",
    re.IGNORECASE | re.DOTALL,
)

"""A page as the sequence of its blocks, read from HTML: what Markdown makes of it, or a build."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from dossier.parity.block import CODE, Block

_CITATION = re.compile(r"\[\^([^\]\n]+)\]")
_DATA = re.compile(r"\s*data: *(\S+)\s*")
_CONTAINERS = {
    "ul": "list",
    "ol": "numbered list",
    "dl": "definition list",
    "table": "table",
}
_LEAVES = {
    "li": "list item",
    "dt": "term",
    "dd": "definition",
    "tr": "table row",
    "caption": "caption",
    "summary": "summary",
    "blockquote": "quotation",
    "figure": "figure",
    "pre": "code block",
    **{f"h{level}": f"heading of level {level}" for level in range(1, 7)},
}
_VOID = {"br", "hr", "img", "input", "source", "col", "wbr", "link", "meta"}
_SKIPPED = {"script", "style", "template", "button", "svg"}
# The last two are what each language says of its own words (glossary.html).
_SKIPPED_CLASSES = {"headerlink", "footnote-backref", "letters", "rendering"}
_TERM_LINK = "term"
"""The class of links that the build sets by the words of each language (glossary/term_links.py)."""


def read_html(
    html: str,
    locale: str,
    resolve: Callable[[str], str] = str,
    locate: Callable[[str], int] | None = None,
) -> list[Block]:
    """Return the blocks of HTML.

    Args:
        html: an article.
        locale: its language.
        resolve: turns an address that a link or picture names into what to compare.
        locate: gives the line, in the article's source, of text that is read; it is
            called with each piece of text in order.
    """
    reader = _Reader(locale, resolve, locate)
    reader.feed(html)
    reader.close()
    return reader.finished()


@dataclass
class _Open:
    """An element not yet closed."""

    tag: str
    lang: str
    block: Block | None = None
    skipped: bool = False


class _Reader(HTMLParser):
    def __init__(
        self,
        locale: str,
        resolve: Callable[[str], str],
        locate: Callable[[str], int] | None,
    ) -> None:
        super().__init__()
        self._locale = locale
        self._resolve = resolve
        self._locate = locate
        self._blocks: list[Block] = []
        self._open: list[_Open] = []
        self._section = ""

    def finished(self) -> list[Block]:
        """Return the blocks read, without the empty ones; a lone picture is no paragraph."""
        kept = []
        for block in self._blocks:
            block.text = block.text.rstrip()
            if block.kind == "paragraph" and not block.text and block.pictures:
                block.kind = "picture"
            content = block.text or block.pictures or block.code or block.name or block.citations
            if block.kind not in ("paragraph", "text") or content:
                kept.append(block)
        return list(_by_identifier(kept))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        parent = self._open[-1] if self._open else _Open("", self._locale)
        element = _Open(tag, attributes.get("lang", parent.lang), skipped=parent.skipped)
        if tag in _SKIPPED or "hidden" in attributes:
            element.skipped = True
        if _SKIPPED_CLASSES & set(attributes.get("class", "").split()):
            element.skipped = True
        if not element.skipped:
            self._start(element, attributes)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_comment(self, data: str) -> None:
        match = _DATA.fullmatch(data)
        if match:
            block = self._add("data block", match[1])
            self._found(block, match[0].strip())

    def handle_data(self, data: str) -> None:
        element = self._open[-1] if self._open else _Open("", self._locale)
        if element.skipped or (not data.strip() and not self._text_block()):
            return
        block = self._text_block() or self._implicit()
        if any(element.tag in ("code", "pre") for element in self._open):
            self._code(block, data)
            return
        pieces = _CITATION.split(data)
        for text, claim in zip(pieces[::2], [*pieces[1::2], None], strict=True):
            self._text(block, text, element.lang)
            if claim:
                self._found(block, claim)
                block.citations.append(claim)

    def _start(self, element: _Open, attributes: dict[str, str]) -> None:
        tag, block = element.tag, self._text_block()
        if tag in _CONTAINERS:
            element.block = self._add(_CONTAINERS[tag])
        elif tag in _LEAVES:
            element.block = self._add(_LEAVES[tag])
            element.block.identifier = attributes.get("id", "")
            if tag[0] == "h":
                self._section = element.block.section = attributes.get("id", "")
                element.block.name = f"{{#{self._section}}}"
        elif tag == "p" and not block:
            element.block = self._add("paragraph")
        elif tag in ("p", "td", "th", "br") and block:
            self._part(block, tag)
        elif tag == "a" and block and not _is_the_build_s(attributes.get("class", "")):
            block.links.append(self._resolve(attributes.get("href", "")))
        elif tag == "code" and block and block.kind != "code block":
            block.text += CODE
            block.code.append("")
        elif tag == "sup" and attributes.get("id", "").startswith("fnref"):
            (block or self._implicit()).citations.append(attributes["id"].partition(":")[2])
            element.skipped = True
        elif tag == "img":
            block = block or self._implicit()
            block.pictures.append(self._resolve(attributes.get("src", "")))
            block.alternatives.append(attributes.get("alt", ""))
            self._found(block, attributes.get("src", ""))

    def _add(self, kind: str, name: str = "") -> Block:
        block = Block(kind, name, self._section)
        self._blocks.append(block)
        return block

    def _implicit(self) -> Block:
        """Start a block for text that stands in none."""
        block = self._add("paragraph")
        if self._open:
            self._open[-1].block = block
        return block

    def _text_block(self) -> Block | None:
        """Return the innermost open block, unless it is one that only holds others."""
        for element in reversed(self._open):
            if element.block:
                return None if element.block.kind in _CONTAINERS.values() else element.block
        return None

    def _part(self, block: Block, tag: str) -> None:
        if tag in ("td", "th"):
            cells = int(block.name.split()[0]) if block.name else 0
            block.name = f"{cells + 1} cells"
        block.text = block.text.rstrip() + ("\n" if tag == "br" else "\n\n") if block.text else ""

    def _text(self, block: Block, text: str, lang: str) -> None:
        if text.strip():
            self._found(block, text)
        start = len(block.text)
        block.text += text if block.text else text.lstrip()
        if lang == self._locale or not text.strip():
            return
        previous = block.foreign[-1] if block.foreign else (-1, -1, "")
        if previous[1:] == (start, lang):
            start = block.foreign.pop()[0]
        block.foreign.append((start, len(block.text), lang))

    def _code(self, block: Block, data: str) -> None:
        self._found(block, data)
        if not block.code:
            block.code.append("")
        block.code[-1] += data

    def _found(self, block: Block, text: str) -> None:
        """Note the line of text about to be added to a block."""
        if not self._locate:
            return
        line = self._locate(text)
        block.pieces.append((len(block.text), line))
        for open_block in [block, *(element.block for element in self._open if element.block)]:
            open_block.line = open_block.line or line


def _is_the_build_s(classes: str) -> bool:
    return bool({"footnote-ref", _TERM_LINK} & set(classes.split()))


def _by_identifier(blocks: list[Block]) -> Iterator[Block]:
    """Give the blocks, but terms and notes in the order of their ids.

    A glossary stands in the order of each language's alphabet, and the notes in that of the
    text; the ids are the same.
    """
    entries: list[list[Block]] = []
    for block in blocks:
        if (block.kind == "term" and block.identifier) or block.identifier.startswith("fn:"):
            entries.append([block])
        elif block.kind == "definition" and entries:
            entries[-1].append(block)
        else:
            yield from _in_order(entries)
            entries = []
            yield block
    yield from _in_order(entries)


def _in_order(entries: list[list[Block]]) -> Iterator[Block]:
    for entry in sorted(entries, key=lambda entry: entry[0].identifier):
        yield from entry

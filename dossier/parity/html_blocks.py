"""The blocks of a page, read from HTML: that which Markdown makes, or a built article."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from dossier.locales import Locale
from dossier.parity.blocks import CODE, Block

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
# The last two are about the words of one language (glossary.html).
_SKIPPED_CLASSES = {"headerlink", "footnote-backref", "letters", "rendering"}
_GENERATED_LINKS = {"footnote-ref", "term"}
"""Classes of links that the build adds, to footnotes and to terms (glossary/term_links.py)."""


def read_html(
    html: str,
    locale: Locale,
    resolve: Callable[[str], str] = str,
    line_of: Callable[[str], int] | None = None,
) -> list[Block]:
    """Return the blocks of an article.

    Args:
        html: the article.
        locale: its language.
        resolve: returns what to compare for the address of a link or image.
        line_of: returns the source line of a piece of text; it is called for each, in order.
    """
    reader = _BlockReader(locale, resolve, line_of)
    reader.feed(html)
    reader.close()
    blocks = []
    for block in reader.blocks:
        block.text = block.text.rstrip()
        if block.kind == "paragraph" and block.images and not block.text:
            block.kind = "image"
        if block.kind != "paragraph" or block.text or block.code or block.citations:
            blocks.append(block)
    return list(_sorted_entries(blocks))


@dataclass
class _OpenElement:
    tag: str
    lang: str
    skipped: bool = False
    block: Block | None = None


class _BlockReader(HTMLParser):
    def __init__(
        self,
        locale: Locale,
        resolve: Callable[[str], str],
        line_of: Callable[[str], int] | None,
    ) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._locale = locale
        self._resolve = resolve
        self._line_of = line_of
        self._open = [_OpenElement("", locale)]
        self._section = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = set(attributes.get("class", "").split())
        parent = self._open[-1]
        skipped = tag in _SKIPPED or "hidden" in attributes or bool(_SKIPPED_CLASSES & classes)
        element = _OpenElement(tag, attributes.get("lang", parent.lang), parent.skipped or skipped)
        if not element.skipped:
            self._start(element, attributes, classes)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_comment(self, data: str) -> None:
        match = _DATA.fullmatch(data)
        if match:
            self._record_line(self._add("data block", match[1]), match[0].strip())

    def handle_data(self, data: str) -> None:
        element, block = self._open[-1], self._text_block()
        if element.skipped or (not data.strip() and not block):
            return
        block = block or self._add_paragraph()
        if any(element.tag in ("code", "pre") for element in self._open):
            self._record_line(block, data)
            block.code = block.code or [""]
            block.code[-1] += data
            return
        pieces = _CITATION.split(data)
        for text, claim in zip(pieces[::2], [*pieces[1::2], None], strict=True):
            self._add_text(block, text, element.lang)
            if claim:
                self._record_line(block, claim)
                block.citations.append(claim)

    def _start(self, element: _OpenElement, attributes: dict[str, str], classes: set[str]) -> None:
        tag, block = element.tag, self._text_block()
        identifier = attributes.get("id", "")
        if tag in _CONTAINERS:
            element.block = self._add(_CONTAINERS[tag])
        elif tag in _LEAVES:
            name = ""
            if tag[0] == "h":
                self._section, name = identifier, f"{{#{identifier}}}"
            element.block = self._add(_LEAVES[tag], name)
            element.block.identifier = identifier
        elif tag == "p" and not block:
            element.block = self._add("paragraph")
        elif tag in ("p", "td", "th", "br") and block:
            if tag in ("td", "th"):
                block.name = f"{int(block.name.split()[0]) + 1 if block.name else 1} cells"
            if block.text:
                block.text = block.text.rstrip() + ("\n" if tag == "br" else "\n\n")
        elif tag == "a" and block and not _GENERATED_LINKS & classes:
            block.links.append(self._resolve(attributes.get("href", "")))
        elif tag == "code" and block and block.kind != "code block":
            block.text += CODE
            block.code.append("")
        elif tag == "sup" and identifier.startswith("fnref"):
            (block or self._add_paragraph()).citations.append(identifier.partition(":")[2])
            element.skipped = True
        elif tag == "img":
            block = block or self._add_paragraph()
            block.images.append(self._resolve(attributes.get("src", "")))
            block.alternatives.append(attributes.get("alt", ""))
            self._record_line(block, attributes.get("src", ""))

    def _add(self, kind: str, name: str = "") -> Block:
        self.blocks.append(Block(kind, self._locale, name, self._section))
        return self.blocks[-1]

    def _add_paragraph(self) -> Block:
        """Add a block for text that is in none."""
        block = self._add("paragraph")
        if len(self._open) > 1:
            self._open[-1].block = block
        return block

    def _text_block(self) -> Block | None:
        """Return the innermost open block, unless it only contains other blocks."""
        for element in reversed(self._open):
            if element.block:
                return None if element.block.kind in _CONTAINERS.values() else element.block
        return None

    def _add_text(self, block: Block, text: str, lang: str) -> None:
        if text.strip():
            self._record_line(block, text)
        start = len(block.text)
        block.text += text if block.text else text.lstrip()
        if lang == self._locale or not text.strip():
            return
        if block.foreign and block.foreign[-1][1:] == (start, lang):
            start = block.foreign.pop()[0]
        block.foreign.append((start, len(block.text), lang))

    def _record_line(self, block: Block, text: str) -> None:
        """Record the source line of text that is about to be added to a block."""
        if not self._line_of:
            return
        line = self._line_of(text)
        block.pieces.append((len(block.text), line))
        for open_block in [block, *(element.block for element in self._open if element.block)]:
            open_block.line = open_block.line or line


def _sorted_entries(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with glossary terms and footnotes in the order of their ids.

    The page has terms in alphabetical order and footnotes in order of citation, which differ
    between languages; the ids are the same.
    """
    entries: list[list[Block]] = []
    for block in [*blocks, None]:
        identifier = block.identifier if block else ""
        if block and identifier and (block.kind == "term" or identifier.startswith("fn:")):
            entries.append([block])
        elif block and block.kind == "definition" and entries:
            entries[-1].append(block)
        else:
            for entry in sorted(entries, key=lambda entry: entry[0].identifier):
                yield from entry
            entries = []
            if block:
                yield block

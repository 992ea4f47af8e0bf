"""The blocks of a page, read from HTML: that which Markdown makes, or a built article."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.locales import Locale
from dossier.parity.blocks import CODE, PageBlock

_CITATION = re.compile(r"\[\^([^\]\n]+)\]")
_DATA = re.compile(r"data: *(\S+)")
_CONTAINERS = {"ul": "list", "ol": "numbered list", "dl": "definition list", "table": "table"}
_LEAVES = {
    "li": "list item", "dt": "term", "dd": "definition", "tr": "table row", "caption": "caption",
    "summary": "summary", "blockquote": "quotation", "figure": "figure", "pre": "code block",
    **{f"h{level}": f"heading of level {level}" for level in range(1, 7)},
}  # fmt: skip
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
) -> list[PageBlock]:
    """Return the blocks of an article.

    `resolve` returns what to compare for the address of a link or image, and `line_of` the source
    line of a piece of text; it is called for each, in order.
    """
    reader = _BlockReader(locale, resolve, line_of)
    body = LexborHTMLParser(f"<body>{html}").body
    assert body
    reader.read_children(body, locale, None)
    blocks = []
    for block in reader.blocks:
        block.text = block.text.rstrip()
        if block.kind == "paragraph" and block.images and not block.text:
            block.kind = "image"
        if block.kind != "paragraph" or block.text or block.code or block.citations:
            blocks.append(block)
    return list(_sorted_entries(blocks))


@dataclass
class _BlockReader:
    locale: Locale
    resolve: Callable[[str], str]
    line_of: Callable[[str], int] | None
    blocks: list[PageBlock] = field(default_factory=list)
    blocks_without_line: list[PageBlock] = field(default_factory=list)
    section: str = ""

    def read_children(
        self, parent: LexborNode, lang: str, block: PageBlock | None, in_code: bool = False
    ) -> None:
        """Read the contents of an element, whose text belongs to `block` or starts a paragraph."""
        for node in parent.iter(include_text=True):
            if node.is_comment_node:
                if data := _DATA.fullmatch(node.comment_content or ""):
                    self._record_line(self._add("data block", data[1]), data[0])
            elif node.is_text_node:
                text = node.text_content or ""
                if block or text.strip():
                    block = block or self._add("paragraph")
                    self._read_text(text, lang, block, in_code)
            else:
                block = self._read_element(node, lang, block, in_code)

    def _read_element(
        self, node: LexborNode, lang: str, block: PageBlock | None, in_code: bool
    ) -> PageBlock | None:
        """Read an element, and return the block of the text that follows it."""
        tag = node.tag or ""
        attributes = {name: value or "" for name, value in node.attributes.items()}
        classes = set(attributes.get("class", "").split())
        identifier = attributes.get("id", "")
        if tag in _SKIPPED or "hidden" in attributes or _SKIPPED_CLASSES & classes:
            return block
        inner = block
        if tag in _CONTAINERS:
            self._add(_CONTAINERS[tag])
            inner = None
        elif tag in _LEAVES:
            name = ""
            if tag[0] == "h":
                self.section, name = identifier, f"{{#{identifier}}}"
            inner = self._add(_LEAVES[tag], name)
            inner.identifier = identifier
        elif tag == "p" and not block:
            inner = self._add("paragraph")
        elif tag in ("p", "td", "th", "br") and block:
            if tag in ("td", "th"):
                block.name = f"{int(block.name.split()[0]) + 1 if block.name else 1} cells"
            if block.text:
                block.text = block.text.rstrip() + ("\n" if tag == "br" else "\n\n")
        elif tag == "a" and block and not _GENERATED_LINKS & classes:
            block.links.append(self.resolve(attributes.get("href", "")))
        elif tag == "code" and block and block.kind != "code block":
            block.text += CODE
            block.code.append("")
        elif tag == "sup" and identifier.startswith("fnref"):
            block = block or self._add("paragraph")
            block.citations.append(identifier.partition(":")[2])
            return block
        elif tag == "img":
            block = block or self._add("paragraph")
            block.images.append(self.resolve(attributes.get("src", "")))
            block.alternatives.append(attributes.get("alt", ""))
            self._record_line(block, attributes.get("src", ""))
        lang = attributes.get("lang", lang)
        self.read_children(node, lang, inner, in_code or tag in ("code", "pre"))
        return block

    def _add(self, kind: str, name: str = "") -> PageBlock:
        block = PageBlock(kind, self.locale, name, self.section)
        self.blocks.append(block)
        self.blocks_without_line.append(block)
        return block

    def _read_text(self, data: str, lang: str, block: PageBlock, in_code: bool) -> None:
        if in_code:
            self._record_line(block, data)
            block.code = block.code or [""]
            block.code[-1] += data
            return
        pieces = _CITATION.split(data)
        for text, claim in zip(pieces[::2], [*pieces[1::2], None], strict=True):
            if text.strip():
                self._record_line(block, text)
            start = len(block.text)
            block.text += text if block.text else text.lstrip()
            if lang != self.locale and text.strip():
                if block.foreign and block.foreign[-1][1:] == (start, lang):
                    start = block.foreign.pop()[0]
                block.foreign.append((start, len(block.text), lang))
            if claim:
                self._record_line(block, claim)
                block.citations.append(claim)

    def _record_line(self, block: PageBlock, text: str) -> None:
        """Record the source line of text that is about to be added to a block."""
        if not self.line_of:
            return
        line = self.line_of(text)
        block.pieces.append((len(block.text), line))
        for added in self.blocks_without_line:
            added.line = line
        self.blocks_without_line.clear()


def _sorted_entries(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """Yield the blocks, with glossary terms and footnotes in the order of their ids.

    The page has terms in alphabetical order and footnotes in order of citation, which differ
    between languages; the ids are the same.
    """
    entries: list[list[PageBlock]] = []
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

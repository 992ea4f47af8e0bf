"""A Markdown extension that links the first use of each term on a page to the glossary.

The definition is the title of the link, which frame/tooltips.js shows on focus and touch too.
Without scripts, the link leads to the entry. It is not an <abbr>, whose title neither a keyboard
nor a finger can open.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from dossier.addresses import GLOSSARY, relative_root
from dossier.glossary.terms import Term, normal, words_pattern
from dossier.locales import Locale

CSS_CLASS = "term"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_NOT_RUNNING_TEXT = (*_HEADINGS, "a", "blockquote", "cite", "code", "pre", "q", "sup", "table")
_RAW_HTML = f"{STX}wzxhzdk:"
_AFTER_ATTRIBUTES, _BEFORE_LINKS_ARE_RESOLVED = 8, 0


class TermLinks(Extension):  # type: ignore[misc]  # Markdown has no types
    """Links the terms of a page, or none without a glossary.

    `source` is the page's file within its language, "incident/index.md".
    """

    def __init__(
        self, glossary: Mapping[str, Term] | None = None, locale: Locale = "fr", source: str = ""
    ) -> None:
        super().__init__()
        self.glossary, self.locale, self.source = glossary or {}, locale, source

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's name for it
        """Register the processor, unless the page has no terms to link."""
        page = f"{GLOSSARY}index.md"
        if self.glossary and self.source != page:
            target = relative_root(self.source) + page
            priority = (_AFTER_ATTRIBUTES + _BEFORE_LINKS_ARE_RESOLVED) / 2
            linker = _TermLinker(self.glossary, self.locale, target)
            md.treeprocessors.register(linker, "term_links", priority)


def makeExtension(**options: Any) -> TermLinks:  # noqa: N802  # Markdown's name for it
    """Return the extension. Markdown calls this for the name of the module."""
    return TermLinks(**options)


class _TermLinker(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    def __init__(self, glossary: Mapping[str, Term], locale: Locale, target: str) -> None:
        super().__init__()
        self._glossary, self._locale, self._target = glossary, locale, target
        # Terms without a tooltip too, so that no part of one matches another term.
        keys = {word: key for key, term in glossary.items() for word in term.spellings(locale)}
        self._keys = {normal(word): key for word, key in keys.items()}
        self._pattern = words_pattern(frozenset(keys))

    def run(self, root: Element) -> None:
        self._linked: set[str] = set()
        self._visit(root)

    def _visit(self, element: Element) -> None:
        children = list(element)
        if self._is_skipped(element, children):
            return
        element.text = self._link(element, 0, element.text)
        for child in children:
            self._visit(child)
            after = list(element).index(child) + 1
            child.tail = self._link(element, after, child.tail)

    def _is_skipped(self, element: Element, children: list[Element]) -> bool:
        """Return True if an element is not running text in the language of the page.

        An element with raw HTML is skipped too: Markdown does not say where its tags end.
        """
        texts = (element.text, *(child.tail for child in children))
        return (
            element.tag in _NOT_RUNNING_TEXT
            or element.get("lang", self._locale) != self._locale
            or element.get("class") == "footnote"
            or any(_RAW_HTML in text for text in texts if text)
        )

    def _link(self, parent: Element, index: int, text: str | None) -> str | None:
        """Insert the links of `text` in `parent` from `index` on; return the text before them."""
        uses = list(self._first_uses(text or ""))
        if not text or not uses:
            return text
        ends = [match.start() for match, _ in uses[1:]] + [len(text)]
        for position, ((match, key), end) in enumerate(zip(uses, ends, strict=True), index):
            link = Element("a", {"class": CSS_CLASS, "href": f"{self._target}#{key}"})
            link.set("title", self._glossary[key].definition[self._locale])
            link.text, link.tail = match[0], text[match.end() : end]
            parent.insert(position, link)
        return text[: uses[0][0].start()]

    def _first_uses(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        for match in self._pattern.finditer(text):
            key = self._keys[normal(match[0])]
            if self._glossary[key].tooltip and key not in self._linked:
                self._linked.add(key)
                yield match, key

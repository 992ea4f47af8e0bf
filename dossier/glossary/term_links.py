"""A Markdown extension: at its first use on a page, a term leads to the glossary.

The link carries the definition as its title, so that it is at hand with a mouse, and the
theme shows it on focus as well (content.tooltips); where there is no script, or a reader
follows it, the link leads to the entry. Hence a link and not an <abbr>: no keyboard and no
finger reaches the title of one.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from dossier.glossary.terms import ADDRESS, Term, normal, words_pattern
from dossier.locales import Locale

CSS_CLASS = "term"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_NOT_RUNNING_TEXT = (*_HEADINGS, "a", "blockquote", "cite", "code", "pre", "q", "sup", "table")
_RAW_HTML = f"{STX}wzxhzdk:"
_AFTER_ATTRIBUTES, _BEFORE_LINKS_ARE_RESOLVED = 8, 0


class TermLinks(Extension):  # type: ignore[misc]  # Markdown has no types
    """Links the terms of a page; without a glossary, none.

    Args:
        glossary: the terms, by key.
        locale: the language of the page.
        source: the page's file within its language, "incident/index.md".
    """

    def __init__(
        self, glossary: Mapping[str, Term] | None = None, locale: Locale = "fr", source: str = ""
    ) -> None:
        super().__init__()
        self.glossary, self.locale, self.source = glossary or {}, locale, source

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's name for it
        """Register the processor, unless there is nothing to link."""
        page = f"{ADDRESS}index.md"
        if self.glossary and self.source != page:
            target = "../" * self.source.count("/") + page
            priority = (_AFTER_ATTRIBUTES + _BEFORE_LINKS_ARE_RESOLVED) / 2
            linker = _Linker(self.glossary, self.locale, target)
            md.treeprocessors.register(linker, "term_links", priority)


def makeExtension(**options: Any) -> TermLinks:  # noqa: N802  # Markdown's name for it
    """Return the extension, as Markdown asks for it by the module's name."""
    return TermLinks(**options)


class _Linker(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    def __init__(self, glossary: Mapping[str, Term], locale: Locale, target: str) -> None:
        super().__init__()
        self._glossary, self._locale, self._target = glossary, locale, target
        # Terms without a tooltip too: no part of one is to be taken for another term.
        self._keys = {
            normal(spelling): key
            for key, term in glossary.items()
            for spelling in term.spellings(locale)
        }
        self._pattern = words_pattern(
            spelling for term in glossary.values() for spelling in term.spellings(locale)
        )

    def run(self, root: Element) -> None:
        self._linked: set[str] = set()
        self._visit(root)

    def _visit(self, element: Element) -> None:
        children = list(element)
        if self._is_left_alone(element, children):
            return
        element.text = self._link(element, 0, element.text)
        for child in children:
            self._visit(child)
            after = list(element).index(child) + 1
            child.tail = self._link(element, after, child.tail)

    def _is_left_alone(self, element: Element, children: list[Element]) -> bool:
        """Tell whether an element is no running text of the page's language.

        One that holds HTML is left alone too: Markdown does not say where its tags end.
        """
        texts = (element.text, *(child.tail for child in children))
        return (
            element.tag in _NOT_RUNNING_TEXT
            or element.get("lang", self._locale) != self._locale
            or element.get("class") == "footnote"
            or any(_RAW_HTML in text for text in texts if text)
        )

    def _link(self, parent: Element, index: int, text: str | None) -> str | None:
        """Put the links of `text` into `parent` from `index` on; return what precedes them."""
        if not text:
            return text
        before, end, last = text, 0, None
        for start, stop, key in self._first_uses(text):
            link = Element("a", {"class": CSS_CLASS, "href": f"{self._target}#{key}"})
            link.set("title", self._glossary[key].definition[self._locale])
            link.text = text[start:stop]
            if last is None:
                before = text[:start]
            else:
                last.tail = text[end:start]
            parent.insert(index, link)
            index, end, last = index + 1, stop, link
        if last is not None:
            last.tail = text[end:]
        return before

    def _first_uses(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in self._pattern.finditer(text):
            key = self._keys[normal(match[0])]
            if self._glossary[key].tooltip and key not in self._linked:
                self._linked.add(key)
                yield match.start(), match.end(), key

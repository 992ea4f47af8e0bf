"""What of the theme's style sheets the site's pages can use.

The theme styles every component that it knows; most of them are on no page. A rule is dropped
where each of its selectors asks for a class that no page has and no script adds, or for one of
the theme's named colors that no page names; and a custom property where nothing asks for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

_MADE_BY_SCRIPTS = ("focus-visible", "md-tooltip2")
"""Components that scripts make, and that stand in no page before they run."""

_CLASSES = re.compile(r'\sclass="([^"]*)"')
_COLORS = re.compile(r'\sdata-md-color-(primary|accent)="([^"]*)"')
_NAMES = re.compile(r"[a-zA-Z][\w-]*")
_PROPERTIES = re.compile(r"--[\w-]+")


@dataclass(frozen=True)
class Used:
    """What pages and scripts hold.

    Attributes:
        classes: those of the pages' elements.
        components: the first part of those: md-nav of md-nav__link.
        colors: the theme's named colors, as (primary or accent, name).
        script_names: every word of the scripts, which may be a class.
    """

    classes: frozenset[str]
    components: frozenset[str]
    colors: frozenset[tuple[str, str]]
    script_names: frozenset[str]

    def has_class(self, name: str) -> bool:
        """Tell whether an element may have a class."""
        if name in self.classes:
            return True
        return name in self.script_names and _component(name) in self.components


def used(pages: Iterable[str], scripts: Iterable[str]) -> Used:
    """Return what pages, as HTML, and scripts hold."""
    classes: set[str] = set()
    colors: set[tuple[str, str]] = set()
    for page in pages:
        for names in set(_CLASSES.findall(page)):
            classes.update(names.split())
        colors.update(_COLORS.findall(page))
    return Used(
        frozenset(classes),
        frozenset(map(_component, classes)).union(_MADE_BY_SCRIPTS),
        frozenset(colors),
        frozenset(name for script in scripts for name in _NAMES.findall(script)),
    )


def used_styles(css: str, found: Used, others: str) -> str:
    """Return what of a style sheet is used; `others` are the texts that ask for its properties."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "".join(_kept(rules, found))
    asked = set(_PROPERTIES.findall(others)) | set(re.findall(r"var\((--[\w-]+)", kept))
    return re.sub(
        r"(?<=[{;])(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*;?",
        lambda match: match[0] if match[1] in asked else "",
        kept,
    )


def _kept(rules: Iterable[Node], found: Used) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _split(rule.prelude) if _is_used(part, found)]
            if selectors:
                prelude = ",".join(tinycss2.serialize(part).strip() for part in selectors)
                yield f"{prelude}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
            if content := "".join(_kept(inner, found)):
                head = tinycss2.serialize(rule.prelude).strip()
                yield f"@{rule.at_keyword} {head}{{{content}}}"
        else:
            yield rule.serialize()


def _split(prelude: list[Node]) -> Iterator[list[Node]]:
    """Give the selectors of a list."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _is_used(selector: list[Node], found: Used) -> bool:
    """Tell whether elements may match; what stands in a function, as :not(), is not looked at."""
    for node, following in zip(selector, [*selector[1:], None], strict=True):
        if (node.type, getattr(node, "value", "")) == ("literal", "."):
            if following is not None and not found.has_class(following.value):
                return False
        elif node.type == "[] block":
            text = tinycss2.serialize(node.content)
            color = re.fullmatch(r"data-md-color-(primary|accent)=\"?([\w-]+)\"?", text)
            if color and (color[1], color[2]) not in found.colors:
                return False
    return True


def _component(name: str) -> str:
    return re.split(r"__|--", name)[0]

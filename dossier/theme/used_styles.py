"""Remove from Material's style sheets what no page of the site can use.

A rule is removed if each of its selectors needs a class that no page has and no script adds, or
one of the theme's named colors that no page sets; a custom property, if nothing reads it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

_MADE_BY_SCRIPTS = ("focus-visible", "md-tooltip2")
"""Components that scripts create, so that no page contains them."""

STYLES, SCRIPTS = "assets/stylesheets", "assets/javascripts"
"""Where the theme and the site have their style sheets and scripts."""

_CLASSES = re.compile(r'\sclass="([^"]*)"')
_COLORS = re.compile(r'\sdata-md-color-(primary|accent)="([^"]*)"')
_NAMES = re.compile(r"[a-zA-Z][\w-]*")
_PROPERTIES = re.compile(r"--[\w-]+")


@dataclass(frozen=True)
class UsedNames:
    """The names that pages and scripts contain.

    Attributes:
        classes: the classes of the pages' elements.
        components: the BEM blocks of these: md-nav of md-nav__link.
        colors: the theme's named colors, as (primary or accent, name).
        script_names: every word of the scripts, which may be a class.
    """

    classes: frozenset[str]
    components: frozenset[str]
    colors: frozenset[tuple[str, str]]
    script_names: frozenset[str]

    def has_class(self, name: str) -> bool:
        """Return True if an element may have a class."""
        if name in self.classes:
            return True
        return name in self.script_names and _component(name) in self.components


def add_theme_styles(site: Path, sheet: str, *, pruned: bool) -> None:
    """Move the theme's style sheets of a built site to the head of one of the site's own.

    Args:
        sheet: the name of that style sheet.
        pruned: whether to leave out the rules that no page uses.
    """
    folder = site / STYLES
    theme = sorted(folder.glob("*.min.css"))
    css = "".join(file.read_text(encoding="utf-8") for file in theme)
    for file in theme:
        file.unlink()
    if pruned:
        pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
        scripts = [file.read_text(encoding="utf-8") for file in (site / SCRIPTS).rglob("*.js")]
        own = [file.read_text(encoding="utf-8") for file in folder.glob("*.css")]
        css = used_styles(css, used(pages, scripts), [*own, *scripts, *pages])
    target = folder / sheet
    target.write_text(css + target.read_text(encoding="utf-8"), encoding="utf-8")


def used(pages: Iterable[str], scripts: Iterable[str]) -> UsedNames:
    """Return the names that pages, as HTML, and scripts contain."""
    classes: set[str] = set()
    colors: set[tuple[str, str]] = set()
    for page in pages:
        for names in set(_CLASSES.findall(page)):
            classes.update(names.split())
        colors.update(_COLORS.findall(page))
    return UsedNames(
        frozenset(classes),
        frozenset(map(_component, classes)).union(_MADE_BY_SCRIPTS),
        frozenset(colors),
        frozenset(name for script in scripts for name in _NAMES.findall(script)),
    )


def used_styles(css: str, found: UsedNames, readers: Iterable[str]) -> str:
    """Return the used part of a style sheet, whose custom properties `readers` may read."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "".join(_kept(rules, found))
    read = {name for text in readers for name in _PROPERTIES.findall(text)}
    read |= set(re.findall(r"var\((--[\w-]+)", kept))
    return re.sub(
        r"(?<=[{;])(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*;?",
        lambda match: match[0] if match[1] in read else "",
        kept,
    )


def _kept(rules: Iterable[Node], found: UsedNames) -> Iterator[str]:
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
    """Yield the selectors of a list."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _is_used(selector: list[Node], found: UsedNames) -> bool:
    """Return True if elements may match; the arguments of functions like :not() do not count."""
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

"""Material's HTML: the parts that the site reads or changes, and the files that it does not use.

tests/content/test_theme_contract.py checks that Material still has them.
"""

import re
from fnmatch import fnmatch

from dossier.locales import Locale

MAIN = '<main class="md-main"'
INTERFACE = (
    '<div class="md-sidebar md-sidebar--primary"',
    '<nav class="md-nav md-nav--secondary"',
    '<button type="button" class="md-top',
)
"""Parts of <main> that belong to the interface."""
TABLE_OF_CONTENTS = '<ul class="md-nav__list" data-md-component="toc"'
"""The page's headings, inside the navigation."""

# On the first page of a section (navigation.indexes), Material writes the label of the table of
# contents without the checkbox that it names.
_TOC_LABEL = ' for="__toc"'
_TOC_CHECKBOX = 'id="__toc"'

_SEARCH = (
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" '
    'autocomplete="off">'
)
"""The checkbox of the theme's search, which the site does not use."""
_CORRECTIONS = {
    ' id="__drawer" autocomplete="off"': ' id="__drawer"',
    ' tabindex=""': "",
    _SEARCH: "",
}
"""What HTML does not allow, or the site does not use, and what it becomes."""

COLOR_SCHEME = "data-md-color-scheme"
"""The attribute of <body> on which the colors are defined (assets/stylesheets/identity.css)."""
LICENSE = ".md-copyright__highlight"
"""The element of the footer with `copyright` of mkdocs.yml."""

UNUSED_FILES = (
    "assets/images/favicon.png",
    "assets/stylesheets/*.map",
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
)

# The permalink at the end of a heading is a link of its own.
_HEADING = re.compile(r'<h(\d)[^>]+id="([^"]+)"[^>]*>(.*?)(?:<a\s[^>]+>[^<]+</a>)?</h\1>')


class MarkupError(Exception):
    """The theme's HTML is not what the site relies on."""


def is_unused(path: str) -> bool:
    """Return True if the site does not use a file of the theme."""
    return any(fnmatch(path, pattern) for pattern in UNUSED_FILES)


def heading_titles(html: str) -> dict[str, str]:
    """Return the HTML of a page's headings by id; MkDocs' own titles lose no-break spaces."""
    return {match[2]: match[3] for match in _HEADING.finditer(html)}


def split_header(html: str) -> tuple[str, str]:
    """Return a page's HTML before <main>, and from there on."""
    header, main, rest = html.partition("<main")
    return header, main + rest


def make_valid(html: str) -> str:
    """Return a page's HTML without what HTML does not allow."""
    for written, corrected in _CORRECTIONS.items():
        html = html.replace(written, corrected)
    return html


def fix_markup(html: str, text: Locale, interface: Locale) -> str:
    """Return a page's HTML, valid and with `lang` on what is in another language than <html>.

    `<html lang>` is the language of the interface, `<main lang>` that of the text; they differ on
    a page that is not translated. Material has no template block for these elements.

    Raises:
        MarkupError: the theme writes these elements differently.
    """
    languages = {MAIN: text}
    if text != interface:
        languages |= dict.fromkeys(INTERFACE, interface) | {TABLE_OF_CONTENTS: text}
    for tag, locale in languages.items():
        if tag not in html or html.count(MAIN) > 1:
            raise MarkupError(
                f"the page does not contain {tag} exactly once: "
                "the theme has changed; adapt dossier/theme/markup.py"
            )
        element, attributes = tag.split(" ", 1)
        html = html.replace(tag, f'{element} lang="{locale}" {attributes}')
    html = make_valid(html)
    return html if _TOC_CHECKBOX in html else html.replace(_TOC_LABEL, "")

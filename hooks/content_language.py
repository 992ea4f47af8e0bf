"""Says which language the text of a page is in, and where the interface has another.

`<html lang>` is the language of the interface, `<main lang>` that of the text: on a page shown
in French for want of a translation, the two differ.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from hooks.shared import build_locale, page_locale

_MAIN = '<main class="md-main"'
_INTERFACE = (
    '<div class="md-sidebar md-sidebar--primary"',
    '<nav class="md-nav md-nav--secondary"',
    '<button type="button" class="md-top',
)
"""What stands in <main> and is the interface's."""
_TEXT = '<ul class="md-nav__list" data-md-component="toc"'
"""The page's headings, which stand in the navigation as well."""


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Write the languages; the theme has no block that a template could extend for it.

    Raises:
        PluginError: the theme writes these elements in another way.
    """
    text, interface = page_locale(page), build_locale(config)
    languages = {_MAIN: text}
    if text != interface:
        languages |= dict.fromkeys(_INTERFACE, interface) | {_TEXT: text}
    for tag, locale in languages.items():
        if tag not in output or output.count(_MAIN) > 1:
            raise PluginError(
                f"{page.file.src_uri}: the page does not hold {tag}, or not once: "
                "the theme has changed, and hooks/content_language.py must follow it"
            )
        element, attributes = tag.split(" ", 1)
        output = output.replace(tag, f'{element} lang="{locale}" {attributes}')
    return output

"""Names each section of the navigation by its first page, in the language being built."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from hooks.shared import dossier_of, file_address, page_locale


def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: object) -> None:
    """Give the sections their titles; the keys in mkdocs.yml only hold them apart."""
    pages = dossier_of(config).pages
    titles = {(page.locale, page.path): page.front_matter.title for page in pages}
    for item in nav.items:
        if isinstance(item, Section) and isinstance(item.children[0], Page):
            first = item.children[0]
            item.title = titles[page_locale(first), file_address(first.file)]

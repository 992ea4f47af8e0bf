"""The index of the site: its pages by section."""

from collections.abc import Sequence

from dossier.pages.page import Page


def site_index(pages: Sequence[Page], order: Sequence[str]) -> list[tuple[Page, list[Page]]]:
    """Return the first page of each section with those below it, in one language.

    `order` has the addresses of the pages, in the order of the navigation.
    """
    by_path = {page.path: page for page in pages}
    sections: list[tuple[Page, list[Page]]] = []
    for path in order:
        first = sections[-1][0].path if sections else ""
        if first and path.startswith(first):
            sections[-1][1].append(by_path[path])
        else:
            sections.append((by_path[path], []))
    return sections

"""Rules about redirect pages, which send readers elsewhere by <meta http-equiv=refresh>."""

from collections.abc import Iterator, Mapping

from linkcheck.document import ParsedDocument
from linkcheck.findings import Finding
from linkcheck.github_pages import ServedSite


def check_redirects(documents: Mapping[str, ParsedDocument], site: ServedSite) -> Iterator[Finding]:
    """Yield a finding for each page that sends readers back to itself, at once or through others.

    A delay makes it a clock or a slide show, which readers can see.
    """
    next_page = {
        file: document.moves_to for file, document in documents.items() if document.moves_at_once
    }
    seen: set[str] = set()
    for start in list(next_page):
        path, page = list[str](), start
        while page in next_page and page not in seen:
            seen.add(page)
            path.append(page)
            page = next_page[page]
        for looping in path[path.index(page) :] if page in path else ():
            yield _finding(documents[looping], site)


def _finding(page: ParsedDocument, site: ServedSite) -> Finding:
    assert page.refresh is not None  # which `moves_to` comes from
    through = "" if page.moves_to == page.file else f" through {page.moves_to}"
    message = f"the page sends readers back to itself{through}, without end"
    resolved = site.address_of(page.moves_to)
    line, written = page.refresh.line, page.refresh.written
    return Finding(page.file, line, "redirect-loop", written, resolved, message)

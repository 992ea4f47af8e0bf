"""Print each story to one PDF per language, with bookmarks, page numbers and a title page."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, Destination, NameObject, TextStringObject

from dossier.locales import LOCALES, Locale
from publishing.built_site import BuiltSite
from publishing.errors import PublishingError
from publishing.story import STORIES, page_title, story_html


def print_stories(site: BuiltSite, browser: Browser, target: Path) -> Iterator[Path]:
    """Write the PDFs into `target` and yield each file when it is written.

    Raises:
        PublishingError: a story cannot be printed.
    """
    target.mkdir(parents=True, exist_ok=True)
    for locale in LOCALES:
        for folder in STORIES:
            file = target / f"{folder.strip('/')}-{locale}.pdf"
            file.write_bytes(story_pdf(site, browser, folder, locale))
            yield file


def story_pdf(site: BuiltSite, browser: Browser, folder: str, locale: Locale) -> bytes:
    """Return a story as a PDF.

    The story is printed twice: only the first print shows on which sheets the pages start, and
    the table of contents of the second lists these.

    Raises:
        PublishingError: a page has no first-level heading, or several.
    """
    pages = site.section(folder, locale)
    # Without scripts: what they add has no use on paper.
    with browser.new_context(java_script_enabled=False) as context:
        site.serve(context)
        page = context.new_page()
        draft = _print(page, site.url, story_html(site, folder, locale))
        numbers = first_sheets(PdfReader(BytesIO(draft)))
        if len(numbers) != len(pages):
            raise PublishingError(
                f"{folder} ({locale}) has {len(pages)} pages and {len(numbers)} first-level "
                "headings: give each page one"
            )
        printed = _print(page, site.url, story_html(site, folder, locale, numbers))
    writer = PdfWriter(clone_from=BytesIO(printed))
    _fix_bookmarks(writer.get_outline_root())
    writer.add_metadata({"/Title": page_title(site, pages[0])})
    writer.page_mode = "/UseOutlines"
    # PDF viewers show the title instead of the file name.
    writer.create_viewer_preferences()[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def first_sheets(pdf: PdfReader) -> list[int]:
    """Return the sheet numbers, from 1, of the first-level bookmarks."""
    marks = [mark for mark in pdf.outline if isinstance(mark, Destination)]
    return [(pdf.get_destination_page_number(mark) or 0) + 1 for mark in marks]


def _fix_bookmarks(marks: Any) -> None:
    """Halve doubled titles: Chromium repeats the text of a heading that starts a sheet."""
    mark = marks.get("/First")
    while mark is not None:
        mark = mark.get_object()
        title = str(mark["/Title"])
        half = len(title) // 2
        if title[:half] == title[half:]:
            mark[NameObject("/Title")] = TextStringObject(title[:half])
        _fix_bookmarks(mark)
        mark = mark.get("/Next")


def _print(page: Page, address: str, html: str) -> bytes:
    """Return `html`, loaded at `address`, as a tagged PDF with bookmarks."""
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address, wait_until="load")
    page.unroute(address)
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)

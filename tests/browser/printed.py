"""The text of a printed page."""

import io
import unicodedata

import pypdf
from playwright.sync_api import Page


def printed(page: Page) -> list[str]:
    """Return the text of each printed page, without ligatures."""
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]


def without_spaces(text: str) -> str:
    """Return a text without the spaces and line ends that printing may add."""
    return "".join(text.split())

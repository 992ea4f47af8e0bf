"""Acceptance of a translation: records the hashes of the French page in the English one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dossier.files.atomic import replace_file
from dossier.files.problems import DossierError, Problem
from dossier.locales import TRANSLATION
from dossier.pages.page import Page, named_path, parse_front_matter
from dossier.pages.sections import page_sections
from dossier.translation.state import NO_ORIGINAL, PageState, section_hash, translation_states

_EXAMPLE = "as in make translations-accept PAGE=incident/"


class UnknownPageError(Exception):
    """Raised for a name that is not that of a page; the message says what to name."""


def accept(pages: Sequence[Page], name: str) -> Path:
    """Write the hashes of a page's original to its translation, and return that file.

    The rest of the file does not change by a byte, nor the file if this fails.

    `name` is its address ("incident/", "en/incident/", "/" for the home page) or its file.

    Raises:
        UnknownPageError: no page has that name.
        DossierError: a section, or the whole page, is in one language only.
    """
    page = _find(pages, name)
    if problems := list(_unpaired(page)):
        raise DossierError(problems)
    assert page.original
    assert page.translation
    file = page.translation.file
    hashes = {part.id: section_hash(part) for part in page_sections(page.original)}
    # Read as bytes, so that all line ends stay as they are.
    text = _with_hashes(file.read_bytes().decode(), hashes)
    read_back = parse_front_matter(text.removeprefix("\ufeff").replace("\r\n", "\n"), file)
    if read_back.value.get("translates") != hashes:
        message = "“translates” is not written one section a line: remove it, and accept again"
        raise DossierError([Problem(file, read_back.line(["translates"]), message)])
    replace_file(file, text.encode())
    return file


def _find(pages: Sequence[Page], name: str) -> PageState:
    if not name.strip():
        raise UnknownPageError(f"no page is named: name one, {_EXAMPLE}")
    for page in translation_states(pages):
        if page.path == named_path(name):
            return page
    raise UnknownPageError(f"“{name}” is no page: name its address, {_EXAMPLE}")


def _unpaired(page: PageState) -> Iterator[Problem]:
    """Yield a problem for each part that is in one language only."""
    if page.translation is None:
        assert page.original
        message = f"the page is not translated: write docs/{TRANSLATION}/{page.path}index.md first"
        yield Problem(page.original.file, 1, message)
    elif page.original is None:
        yield Problem(page.translation.file, 1, NO_ORIGINAL)
    else:
        for section in page.sections:
            if section.original and not section.translation:
                message = f"{page.translation.file} has no section “{section.id}”: translate it"
                yield Problem(page.original.file, section.original.line, message)
            if section.translation and not section.original:
                message = f"the French page has no section “{section.id}”: remove it here too, "
                message += "or write it there first"
                yield Problem(page.translation.file, section.translation.line, message)


def _with_hashes(text: str, hashes: Mapping[str, str]) -> str:
    """Return a page's text with `translates` replaced, or else added to the front matter."""
    lines = text.split("\n")
    closing = next(i for i, line in enumerate(lines) if i and line.rstrip() == "---")
    start = next((i for i in range(closing) if lines[i].startswith("translates:")), closing)
    end = min(start + 1, closing)
    while lines[end].startswith((" ", "\t")):
        end += 1
    ending = "\r" if lines[0].endswith("\r") else ""
    # Quoted, because 12345678 alone would be a number.
    written = ["translates:", *(f'  {key}: "{value}"' for key, value in hashes.items())]
    return "\n".join([*lines[:start], *(line + ending for line in written), *lines[end:]])

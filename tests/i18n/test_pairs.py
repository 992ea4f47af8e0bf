"""Each page exists in both languages, at the same path; what it says: test_parity."""

import re

from dossier.locales import LOCALES, ORIGINAL, site_path
from dossier.pages.page import read_pages
from tests.support.site import ROOT

PAGES = read_pages(ROOT / "docs")


def test_a_page_exists_in_every_language() -> None:
    written = {(page.locale, page.path) for page in PAGES}
    missing = [
        f"docs/{locale}/{path}index.md"
        for path in sorted({path for _, path in written})
        for locale in LOCALES
        if (locale, path) not in written
    ]
    assert missing == []


def test_every_heading_has_an_explicit_id() -> None:
    bare = [
        f"{page.file}: {heading}: give it an id, as in {{#word}}"
        for page in PAGES
        for heading in re.findall(r"^#+ (?!.*\{#[a-z0-9-]+\}$).*$", page.text, re.MULTILINE)
    ]
    assert not bare, "\n".join(bare)


def test_the_original_is_at_the_root() -> None:
    assert [site_path(locale, "x/") for locale in LOCALES] == ["x/", "en/x/"]
    assert ORIGINAL == "fr"

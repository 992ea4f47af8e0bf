"""Each page and its translation say the same, as written and as built."""

from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.config import load_config

from dossier.load import load
from dossier.locales import LOCALES, ORIGINAL, Locale, site_path
from dossier.pages.page import Page, read_pages
from dossier.parity import compare, pairs
from dossier.parity.blocks import ComparedPage
from dossier.parity.compare_pages import compare_pages
from dossier.parity.find_quantities import find_quantities
from dossier.parity.html_blocks import read_html
from dossier.parity.markdown_blocks import EXTENSIONS
from dossier.parity.quantities import unmatched
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, plain
from tests.support.tables import read_table

PAIRS = pairs(read_pages(ROOT / "docs"))


def test_a_page_and_its_translation_say_the_same() -> None:
    found = [str(difference) for pair in PAIRS for difference in compare(*pair)]
    assert not found, "\n".join(found).replace(f"{ROOT}/", "")


def test_the_statements_of_claims_and_events_have_the_same_values() -> None:
    dossier = load(ROOT)
    statements = {key: claim.statement for key, claim in dossier.claims.items()}
    statements |= {key: event.what for key, event in dossier.events.items()}
    with each_reported("data/claims.yml or data/events.yml: numbers and dates of both") as at:
        for key, text in statements.items():
            sides = unmatched(find_quantities(text.fr, "fr"), find_quantities(text.en, "en"))
            with at(key):
                assert [[quantity.text for quantity in side] for side in sides] == [[], []]


def test_both_built_articles_say_the_same(site: Site) -> None:
    found = [
        str(difference)
        for original, translation in PAIRS
        for difference in compare_pages(built(original, site), built(translation, site))
    ]
    assert not found, "\n".join(found).replace(f"{ROOT}/", "")


def test_what_the_build_adds_is_compared_too(site: Site) -> None:
    """The articles hold what the pages cite, and nothing of the frame around them."""
    with each_reported("see how tests.support.site cuts the article out of its frame") as at:
        for page in (page for pair in PAIRS for page in pair):
            blocks = built(page, site).blocks
            cited = {claim for block in blocks for claim in block.citations}
            notes = [block for block in blocks if block.kind == "list item"]
            with at(page.file):
                assert len(notes) >= len(cited)
                assert blocks[0].kind == "heading of level 1"


def test_pages_are_read_with_the_extensions_of_the_site() -> None:
    configured = set(load_config(str(ROOT / "mkdocs.yml")).markdown_extensions)
    own = {name for name in configured if name.startswith("dossier")}
    assert set(EXTENSIONS) == configured - own, "name it in dossier/parity/markdown_blocks.py too"


def built(page: Page, site: Site) -> ComparedPage:
    """Return a built article whose links are addresses that both languages share."""
    return _built(page.locale, page.path, page.file, site)


@cache
def _built(locale: Locale, path: str, file: Path, site: Site) -> ComparedPage:
    address = site_path(locale, path)

    def resolve(link: str) -> str:
        return shared_address(urljoin(site.url + address, link), site)

    article = site.article(address).html or ""
    return ComparedPage(
        locale, f"{address}index.html ({file})", read_html(article, locale, resolve)
    )


def shared_address(url: str, site: Site) -> str:
    for locale in LOCALES:
        if locale != ORIGINAL and url.startswith(f"{site.url}{locale}/"):
            return "/" + url.removeprefix(f"{site.url}{locale}/")
    return url.replace(site.url, "/", 1)


DIFFERENCES = read_table("i18n/built-differences.yml")


@pytest.mark.parametrize("path", DIFFERENCES)
def test_each_difference_between_built_pages_is_found(
    path: str, site: Site, tmp_path: Path
) -> None:
    original, translation = next(pair for pair in PAIRS if pair[0].path == path)
    html = (site.folder / f"en/{path}index.html").read_text(encoding="utf-8")
    for old, new, _ in DIFFERENCES[path]:
        assert old in html, f"the page no longer holds {old!r}: fix this test"
        html = html.replace(old, new, 1)
    altered = tmp_path / f"en/{path}index.html"
    altered.parent.mkdir(parents=True)
    altered.write_text(html, encoding="utf-8")
    found = compare_pages(built(original, site), built(translation, Site(tmp_path)))
    messages = [plain(difference.message) for difference in found]
    missing = [words for *_, words in DIFFERENCES[path] if not any(words in m for m in messages)]
    assert missing == [], "\n".join(messages)
    assert len(found) >= len(DIFFERENCES[path])
    assert all(f"docs/fr/{path}index.md" in difference.original for difference in found)
    assert all(f"docs/en/{path}index.md" in difference.translation for difference in found)


def test_the_original_is_first_in_each_pair() -> None:
    expected: tuple[Locale, Locale] = ("fr", "en")
    assert {(one.locale, other.locale) for one, other in PAIRS} == {expected}

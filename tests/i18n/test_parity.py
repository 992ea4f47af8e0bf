"""Each page and its translation agree, as written and as built."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.config import load_config

from dossier.locales import LOCALES, ORIGINAL, Locale, site_path
from dossier.pages.page import Page, read_pages
from dossier.parity import compare, pairs
from dossier.parity.blocks import ComparedPage
from dossier.parity.compare_pages import compare_pages
from dossier.parity.html_blocks import read_html
from dossier.parity.markdown_blocks import EXTENSIONS
from tests.support.site import ROOT, Site, plain

PAIRS = pairs(read_pages(ROOT / "docs"))
BY_PAGE = pytest.mark.parametrize("pair", PAIRS, ids=[pair[0].path or "home" for pair in PAIRS])


@BY_PAGE
def test_a_page_and_its_translation_state_the_same(pair: tuple[Page, Page]) -> None:
    told = "\n".join(str(difference) for difference in compare(*pair))
    assert not told, told.replace(f"{ROOT}/", "")


@BY_PAGE
def test_both_built_articles_state_the_same(pair: tuple[Page, Page], site: Site) -> None:
    original, translation = (built(page, site) for page in pair)
    told = "\n".join(str(found) for found in compare_pages(original, translation))
    assert not told, told.replace(f"{ROOT}/", "")


@BY_PAGE
def test_what_the_build_adds_is_compared_too(pair: tuple[Page, Page], site: Site) -> None:
    """The articles hold what the pages cite, and nothing of the frame around them."""
    for page in pair:
        blocks = built(page, site).blocks
        cited = {claim for block in blocks for claim in block.citations}
        notes = [block for block in blocks if block.kind == "list item"]
        assert len(notes) >= len(cited)
        assert blocks[0].kind == "heading of level 1"


def test_pages_are_read_with_the_site_s_own_extensions() -> None:
    configured = set(load_config(str(ROOT / "mkdocs.yml")).markdown_extensions)
    own = {name for name in configured if name.startswith("dossier")}
    assert set(EXTENSIONS) == configured - own, "name it in dossier/parity/markdown_blocks.py too"


def built(page: Page, site: Site) -> ComparedPage:
    """Return a built article, its links as addresses that both languages share."""
    address = site_path(page.locale, page.path)

    def resolve(link: str) -> str:
        return shared_address(urljoin(site.url + address, link), site)

    article = site.article(address).html or ""
    name = f"{address}index.html ({page.file})"
    return ComparedPage(page.locale, name, read_html(article, page.locale, resolve))


def shared_address(url: str, site: Site) -> str:
    for locale in LOCALES:
        if locale != ORIGINAL and url.startswith(f"{site.url}{locale}/"):
            return "/" + url.removeprefix(f"{site.url}{locale}/")
    return url.replace(site.url, "/", 1)


FAULTS = {
    "a number": ("256,000 tokens", "265,000 tokens", "256 000"),
    "a cell": (">131,072</td>", ">113,072</td>", "131 072"),
    "a date": ("October 5, 2026", "October 6, 2026", "5 octobre 2026"),
    "a row": (
        '<tr data-key="grok-3">',
        '<tr><td>one more</td></tr><tr data-key="grok-3">',
        "missing in the",
    ),
    "a link": ('href="../sources/#article"', 'href="../sources/#primary"', "/sources/#article"),
    "a citation": (
        'id="fnref:article-catalogue"',
        'id="fnref:plus-de-1900"',
        "[^article-catalogue]",
    ),
    "a code span": ("<code>/openai/v1/responses</code>", "<code>/v2/responses</code>", "/v2/"),
    "a heading": ('<h2 id="price">', '<h3 id="price">', "heading of level 3"),
}

PAGE_OF = {"a code span": "build-2025/conditions/"}
"""Where it is planted; in the catalog if not said."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_built_page_is_found(fault: str, site: Site, tmp_path: Path) -> None:
    old, new, told = FAULTS[fault]
    path = PAGE_OF.get(fault, "catalogue/")
    original, translation = next(pair for pair in PAIRS if pair[0].path == path)
    html = (site.folder / f"en/{path}index.html").read_text(encoding="utf-8")
    assert old in html, f"the page no longer holds {old!r}: mend this test"
    altered = tmp_path / f"en/{path}index.html"
    altered.parent.mkdir(parents=True)
    altered.write_text(html.replace(old, new, 1), encoding="utf-8")
    found = compare_pages(built(original, site), built(translation, Site(tmp_path)))
    assert told in plain(" ".join(difference.message for difference in found))
    places = {(difference.original, difference.translation) for difference in found}
    assert all(f"docs/fr/{path}index.md" in here for here, _ in places)
    assert all(f"docs/en/{path}index.md" in there for _, there in places)


def test_the_original_s_language_is_first() -> None:
    expected: tuple[Locale, Locale] = ("fr", "en")
    assert {(one.locale, other.locale) for one, other in PAIRS} == {expected}

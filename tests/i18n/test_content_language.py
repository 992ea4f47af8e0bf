"""<html lang> is the interface's language, <main lang> the content's; a page without a
translation offers none."""

import pytest

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.theme.markup import MarkupError, fix_markup
from publishing.project import ROOT, build, copy_project
from tests.support.site import Site, first

PAGES = [(page.locale, page.path) for page in load(ROOT).all_pages]


@pytest.fixture(scope="module")
def untranslated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site without the English page on OpenAI: the French one is shown in its place."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    (project / "docs" / "en" / "openai" / "index.md").unlink()
    folder = tmp_path_factory.mktemp("untranslated")
    result = build(project, folder)
    assert result.returncode == 0, result.stderr
    return Site(folder)


def languages(site: Site, path: str) -> tuple[str | None, str | None]:
    html = site.html(path)
    return first(html, "html").attributes["lang"], first(html, "main").attributes["lang"]


@pytest.mark.parametrize(("locale", "path"), PAGES)
def test_a_page_is_in_one_language(locale: Locale, path: str, site: Site) -> None:
    assert languages(site, site_path(locale, path)) == (locale, locale)


@pytest.mark.parametrize(("locale", "path"), PAGES)
def test_every_page_offers_its_twin(locale: Locale, path: str, site: Site) -> None:
    html = site.html(site_path(locale, path))
    twins = [link.attributes["hreflang"] for link in html.css("a[rel=alternate]")]
    assert twins == [other for other in LOCALES if other != locale] * 2  # the switch, the offer
    assert len(html.css("button[data-twin]")) == 1


@pytest.mark.parametrize(("locale", "expected"), [("fr", ("fr", "fr")), ("en", ("en", "fr"))])
def test_a_page_without_a_translation_says_so_and_offers_none(
    locale: Locale, expected: tuple[str, str], untranslated: Site
) -> None:
    path = site_path(locale, "openai/")
    assert languages(untranslated, path) == expected
    assert untranslated.html(path).css(".offer, button[data-twin]") == []


@pytest.mark.parametrize("html", ["<main>", '<main class="md-main"> <main class="md-main">'])
def test_a_changed_theme_is_an_error(html: str) -> None:
    with pytest.raises(MarkupError, match="the theme has changed"):
        fix_markup(html, text="fr", interface="fr")

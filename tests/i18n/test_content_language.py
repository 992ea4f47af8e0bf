"""<html lang> is the language of the interface, <main lang> that of the content."""

import pytest

from dossier.load import load
from dossier.locales import LOCALES, site_path
from dossier.theme.markup import MarkupError, fix_markup
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first


def test_every_page_is_in_one_language_and_offers_its_translation(site: Site) -> None:
    with each_reported() as at:
        for page in load(ROOT).all_pages:
            address = site_path(page.locale, page.path)
            html = site.html(address)
            offered = [link.attributes["hreflang"] for link in html.css("a[rel=alternate]")]
            with at(address):
                assert first(html, "html").attributes["lang"] == page.locale
                assert first(html, "main").attributes["lang"] == page.locale
                # The switch of languages, then the offer of the reader's own.
                assert offered == [other for other in LOCALES if other != page.locale] * 2
                assert len(html.css("button[data-twin]")) == 1


@pytest.mark.parametrize("html", ["<main>", '<main class="md-main"> <main class="md-main">'])
def test_a_changed_theme_is_an_error(html: str) -> None:
    with pytest.raises(MarkupError, match="the theme has changed"):
        fix_markup(html, text="fr", interface="fr")

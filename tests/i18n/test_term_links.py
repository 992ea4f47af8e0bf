"""A term links to the glossary at its first use on a page; nothing else of the page changes."""

import re

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from dossier.glossary.term_links import TermLinks
from dossier.glossary.terms import Term
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.page import read_pages
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first
from tests.support.tables import read_table

GLOSSARY = load(ROOT).glossary
PAGES = [(page.locale, page.path) for page in read_pages(ROOT / "docs") if page.path != "a-z/"]
CASES = read_table("i18n/term-links.yml")
MADE = {key: Term.model_validate(fields) for key, fields in CASES["glossary"].items()}


def links(text: str, locale: Locale = "fr", source: str = "incident/index.md") -> list[str]:
    """Return what is linked in a page's Markdown, as "words -> anchor"."""
    html = LexborHTMLParser(convert(text, locale, source))
    return [
        f"{a.text()} -> {(a.attributes['href'] or '').partition('#')[2]}" for a in html.css(".term")
    ]


def convert(text: str, locale: Locale = "fr", source: str = "incident/index.md") -> str:
    extensions = ["attr_list", "def_list", "footnotes", "md_in_html", "tables"]
    made = TermLinks(glossary=MADE, locale=locale, source=source)
    return str(Markdown(extensions=[*extensions, made]).convert(text))


@pytest.mark.parametrize(("text", "expected"), CASES["linked"])
def test_a_term_is_linked_at_its_first_use(text: str, expected: list[str]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize("text", CASES["not linked"])
def test_what_is_not_running_text_gets_no_link(text: str) -> None:
    assert links(text) == []


def test_each_page_links_its_own_first_use() -> None:
    markdown = Markdown(extensions=[TermLinks(glossary=MADE, locale="fr", source="index.md")])
    assert markdown.convert("Un jeton.") == markdown.reset().convert("Un jeton.")


def test_nothing_else_of_the_text_changes() -> None:
    text = "L’invite, d’*autres* jetons[^a]; une **invite système** *et* l’AI: fin.\n\n[^a]: Note."
    plain = Markdown(extensions=["footnotes"]).convert(text)
    assert re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", convert(text)) == plain


@pytest.mark.parametrize(("source", "href"), CASES["relative"].items())
def test_the_link_is_relative_and_carries_the_definition(source: str, href: str) -> None:
    link = first(LexborHTMLParser(convert("Un jeton.", "fr", source)), "a")
    assert link.attributes == {"class": "term", "href": href, "title": "Sens de jeton."}


def test_terms_are_those_of_the_language_of_the_page() -> None:
    assert links("A token, a jeton.", "en") == ["token -> token"]
    assert links("A *token*{ lang=en }.", "en") == ["token -> token"]


def test_the_glossary_does_not_link_to_itself() -> None:
    assert links("Un jeton.", "fr", "a-z/index.md") == []


def test_the_terms_of_a_page_link_to_their_entries_and_are_few(site: Site) -> None:
    with each_reported("dossier/glossary/term_links.py, or `tooltip: false` in the glossary") as at:
        for locale, path in PAGES:
            address = site_path(locale, path)
            links = site.html(address).css("article a.term")
            keys = [(a.attributes["href"] or "").partition("#")[2] for a in links]
            root = "../" * path.count("/")
            with at(address):
                assert len(set(keys)) == len(keys)
                for link, key in zip(links, keys, strict=True):
                    assert link.attributes["href"] == f"{root}a-z/#{key}"
                    assert link.attributes["title"] == GLOSSARY[key].definition[locale]
                assert len(links) <= len(site.text(address).split()) / 30


def test_pages_do_have_terms(site: Site) -> None:
    linked = [page for page in site.pages() if site.html(page).css("article a.term")]
    assert len(linked) >= len(PAGES) * 3 / 4, linked
    for locale in LOCALES:
        assert not site.html(site_path(locale, "a-z/")).css("a.term")

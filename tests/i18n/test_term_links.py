"""A term leads to the glossary at its first use on a page, and nothing else of the page changes."""

import re
from typing import Any

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from dossier.glossary.term_links import TermLinks
from dossier.glossary.terms import Term
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.page import read_pages
from tests.support.site import ROOT, Site, first

GLOSSARY = load(ROOT).glossary
PAGES = [(page.locale, page.path) for page in read_pages(ROOT / "docs") if page.path != "a-z/"]
NO_BREAK = "\N{NO-BREAK SPACE}"


def term(fr: str, en: str, **fields: Any) -> Term:
    definition = {"fr": f"Sens de {fr}.", "en": f"Sense of {en}."}
    return Term.model_validate({"term": {"fr": fr, "en": en}, "definition": definition, **fields})


MADE = {
    "prompt": term("invite", "prompt", forms={"fr": ["invites"], "en": ["prompts"]}),
    "system-prompt": term(
        "invite système", "system prompt", forms={"fr": ["invites système"], "en": []}
    ),
    "azure": term("Azure", "Azure", tooltip="false"),
    "foundry": term("Azure AI Foundry", "Azure AI Foundry"),
    "ai": term("AI", "AI"),
    "tool-calling": term("appel d’outils", "tool calling"),
    "claim": term(f"«{NO_BREAK}thèse{NO_BREAK}»", "“claim”"),
    "token": term("jeton", "token"),
}


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On donne un jeton.", ["jeton -> token"]),
        ("Jeton après jeton.", ["Jeton -> token"]),
        ("Il y a des invites.", ["invites -> prompt"]),
        ("C’est l’invite système.", ["invite système -> system-prompt"]),
        (f"L'invite{NO_BREAK}système.", [f"invite{NO_BREAK}système -> system-prompt"]),
        ("L’appel d'outils.", ["appel d'outils -> tool-calling"]),
        (
            "Une invite, puis l’invite système.",
            ["invite -> prompt", "invite système -> system-prompt"],
        ),
        ("Dans Azure AI Foundry, une AI.", ["Azure AI Foundry -> foundry", "AI -> ai"]),
        (f"Une «{NO_BREAK}thèse{NO_BREAK}».", [f"«{NO_BREAK}thèse{NO_BREAK}» -> claim"]),
        ("Une *invite* et un **jeton**.", ["invite -> prompt", "jeton -> token"]),
        ("Un *mot*, un jeton, une invite.", ["jeton -> token", "invite -> prompt"]),
        ("- un jeton\n- une invite", ["jeton -> token", "invite -> prompt"]),
        ("Mot\n:   Un jeton.", ["jeton -> token"]),
        ("Un fait[^a], un jeton.\n\n[^a]: L’invite.", ["jeton -> token"]),
    ],
)
def test_a_term_is_linked_at_its_first_use(text: str, expected: list[str]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Des jetonniers, un porte-jeton, jeton-roi, jeton.fr, @jeton.",
        "Le JETON, l’ai.",
        "Azure seul.",
        "# Un jeton",
        "Un `jeton`.",
        "    un jeton",
        "Un [jeton](x.md).",
        "Un *jeton*{ lang=en }.",
        "Un *mot **jeton** et*{ lang=en }.",
        "> Un jeton.",
        "| jeton |\n|---|\n| invite |",
        "jeton\n:   Mot.",
        "Un <q>jeton</q>.",
        "<div>Un jeton.</div>",
        "Un fait[^a].\n\n[^a]: Un jeton.",
        "![Un jeton](x.png)",
    ],
)
def test_what_is_no_running_text_is_left_alone(text: str) -> None:
    assert links(text) == []


def test_a_term_is_linked_once_a_page() -> None:
    assert links("Un jeton, un jeton.\n\nUn jeton et des invites.\n\nL’invite.") == [
        "jeton -> token",
        "invites -> prompt",
    ]


def test_each_page_starts_anew() -> None:
    markdown = Markdown(extensions=[TermLinks(glossary=MADE, locale="fr", source="index.md")])
    assert markdown.convert("Un jeton.") == markdown.reset().convert("Un jeton.")


def test_nothing_else_of_the_text_changes() -> None:
    text = "L’invite, d’*autres* jetons[^a]; une **invite système** *et* l’AI: fin.\n\n[^a]: Note."
    plain = Markdown(extensions=["footnotes"]).convert(text)
    assert re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", convert(text)) == plain


@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("index.md", "a-z/index.md#token"),
        ("incident/index.md", "../a-z/index.md#token"),
        ("incident/xai/index.md", "../../a-z/index.md#token"),
        ("notes.md", "a-z/index.md#token"),
    ],
)
def test_the_link_is_relative_and_carries_the_definition(source: str, href: str) -> None:
    link = first(LexborHTMLParser(convert("Un jeton.", "fr", source)), "a")
    assert link.attributes == {"class": "term", "href": href, "title": "Sens de jeton."}


def test_the_language_is_the_page_s() -> None:
    assert links("A token, a jeton.", "en") == ["token -> token"]
    assert links("A *token*{ lang=en }.", "en") == ["token -> token"]


def test_the_glossary_does_not_link_to_itself() -> None:
    assert links("Un jeton.", "fr", "a-z/index.md") == []


@pytest.mark.parametrize(("locale", "path"), PAGES)
def test_the_terms_of_a_page_lead_to_their_entries_and_stay_few(
    locale: Locale, path: str, site: Site
) -> None:
    html = site.html(site_path(locale, path))
    found = html.css("article a.term")
    keys = [(a.attributes["href"] or "").partition("#")[2] for a in found]
    assert len(set(keys)) == len(keys)
    root = "../" * path.count("/")
    for link, key in zip(found, keys, strict=True):
        assert link.attributes["href"] == f"{root}a-z/#{key}"
        assert link.attributes["title"] == GLOSSARY[key].definition[locale]
    assert len(found) <= len(site.text(site_path(locale, path)).split()) / 30


def test_pages_do_have_terms(site: Site) -> None:
    linked = [page for page in site.pages() if site.html(page).css("article a.term")]
    assert len(linked) >= len(PAGES) * 3 / 4, linked
    for locale in LOCALES:
        assert not site.html(site_path(locale, "a-z/")).css("a.term")

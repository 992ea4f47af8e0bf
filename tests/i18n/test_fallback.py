"""An untranslated page: served in French under /en/, and marked as French."""

import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from selectolax.lexbor import LexborNode

from dossier.load import load
from dossier.pages.page import edition
from linkcheck.checker import check, open_site
from tests.i18n.test_alternates import SITEMAP
from tests.support.behind import REPOSITORY, UNTRANSLATED
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain

FALLBACK = f"en/{UNTRANSLATED}"
PAGES = load(ROOT).all_pages
TRANSLATED = [
    f"en/{page.path}" for page in PAGES if page.locale == "en" and page.path != UNTRANSLATED
]
MADE = {page.path for page in load(ROOT).made}
MARK = "(in French)"
TEXT = "article :is(h1, h2, h3, p, li):not(.notice, .edit-link, .page-meta *)"
[TITLE] = [
    page.front_matter.title for page in PAGES if (page.locale, page.path) == ("fr", UNTRANSLATED)
]


def lang(node: LexborNode) -> str | None:
    """Return the language of a node: its own, or that of its nearest ancestor that has one."""
    if node.attributes.get("lang") or not node.parent:
        return node.attributes.get("lang")
    return lang(node.parent)


def test_it_is_served_in_french(site_behind: Site) -> None:
    original, fallback = (
        [plain(part.text()) for part in site_behind.html(page).css(TEXT)]
        for page in (UNTRANSLATED, FALLBACK)
    )
    assert len(original) > 5
    assert fallback == original


def test_the_interface_is_english_and_the_text_french(site_behind: Site) -> None:
    html = site_behind.html(FALLBACK)
    assert first(html, "html").attributes["lang"] == "en"
    assert first(html, "main").attributes["lang"] == "fr"
    french = ["article h1", "article .footnote", "[data-md-component=toc] a", ".headerlink"]
    english = [".md-nav--primary", ".md-nav--secondary .md-nav__title", ".md-top", "[data-search]"]
    english += [".notice", ".edit-link"]
    assert {selector: lang(first(html, selector)) for selector in french + english} == {
        **dict.fromkeys(french, "fr"),
        **dict.fromkeys(english, "en"),
    }


def test_notes_and_links_to_headings_speak_french_in_it(site_behind: Site) -> None:
    html = site_behind.html(FALLBACK)
    titles = {a.attributes["title"] for a in html.css("article .headerlink")}
    titles |= {a.attributes["aria-label"] for a in html.css(".footnote-backref")}
    assert {" ".join((title or "").split()[:2]) for title in titles} == {"Lien vers", "Retour à"}


def test_elsewhere_main_has_the_language_of_the_page(site_behind: Site) -> None:
    with each_reported() as at:
        for page in set(site_behind.pages()) - {FALLBACK}:
            html, locale = site_behind.html(page), "en" if page.startswith("en/") else "fr"
            with at(page):
                assert first(html, "html").attributes["lang"] == locale
                assert first(html, "main").attributes["lang"] == locale
                assert html.css("main .md-sidebar[lang], .md-nav[lang]") == []


def test_only_it_opens_with_a_notice(site_behind: Site) -> None:
    article = first(site_behind.html(FALLBACK), "article")
    [notice] = article.css(".notice")
    assert notice.text() == "This page is not translated yet: it is shown in French."
    assert (notice.attributes["lang"], notice.attributes["role"]) == ("en", "note")
    assert "is not translated yet" in (article.html or "").partition("<h1")[0]
    text = "not translated yet"
    assert [p for p in site_behind.pages() if text in site_behind.html(p).text()] == [FALLBACK]


# For crawlers


def test_neither_it_nor_the_original_offers_an_english_version(site_behind: Site) -> None:
    original = site_behind.url + UNTRANSLATED
    for page, alternates in ((FALLBACK, []), (UNTRANSLATED, ["fr", "x-default"])):
        html = site_behind.html(page)
        canonical, links = (html.css(f"link[rel={rel}]") for rel in ("canonical", "alternate"))
        assert sorted(str(link.attributes["hreflang"]) for link in links) == alternates
        assert {link.attributes["href"] for link in [*canonical, *links]} == {original}
        assert len(canonical) == 1
        assert html.css(".offer, button[data-twin]") == []


def test_the_sitemap_does_not_hold_it(site_behind: Site) -> None:
    root = ElementTree.parse(site_behind.folder / "sitemap.xml").getroot()
    listed = {
        url.findtext("page:loc", namespaces=SITEMAP): {
            link.attrib["hreflang"] for link in url.findall("xhtml:link", SITEMAP)
        }
        for url in root.findall("page:url", SITEMAP)
    }
    expected = [page.removeprefix("en/") for page in TRANSLATED] + [UNTRANSLATED] + TRANSLATED
    assert sorted(map(str, listed)) == sorted(site_behind.url + page for page in expected)
    assert listed[site_behind.url + UNTRANSLATED] == {"fr", "x-default"}
    assert listed[site_behind.url + TRANSLATED[1]] == {"fr", "en", "x-default"}


def test_the_link_checker_finds_nothing(site_behind: Site) -> None:
    report = check(open_site(site_behind.folder, site_behind.url))
    assert report.pages == len(site_behind.pages()) + 1
    assert report.findings == []


# Links to it


def leading_to_it(site: Site, page: str, selector: str) -> list[LexborNode]:
    """Return the links from a page to the fallback, fragments of the page itself left out."""
    links = [(link, link.attributes.get("href") or "") for link in site.html(page).css(selector)]
    return [
        link
        for link, href in links
        if not href.startswith("#")
        and urljoin(site.url + page, href).partition("#")[0] == site.url + FALLBACK
    ]


def test_links_to_it_are_marked_in_english_pages(site_behind: Site) -> None:
    with each_reported("dossier/rendering/fallback_links.py marks them") as at:
        for page in [*TRANSLATED, FALLBACK]:
            links = leading_to_it(site_behind, page, "main a, footer a")
            marked = [a for a in site_behind.html(page).css("a") if MARK in a.text()]
            with at(page):
                assert len(marked) == len(links) >= 1  # in the navigation, at least
                for link in links:
                    assert MARK in plain(link.text()), link.html
                    assert link.attributes["hreflang"] == "fr"
                    assert MARK in (link.attributes.get("aria-label") or MARK), link.html
                    titles = [span for span in link.css("span") if span.text() == TITLE]
                    assert {title.attributes.get("lang") for title in titles} <= {"fr"}


def test_links_are_marked_in_the_text_the_navigation_the_lists_and_the_footer(
    site_behind: Site,
) -> None:
    [link] = leading_to_it(site_behind, "en/", ".md-nav a")
    assert first(link, "span[lang=fr]").text() == TITLE
    for page, selector in (
        ("en/", "article dt a"),
        ("en/notes/i18n/", "article table a"),
        ("en/sources/claims/", "article .cited a"),
        ("en/incident/justice/", ".md-footer a"),
    ):
        assert leading_to_it(site_behind, page, selector), (page, selector)


def test_nothing_is_marked_in_french_pages_nor_where_all_is_translated(
    site_behind: Site, site: Site
) -> None:
    french = [(site_behind, page) for page in site_behind.pages() if not page.startswith("en/")]
    for built, page in [*french, *((site, page) for page in site.pages())]:
        marked = [
            a.html for a in built.html(page).css("a") if re.search(r"\((in|en) fr", a.text(), re.I)
        ]
        assert marked == [], page


def test_the_404_page_marks_it_in_english_only(site_behind: Site) -> None:
    html = (site_behind.folder / "404.html").read_text(encoding="utf-8")
    assert html.count(MARK) == 1
    base = urlsplit(site_behind.url).path
    link = f'<a href="{base}{FALLBACK}" hreflang="fr"><span lang="fr">{TITLE}</span> {MARK}</a>'
    assert link in html
    assert f'<a href="{base}{UNTRANSLATED}">{TITLE}</a>' in html


def test_the_header_keeps_both_words_and_says_what_they_lead_to(site_behind: Site) -> None:
    for page, current in ((UNTRANSLATED, "Français"), (FALLBACK, "English")):
        words = site_behind.html(page).css(".languages a")
        assert [(a.text(), a.attributes["lang"], a.attributes["hreflang"]) for a in words] == [
            ("Français", "fr", "fr"),
            ("English", "en", "fr"),
        ]
        assert [a.text() for a in words if a.attributes.get("aria-current")] == [current]


def test_the_list_of_sources_leads_to_it(site_behind: Site, site: Site) -> None:
    cited = [
        sum(len(entry.css("a")) for entry in built.html("en/sources/").css(".cited"))
        for built in (site_behind, site)
    ]
    assert cited[0] == cited[1]


def test_an_edition_has_every_page_once_in_its_language_where_it_can() -> None:
    pages = [page for page in PAGES if (page.locale, page.path) != ("en", UNTRANSLATED)]
    found = {page.path: page.locale for page in edition(pages, "en")}
    assert found.pop(UNTRANSLATED) == "fr"
    assert set(found.values()) == {"en"}
    assert [page.locale for page in edition(pages, "fr")] == ["fr"] * (len(found) + 1)


# Links to edit, and to translate


def edit_link(site: Site, page: str) -> tuple[str, str | None]:
    link = first(site.html(page), ".edit-link a")
    return link.text(), link.attributes["href"]


def test_it_asks_to_be_translated(site_behind: Site) -> None:
    folder = f"docs/en/{UNTRANSLATED}".rstrip("/")
    address = f"{REPOSITORY}/new/main/{folder}?filename=index.md"
    assert edit_link(site_behind, FALLBACK) == ("Translate this page", address)


def test_the_other_pages_can_be_edited(site_behind: Site) -> None:
    edit = f"{REPOSITORY}/edit/main"
    with each_reported("see hooks for edit_uri and made pages") as at:
        for page in TRANSLATED:
            path = page.removeprefix("en/")
            english, french = f"docs/en/{path}index.md", f"docs/fr/{path}index.md"
            if path in MADE:
                english = french = "data/catalog/models.csv"
            with at(page):
                assert edit_link(site_behind, page) == ("Edit this page", f"{edit}/{english}")
                assert edit_link(site_behind, path) == ("Modifier cette page", f"{edit}/{french}")


def test_without_a_repository_nothing_asks_to_be_edited(site: Site) -> None:
    assert [page for page in site.pages() if site.html(page).css(".edit-link, [rel=edit]")] == []

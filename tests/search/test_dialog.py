"""The search opens, answers and closes as a reader expects, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dossier.locales import LOCALES, Locale, site_path
from tests.browser.visits import PHONE, Watch
from tests.search.asking import BUTTON, FIELD, HITS, READY, RESULTS, STATUS, open_search, type_in

DIALOG = "dialog.search"
WORDS = {
    "fr": {
        "both": "Chercher aussi en anglais",
        "found": "pages trouvées",
        "meant": "Voulez-vous dire\u00a0: microsoft\u202f?",
        "none": "Rien n’a été trouvé pour «\u00a0zzzz\u00a0».",
        "failed": "La recherche ne répond pas\u00a0: son index n’a pas pu être chargé.",
    },
    "en": {
        "both": "Search French pages too",
        "found": "pages found",
        "meant": "Did you mean: microsoft?",
        "none": "Nothing was found for “zzzz”.",
        "failed": "The search does not answer: its index could not be loaded.",
    },
}
EACH_LOCALE = pytest.mark.parametrize("locale", LOCALES)


def home(address: str, locale: Locale) -> str:
    return address + site_path(locale, "")


@pytest.mark.parametrize("way", ["button", "/", "Control+k", "Meta+k"])
def test_it_opens_and_escape_returns_to_where_the_reader_was(
    way: str, page: Page, address: str
) -> None:
    page.goto(address + "incident/")
    page.locator(".languages a").first.focus()
    if way == "button":
        page.locator(BUTTON).click()
    else:
        page.keyboard.press(way)
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(BUTTON if way == "button" else ".languages a").first).to_be_focused()


def test_a_stroke_typed_into_a_field_opens_nothing(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.querySelector('article').innerHTML += '<input id=own>'")
    page.locator("#own").focus()
    page.keyboard.type("a/b")
    assert page.locator("#own").input_value() == "a/b"
    assert page.locator(DIALOG).count() == 0


@EACH_LOCALE
def test_hits_come_as_one_types_and_their_number_is_announced(
    locale: Locale, page: Page, address: str
) -> None:
    watch = Watch(page, address)
    open_search(page, home(address, locale))
    page.keyboard.type("microsoft")
    page.locator(HITS).first.wait_for()
    page.locator(READY).wait_for(state="attached")
    number, words = page.locator(STATUS).inner_text().split(" ", 1)
    assert int(number) > 6
    assert words == WORDS[locale]["found"]
    while page.locator(".search__more").is_visible():
        page.locator(".search__more").click()
        page.wait_for_timeout(100)
    assert page.locator(HITS).count() == int(number)
    assert watch.faults == []


@EACH_LOCALE
def test_hits_are_in_the_reader_s_language_until_both_are_asked_for(
    locale: Locale, page: Page, address: str
) -> None:
    open_search(page, home(address, locale))
    type_in(page, "Anthropic")
    assert {language(href, address) for href in links(page)} == {locale}
    assert page.locator(f"{RESULTS} > li[lang]").count() == 0
    page.get_by_label(WORDS[locale]["both"]).check()
    page.locator(READY).wait_for(state="attached")
    assert {language(href, address) for href in links(page)} == set(LOCALES)
    for item in page.locator(f"{RESULTS} > li").all():
        of = language(item.locator("a").first.get_attribute("href") or "", address)
        assert item.get_attribute("lang") == (of if of != locale else None)
        assert item.locator(".search__language").count() == (of != locale)


def test_a_hit_shows_where_it_is_and_the_words_with_their_accents(page: Page, address: str) -> None:
    open_search(page, address)
    type_in(page, "modele")
    assert "modèles" in page.locator(f"{RESULTS} mark").all_inner_texts()
    type_in(page, "explication de xai")
    hit = page.locator(f"{RESULTS} > li").first
    assert hit.locator(".search__trail").inner_text() == "L’incident"
    assert hit.locator(".search__title").inner_text() == "L’explication de xAI"
    sections = page.locator(f"{RESULTS} > li .search__sections")
    counts = [section.locator("> li").count() for section in sections.all()]
    assert counts
    assert max(counts) <= 3
    text = page.locator(RESULTS).inner_text()
    assert "\u2060" not in text
    assert not re.search(r"\b[dlnsc]’ \w", text), "what is elided stands apart from its word"


def test_arrows_enter_and_tab_go_through_the_hits(page: Page, address: str) -> None:
    open_search(page, address)
    type_in(page, "genocide")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    hits = page.locator(f"{RESULTS} a")
    for place in (0, 1, 2, 1):
        page.keyboard.press("ArrowUp" if place == 1 and focused(page) == 2 else "ArrowDown")
        assert focused(page) == place
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    for _ in range(2):  # the button that closes, the check box
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(hits.first).to_be_focused()
    target = hits.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target or "")


def test_enter_in_the_field_follows_the_first_hit_however_fast(page: Page, address: str) -> None:
    open_search(page, address + "notes/")
    page.keyboard.type("chronologie")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/dates/"))


def test_an_address_may_ask(page: Page, address: str) -> None:
    page.goto(address + "en/incident/xai/?q=ramaphosa#promises")
    page.locator(HITS).first.wait_for()
    assert page.locator(FIELD).input_value() == "ramaphosa"
    assert "pretoria-washington" in links(page)[0]
    assert page.url == address + "en/incident/xai/#promises"
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_words_are_marked_on_arrival_until_cleared(page: Page, address: str) -> None:
    open_search(page, address)
    type_in(page, "refugies")
    page.locator(HITS).first.click()
    page.wait_for_url(re.compile(r"pretoria-washington/\?highlight="))
    marks = page.locator("article mark")
    marks.first.wait_for()
    assert {text.lower() for text in marks.all_inner_texts()} >= {"réfugiés"}
    text = page.locator("article").inner_text()
    page.get_by_role("button", name="Effacer le surlignage").click()
    assert marks.count() == 0
    assert page.locator("article").inner_text() == text
    assert page.url == address + "incident/pretoria-washington/#refugees"
    expect(page.locator("article")).to_be_focused()


def test_marks_leave_the_two_languages_side_by_side_as_they_are(page: Page, address: str) -> None:
    page.goto(address + "incident/?regard&highlight=grok")
    page.wait_for_selector("article.facing")
    assert page.locator("article mark").count() > 3
    status = page.locator(".page-status").inner_text()
    page.goto(address + "incident/?regard")
    page.wait_for_selector("article.facing")
    assert page.locator(".page-status").inner_text() == status


def test_nothing_is_stored(page: Page, address: str) -> None:
    open_search(page, address)
    before = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    type_in(page, "musk")
    page.keyboard.press("Escape")
    after = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    assert before == after
    assert page.context.cookies() == []


@EACH_LOCALE
def test_another_spelling_is_offered_and_its_hits_are_shown(
    locale: Locale, page: Page, address: str
) -> None:
    open_search(page, home(address, locale))
    type_in(page, "microsfot")
    suggestion = page.locator(".search__suggested")
    assert suggestion.inner_text() == WORDS[locale]["meant"]
    marked = page.locator(f"{RESULTS} mark").all_inner_texts()
    assert marked
    assert all("microsoft" in text.lower() for text in marked), marked
    suggestion.locator("button").click()
    page.locator(READY).wait_for(state="attached")
    assert page.locator(FIELD).input_value() == "microsoft"
    expect(suggestion).to_be_hidden()


@EACH_LOCALE
def test_where_nothing_is_found_it_says_what_to_try(
    locale: Locale, page: Page, address: str
) -> None:
    open_search(page, home(address, locale))
    type_in(page, "zzzz")
    assert page.locator(STATUS).inner_text() == WORDS[locale]["none"]
    assert page.locator(".search__advice").is_visible()
    page.locator(".search__help a").click()
    page.wait_for_url(home(address, locale) + "plan/")


@pytest.mark.parametrize("failure", ["404", "abort"])
@pytest.mark.parametrize(
    "missing", ["pagefind.js", "pagefind-entry.json", "*.pagefind", "*.pf_index", "*.pf_fragment"]
)
def test_where_the_index_cannot_be_had_it_says_so(
    missing: str, failure: str, page: Page, address: str
) -> None:
    def answer(route: Route) -> None:
        if failure == "404":
            route.fulfill(status=404, body="<p>Nothing is at this address.")
        else:
            route.abort()

    page.route(re.compile(missing.replace(".", r"\.").replace("*", ".*")), answer)
    open_search(page, address + "en/")
    page.locator(FIELD).fill("microsoft")
    expect(page.locator(STATUS)).to_have_text(WORDS["en"]["failed"])
    assert page.locator(f"{RESULTS} > li").count() == 0
    assert page.locator(".search__help a").get_attribute("href") == "plan/"
    page.unroute_all()
    type_in(page, "microsoft openai")
    assert links(page)


@pytest.mark.parametrize(("path", "locale"), [("lost", "fr"), ("a/b/c", "fr"), ("en/a/b/c", "en")])
def test_it_works_where_nothing_is(path: str, locale: Locale, page: Page, address: str) -> None:
    page.goto(address + path)
    assert page.locator(BUTTON).count() == 1
    page.locator(BUTTON).click()
    type_in(page, "grok")
    assert {language(href, address) for href in links(page)} == {locale}
    page.locator(HITS).first.click()
    page.locator("article mark").first.wait_for()


@EACH_LOCALE
def test_on_a_phone_it_fills_the_screen(locale: Locale, browser: Browser, address: str) -> None:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(home(address, locale))
        page.locator(BUTTON).tap()
        type_in(page, "microsoft")
        box = page.locator(DIALOG).bounding_box()
        assert box == {"x": 0, "y": 0, **PHONE}
        inside = page.locator(f"{DIALOG} .search__output")
        assert inside.evaluate("box => box.scrollWidth <= box.clientWidth")
        page.locator(".search__close").tap()
        expect(page.locator(DIALOG)).to_be_hidden()


def test_a_screen_reader_is_told_what_is_what(page: Page, address: str) -> None:
    open_search(page, address)
    type_in(page, "genocide")
    assert page.get_by_role("dialog", name="Rechercher").count() == 1
    assert page.get_by_role("search").get_by_role("textbox").count() == 1
    assert page.get_by_role("list", name="Pages trouvées").count() == 1
    for button in page.locator(f"{DIALOG} button:visible").all():
        assert button.get_attribute("aria-label") or button.inner_text()


@EACH_LOCALE
def test_without_scripts_the_button_is_a_link_to_the_site_index(
    locale: Locale, browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home(address, locale) + "incident/")
        page.locator("a[data-search]").click()
        page.wait_for_url(home(address, locale) + "plan/")


def links(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(HITS).all()]


def language(href: str, address: str) -> Locale:
    return "en" if href.removeprefix(address).startswith("en/") else "fr"


def focused(page: Page) -> int:
    """Return the place of the link that has the focus, or -1."""
    script = f"[...document.querySelectorAll('{RESULTS} a')].indexOf(document.activeElement)"
    return page.evaluate(script)  # type: ignore[no-any-return]

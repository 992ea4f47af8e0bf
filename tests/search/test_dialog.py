"""The search opens, answers and closes as a reader expects, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from dossier.locales import LOCALES, Locale, site_path
from tests.browser.visits import DOSSIER, Watch, locale_of
from tests.search.asking import BUTTON, FIELD, HITS, READY, RESULTS, STATUS, open_search, type_in
from tests.support.screens import PHONE, NewPage
from tests.support.tables import read_table

DIALOG = "dialog.search"
WORDING = DOSSIER.wording
EACH_LOCALE = pytest.mark.parametrize("locale", LOCALES)


def home(locale: Locale) -> str:
    return site_path(locale, "")


@pytest.fixture(scope="module")
def dialogs(reader: BrowserContext) -> dict[Locale, Page]:
    """The home pages with the search open, for tests that leave it as it was."""
    pages: dict[Locale, Page] = {locale: reader.new_page() for locale in LOCALES}
    for locale, page in pages.items():
        open_search(page, home(locale))
    return pages


@pytest.mark.parametrize("way", ["button", "/", "Control+k", "Meta+k"])
def test_it_opens_and_escape_gives_the_focus_back(way: str, page: Page) -> None:
    page.goto("incident/")
    page.locator(".languages a").first.focus()
    if way == "button":
        page.locator(BUTTON).click()
    else:
        page.keyboard.press(way)
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(BUTTON if way == "button" else ".languages a").first).to_be_focused()


def test_a_slash_typed_into_a_field_does_not_open_it(page: Page) -> None:
    page.goto("")
    page.evaluate("document.querySelector('article').innerHTML += '<input id=own>'")
    page.locator("#own").focus()
    page.keyboard.type("a/b")
    assert page.locator("#own").input_value() == "a/b"
    assert page.locator(DIALOG).count() == 0


@EACH_LOCALE
def test_hits_appear_while_typing_and_their_number_is_announced(locale: Locale, page: Page) -> None:
    watch = Watch(page)
    open_search(page, home(locale))
    page.keyboard.type("microsoft")
    page.locator(HITS).first.wait_for()
    type_in(page, "microsoft")  # the first hits may be those of fewer letters
    status = page.locator(STATUS).inner_text()
    number = int(status.split(" ")[0])
    assert number > 6
    assert status == WORDING["search-many"][locale].format(number)
    while page.locator(".search__more").is_visible():
        shown = page.locator(HITS).count()
        page.locator(".search__more").click()
        expect(page.locator(HITS)).not_to_have_count(shown)
    assert page.locator(HITS).count() == number
    assert watch.problems == []


@EACH_LOCALE
def test_hits_are_in_the_language_of_the_page_unless_both_are_chosen(
    locale: Locale, dialogs: dict[Locale, Page], address: str
) -> None:
    page = dialogs[locale]
    type_in(page, "Anthropic")
    assert {language(href, address) for href in links(page)} == {locale}
    assert page.locator(f"{RESULTS} > li[lang]").count() == 0
    page.get_by_label(WORDING["search-both"][locale]).check()
    page.locator(READY).wait_for(state="attached")
    assert {language(href, address) for href in links(page)} == set(LOCALES)
    for item in page.locator(f"{RESULTS} > li").all():
        of = language(item.locator("a").first.get_attribute("href") or "", address)
        assert item.get_attribute("lang") == (of if of != locale else None)
        assert item.locator(".search__language").count() == (of != locale)
    page.get_by_label(WORDING["search-both"][locale]).uncheck()


def test_a_hit_shows_its_section_and_words_with_their_accents(dialogs: dict[Locale, Page]) -> None:
    page = dialogs["fr"]
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
    assert not re.search(r"\b[dlnsc]’ \w", text), "a space follows an elision"


def test_arrows_tab_and_enter_move_through_the_hits(page: Page) -> None:
    open_search(page, "")
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


def test_enter_in_the_field_follows_the_first_hit_even_before_it_is_shown(page: Page) -> None:
    open_search(page, "notes/")
    page.keyboard.type("chronologie")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/dates/"))


def test_an_address_can_ask(page: Page, address: str) -> None:
    page.goto("en/incident/xai/?q=ramaphosa#promises")
    page.locator(HITS).first.wait_for()
    assert page.locator(FIELD).input_value() == "ramaphosa"
    assert "pretoria-washington" in links(page)[0]
    assert page.url == address + "en/incident/xai/#promises"
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_words_are_highlighted_on_arrival_until_cleared(page: Page, address: str) -> None:
    open_search(page, "")
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


def test_highlights_do_not_change_the_facing_page_edition(page: Page) -> None:
    page.goto("incident/?regard&highlight=grok")
    page.wait_for_selector("article.facing")
    assert page.locator("article mark").count() > 3
    status = page.locator(".page-status").inner_text()
    page.goto("incident/?regard")
    page.wait_for_selector("article.facing")
    assert page.locator(".page-status").inner_text() == status


def test_nothing_is_stored(page: Page) -> None:
    open_search(page, "")
    before = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    type_in(page, "musk")
    page.keyboard.press("Escape")
    after = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    assert before == after
    assert page.context.cookies() == []


@EACH_LOCALE
def test_another_spelling_is_offered_and_its_hits_are_shown(
    locale: Locale, dialogs: dict[Locale, Page]
) -> None:
    page = dialogs[locale]
    type_in(page, "microsfot")
    suggestion = page.locator(".search__suggested")
    assert suggestion.inner_text() == WORDING["search-suggestion"][locale].format("microsoft")
    marked = page.locator(f"{RESULTS} mark").all_inner_texts()
    assert marked
    assert all("microsoft" in text.lower() for text in marked), marked
    suggestion.locator("button").click()
    page.locator(READY).wait_for(state="attached")
    assert page.locator(FIELD).input_value() == "microsoft"
    expect(suggestion).to_be_hidden()


@EACH_LOCALE
def test_if_nothing_is_found_it_gives_advice(
    locale: Locale, dialogs: dict[Locale, Page], address: str
) -> None:
    page = dialogs[locale]
    type_in(page, "zzzz")
    assert page.locator(STATUS).inner_text() == WORDING["search-none"][locale].format("zzzz")
    assert page.locator(".search__advice").is_visible()
    link = page.locator(".search__help a")
    assert link.evaluate("link => link.href") == f"{address}{home(locale)}plan/"


@pytest.mark.parametrize(("missing", "failure"), read_table("search/cases.yml")["failures"])
def test_if_the_index_fails_to_load_it_says_so_and_works_once_it_loads(
    missing: str, failure: str, page: Page
) -> None:
    def answer(route: Route) -> None:
        route.abort() if failure == "abort" else route.fulfill(status=404, body="<p>Nothing here.")

    page.route(re.compile(missing.replace(".", r"\.").replace("*", ".*")), answer)
    open_search(page, "en/")
    page.locator(FIELD).fill("microsoft")
    expect(page.locator(STATUS)).to_have_text(WORDING["search-failed"]["en"])
    assert page.locator(f"{RESULTS} > li").count() == 0
    assert page.locator(".search__help a").get_attribute("href") == "plan/"
    page.unroute_all()
    type_in(page, "microsoft openai")
    assert links(page)


@pytest.mark.parametrize(("path", "locale"), [("lost", "fr"), ("a/b/c", "fr"), ("en/a/b/c", "en")])
def test_it_works_on_the_404_page(path: str, locale: Locale, page: Page, address: str) -> None:
    page.goto(path)
    assert page.locator(BUTTON).count() == 1
    page.locator(BUTTON).click()
    type_in(page, "grok")
    assert {language(href, address) for href in links(page)} == {locale}
    page.locator(HITS).first.click()
    page.locator("article mark").first.wait_for()


def test_on_a_phone_it_fills_the_screen(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("")
    page.locator(BUTTON).tap()
    type_in(page, "microsoft")
    assert page.locator(DIALOG).bounding_box() == {"x": 0, "y": 0, **PHONE}
    inside = page.locator(f"{DIALOG} .search__output")
    assert inside.evaluate("box => box.scrollWidth <= box.clientWidth")
    page.locator(".search__close").tap()
    expect(page.locator(DIALOG)).to_be_hidden()


def test_every_part_has_a_role_and_a_name(dialogs: dict[Locale, Page]) -> None:
    page = dialogs["fr"]
    type_in(page, "genocide")
    assert page.get_by_role("dialog", name="Rechercher").count() == 1
    assert page.get_by_role("search").get_by_role("textbox").count() == 1
    assert page.get_by_role("list", name="Pages trouvées").count() == 1
    for button in page.locator(f"{DIALOG} button:visible").all():
        assert button.get_attribute("aria-label") or button.inner_text()


def links(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(HITS).all()]


def language(href: str, address: str) -> Locale:
    return locale_of(href.removeprefix(address))


def focused(page: Page) -> int:
    """Return the index of the link that has the focus, or -1."""
    script = f"[...document.querySelectorAll('{RESULTS} a')].indexOf(document.activeElement)"
    return page.evaluate(script)  # type: ignore[no-any-return]

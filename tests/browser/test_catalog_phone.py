"""On a phone the table is a list of rows that open, with its filters in a sheet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    DOSSIER,
    MODELS,
    PATHS,
    SCRIPT,
    having,
    in_order,
    keys,
    open_table,
    query_of,
    rows,
)
from tests.browser.measures import TOP
from tests.browser.visits import Watch
from tests.support.catalog_rows import row_of
from tests.support.screens import PHONE, NewPage

WORDS = DOSSIER.wording
TOOLS = ".catalog__sheet [value=tools]"


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address, viewport=PHONE, has_touch=True) as context:
        yield context.new_page()


def open_sheet(page: Page) -> None:
    page.locator(".catalog__open-sheet").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def visible(page: Page) -> list[str]:
    """Return the keys of the rows that can be seen, in order."""
    return [str(key) for key in page.evaluate(f"{SCRIPT}.visible()")]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_row_has_two_lines_and_opens(locale: Locale, phone: Page) -> None:
    watch = Watch(phone)
    open_table(phone, locale)
    expect(phone.locator(".catalog__table thead")).to_be_hidden()
    heights = phone.evaluate(f"{SCRIPT}.heights()")
    assert len(heights) == 30
    assert max(heights) - min(heights) <= 1, "a row has more lines than others"
    assert 44 < max(heights) < 60
    row = phone.locator(row_of("grok-4"))
    opener = row.get_by_role("button")
    expect(opener).to_have_accessible_name(
        WORDS["catalog-open"][locale].replace("{name}", "grok-4")
    )
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    labels = row.locator("td").evaluate_all(
        """cells => cells.filter((cell) => cell.checkVisibility())
            .map((cell) => getComputedStyle(cell, "::before").content)"""
    )
    stated = [
        "maker", "kind", "input", "output", "max-input", "max-output", "capabilities",
        "lifecycle", "seller", "price-input", "price-output",
    ]  # fmt: skip
    assert labels == [f'"{WORDS[f"column-{name}"][locale]}"' for name in stated]
    opener.press("Enter")
    assert phone.evaluate(f"{SCRIPT}.heights()") == heights
    assert phone.locator(".catalog").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert watch.end() == []


def test_thirty_rows_at_a_time_then_all(phone: Page) -> None:
    open_table(phone)
    assert visible(phone) == keys(MODELS)[:30]
    more, everything = phone.locator(".catalog__more button"), phone.locator(".catalog__more a")
    expect(more).to_have_text(WORDS["catalog-more-many"].fr.replace("{left}", "30"))
    more.press("Enter")
    expect(phone.locator(f"{row_of(keys(MODELS)[30])} a")).to_be_focused()
    assert visible(phone) == keys(MODELS)[:60]
    everything.press("Enter")
    expect(more).to_be_hidden()
    assert visible(phone) == keys(MODELS)
    assert "#" not in phone.url
    phone.locator("[name=find]").fill("gpt")
    found = rows(phone)
    assert visible(phone) == found[:30], "a new search begins with the first rows"
    phone.locator("[name=find]").fill("grok")
    assert visible(phone) == rows(phone)
    expect(phone.locator(".catalog__more")).to_be_hidden()


def test_the_sheet_filters_counts_and_leads_back(phone: Page) -> None:
    open_table(phone)
    open_sheet(phone)
    sheet = phone.get_by_role("dialog")
    expect(sheet).to_have_accessible_name(WORDS["catalog-filters"].fr)
    show = sheet.locator(".catalog__show")
    expect(show).to_have_text(WORDS["catalog-show-many"].fr.replace("{left}", str(len(MODELS))))
    for name, value, one in (("maker", "nixtla", True), ("capabilities", "tools", False)):
        sheet.locator(f"summary:has(+ fieldset [name={name}])").press("Enter")
        sheet.locator(f"[name={name}][value={value}]").press("Space")
        if one:
            expect(show).to_have_text(WORDS["catalog-show-one"].fr)
            assert len(having(maker=value)) == 1
    expect(show).to_have_text(WORDS["catalog-none"].fr)
    sheet.locator("[name=maker][value=nixtla]").press("Space")
    left = having(capabilities="tools")
    expect(show).to_have_text(WORDS["catalog-show-many"].fr.replace("{left}", str(len(left))))
    small = phone.evaluate(f"{SCRIPT}.small()")
    assert small == [], "targets under 24 pixels"
    show.press("Enter")
    expect(sheet).to_be_hidden()
    expect(phone.locator(".catalog__open-sheet")).to_be_focused()
    assert visible(phone) == left[:30]
    open_sheet(phone)
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(phone.locator(".catalog__open-sheet")).to_be_focused()
    assert query_of(phone) == "capabilities=tools"


def test_the_sheet_sorts_and_the_sorted_value_comes_first_in_bold(phone: Page) -> None:
    open_table(phone)
    open_sheet(phone)
    column, descending = phone.locator("[name=column]"), phone.locator("[name=descending]")
    expect(descending).to_be_disabled()
    column.select_option("price_input")
    descending.press("Space")
    assert rows(phone) == in_order("price_input", True, "fr")
    assert query_of(phone) == "sort=-price_input"
    phone.keyboard.press("Escape")
    cell = phone.locator(".catalog__table tbody tr").first.locator("td").nth(11)
    assert cell.evaluate("""cell => {
        const first = cell.parentElement.querySelector("td").getBoundingClientRect();
        const { left, top } = cell.getBoundingClientRect();
        return left < first.left && Math.abs(top - first.top) < 2;
    }""")
    assert cell.evaluate("cell => getComputedStyle(cell).fontWeight") == "700"
    unit = cell.evaluate("cell => getComputedStyle(cell, '::after').content")
    assert unit == f'"\u00a0{WORDS["unit-dollars"].fr}"'
    open_sheet(phone)
    column.select_option("")
    assert rows(phone) == keys(MODELS)


def test_the_search_stays_within_reach_and_no_field_makes_a_phone_zoom(phone: Page) -> None:
    open_table(phone)
    bar = phone.locator(".md-header").bounding_box()
    phone.locator("tr:visible").nth(25).evaluate("row => row.scrollIntoView({block: 'center'})")
    first = phone.locator(".catalog__first").bounding_box()
    assert bar and first
    assert first["y"] == pytest.approx(bar["height"], abs=1)
    sizes = phone.locator(".catalog :is(input:not([type=checkbox]), select)").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 16


def test_three_models_are_compared_without_cutting(phone: Page) -> None:
    open_table(phone)
    names = ("grok-4", "grok-3", "grok-4-1-fast-non-reasoning")
    for key in names:
        phone.locator(f"{row_of(key)} .catalog__pick input").press("Space")
    phone.locator(".catalog__compare").press("Enter")
    expect(phone.locator(".catalog__facts thead a")).to_have_count(3)
    for width in (PHONE["width"], 320):
        phone.set_viewport_size({"width": width, "height": 256})
        cut = phone.evaluate(f"{SCRIPT}.cut()")
        assert cut == [], f"cells beyond the screen, or cut, at {width} px"
    phone.set_viewport_size(PHONE)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_link_leads_to_its_section_and_the_switch_keeps_it(width: int, new_page: NewPage) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    tops = []
    page.goto("catalogue/#makers")
    for language in ("en", "fr"):
        expect(page.locator(".catalog--ready")).to_be_attached()
        page.wait_for_load_state()
        page.evaluate("document.fonts.ready")
        tops.append(page.evaluate(TOP, "makers"))
        page.locator(f".languages a[hreflang={language}]").press("Enter")
        page.wait_for_url("**/en/**" if language == "en" else lambda url: "/en/" not in url)
        assert page.url.endswith("#makers")
    assert [top for top in tops if not 40 < top < 130] == []


def test_at_a_zoom_of_400_percent_no_bar_hides_the_page(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 200})
    open_table(page, query="?compare=grok-4,gpt-4-1")
    sticking = f"{SCRIPT}.sticking()"
    assert page.evaluate(sticking) == []
    page.locator(".catalog__back").press("Enter")
    page.locator(".catalog__open-sheet").press("Enter")
    assert page.evaluate(sticking) == []
    show = page.locator(".catalog__show")
    show.focus()
    expect(show).to_be_in_viewport()


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_the_table_is_complete_and_says_what_is_missing(
    locale: Locale, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(PATHS[locale])
    expect(page.locator(".catalog__table tbody tr:visible")).to_have_count(len(MODELS))
    expect(page.locator(".catalog__table thead")).to_be_visible()
    table = page.locator(".catalog__table")
    assert table.evaluate("table => table.scrollWidth > table.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".catalog__controls *").count() > 100
    expect(page.locator(".catalog :is(button, input, summary):visible")).to_have_count(0)
    plain = page.locator(".catalog > noscript p")
    expect(plain).to_contain_text(WORDS["catalog-plain"][locale])
    soon = [
        model
        for model in MODELS
        if model.retirement and "2026-10-05" <= str(model.retirement) <= "2027-04-05"
    ]
    expect(plain.locator("a")).to_have_count(len(soon))


def test_if_the_script_fails_a_link_shows_the_whole_list(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(PATHS["fr"])
    shown = page.locator(".catalog__table tbody tr:visible")
    expect(shown).to_have_count(30)
    page.locator(".catalog__more a").press("Enter")
    expect(shown).to_have_count(len(MODELS))


def test_a_table_that_is_cut_has_a_shadow_where_it_goes_on(phone: Page, new_page: NewPage) -> None:
    without_scripts = new_page(viewport=PHONE, java_script_enabled=False)
    for page, path in ((phone, "catalogue/prices/"), (without_scripts, "catalogue/")):
        page.goto(path)
        page.wait_for_load_state()
        shadows = page.evaluate(f"{SCRIPT}.shadows()")
        assert shadows, f"no table of {path} is cut: visit another page"
        assert set(shadows) == {"local, local, scroll, scroll"}


def test_the_page_is_short_before_any_tap(phone: Page) -> None:
    heights = {}
    for path in (PATHS["fr"], PATHS["en"], "catalogue/openai/", "en/catalogue/openai/"):
        phone.goto(path)
        phone.wait_for_load_state()
        heights[path] = phone.evaluate("document.documentElement.scrollHeight")
        table = phone.locator(".catalog")
        if table.count():
            heights[f"{path}#table"] = table.evaluate("table => table.offsetHeight")
    limits = {"catalogue/": 6_000, "catalogue/#table": 1_750, "catalogue/openai/": 11_600}
    tall = {path: px for path, px in heights.items() if px > limits[path.removeprefix("en/")]}
    assert tall == {}, "pixels on a phone"

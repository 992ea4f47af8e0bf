"""On a phone each model is a card, with and without scripts, and a menu sorts them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import DOSSIER, MODELS, PATHS, in_order, keys, open_table, query_of, rows
from tests.browser.visits import Watch
from tests.support.screens import PHONE, NewPage

ROW = "tr[data-key=grok-4]"


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address, viewport=PHONE, has_touch=True) as context:
        yield context.new_page()


def check_card(page: Page, locale: Locale) -> None:
    """Check a card: each line has a label, and missing values have no line."""
    expect(page.locator(".catalog__table thead")).to_be_hidden()
    row = page.locator(ROW)
    box = row.bounding_box()
    assert box
    assert box["width"] > PHONE["width"] * 0.8
    labels = row.locator("td").evaluate_all(
        """cells => cells.filter((cell) => cell.checkVisibility())
            .map((cell) => getComputedStyle(cell, "::before").content)"""
    )
    words = DOSSIER.wording
    stated = [
        "maker", "kind", "input", "output", "max-input", "max-output", "capabilities",
        "lifecycle", "seller", "price-input", "price-output",
    ]  # fmt: skip
    assert labels == [f'"{words[f"column-{name}"][locale]}"' for name in stated]
    assert page.locator(".catalog").evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("locale", LOCALES)
def test_models_are_cards(locale: Locale, phone: Page) -> None:
    watch = Watch(phone)
    open_table(phone, locale)
    check_card(phone, locale)
    assert watch.end() == []


def test_a_menu_sorts(phone: Page) -> None:
    open_table(phone)
    column, descending = phone.locator("[name=column]"), phone.locator("[name=descending]")
    expect(descending).to_be_disabled()
    column.select_option("context")
    assert rows(phone) == in_order("context", False, "fr")
    descending.press("Space")
    assert rows(phone) == in_order("context", True, "fr")
    assert query_of(phone) == "sort=-context"
    column.select_option("")
    assert rows(phone) == keys(MODELS)


def test_a_card_is_picked_and_compared(phone: Page) -> None:
    open_table(phone)
    for key in ("grok-4", "grok-3"):
        phone.locator(f"tr[data-key={key}] .catalog__pick").tap()
    phone.locator(".catalog__compare").tap()
    expect(phone.locator(".catalog__facts thead a")).to_have_count(2)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_menus_fit_the_screen(phone: Page) -> None:
    open_table(phone)
    for menu in phone.locator(".catalog__menu").all():
        menu.locator("summary").tap()
        box = menu.locator("fieldset").bounding_box()
        assert box and box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_all_models_are_cards_and_no_control_is_shown(
    locale: Locale, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(PATHS[locale])
    expect(page.locator(".catalog__table tbody tr:visible")).to_have_count(len(MODELS))
    check_card(page, locale)
    assert page.locator(".catalog__controls *").count() > 100
    expect(page.locator(".catalog :is(button, input, summary):visible")).to_have_count(0)

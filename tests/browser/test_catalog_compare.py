"""Two to four models are compared, with differences marked, by keyboard and by address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from dossier.catalog.schema import Model
from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    DOSSIER,
    FIGURES,
    MODELS,
    SCRIPT,
    WORDS,
    figure,
    open_table,
    row_key,
    rows,
    text,
)
from tests.browser.visits import Watch
from tests.support.catalog_rows import row_of

KEYS = ["grok-4", "gpt-4-1"]


def box_of(key: str) -> str:
    """Return a selector of the box that picks a model."""
    return f"{row_of(key)} .catalog__pick input"


def model(key: str) -> Model:
    return next(one for one in MODELS if row_key(one) == key)


def columns(page: Page) -> list[str]:
    names: list[str] = page.locator(".catalog__table thead th").evaluate_all(
        "all => all.map(one => one.dataset.column)"
    )
    return names


def differs(column: str, models: list[Model]) -> bool:
    """Return True if the models state different values; a missing value is no difference."""
    said = {figure(one, column) if column in FIGURES else text(one, column, "fr") for one in models}
    return len(said - {None, ""}) > 1


def check_table(page: Page, keys: list[str], locale: Locale) -> None:
    """Check the comparison against the data."""
    models = [model(key) for key in keys]
    table = page.locator(".catalog__facts")
    expect(table.locator("thead th a")).to_have_text([one.name for one in models])
    missing = DOSSIER.wording["not-stated"][locale]
    assert page.evaluate(f"{SCRIPT}.comparison()") == [
        [differs(column, models), *(written(one, column, locale) or missing for one in models)]
        for column in columns(page)[1:]
    ]


def written(one: Model, column: str, locale: Locale) -> str:
    """Return the text of a cell, "" if the model has no value."""
    if column in WORDS:
        return text(one, column, locale)
    value = figure(one, column)
    if value is None:
        return ""
    if column == "retirement":
        return one.retirement.format(locale) if one.retirement else ""
    english = f"{value:,.2f}" if column.startswith("price_") else f"{value:,}"
    return english if locale == "en" else english.translate({44: "\u202f", 46: ","})


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    watch = Watch(page)
    yield page
    assert watch.end() == []


def pick(page: Page, key: str) -> Locator:
    box = page.locator(box_of(key))
    box.focus()
    page.keyboard.press("Space")
    return box


@pytest.mark.parametrize("locale", LOCALES)
def test_models_are_compared_by_keyboard(locale: Locale, quiet: Page) -> None:
    page = quiet
    open_table(page, locale, "?find=4")
    bar = page.locator(".catalog__bar")
    expect(bar).to_be_hidden()
    pick(page, KEYS[0])
    expect(bar).to_be_visible()
    expect(bar.locator(".catalog__compare")).to_be_disabled()
    pick(page, KEYS[1])
    expect(bar).to_contain_text("grok-4, gpt-4.1")
    bar.locator(".catalog__compare").press("Enter")
    expect(page.locator(".catalog__comparison")).to_be_focused()
    expect(page.locator(".catalog__table")).to_be_hidden()
    assert page.url.endswith("?find=4&compare=grok-4,gpt-4-1")
    check_table(page, KEYS, locale)

    page.keyboard.press("Tab")
    expect(page.locator(".catalog__back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar.locator(".catalog__compare")).to_be_focused()
    expect(page.locator(".catalog__comparison")).to_have_count(0)
    assert page.url.endswith("?find=4")
    expect(page.locator(box_of(KEYS[1]))).to_be_checked()
    page.go_back()
    check_table(page, KEYS, locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_address_opens_a_comparison(locale: Locale, quiet: Page) -> None:
    keys = ["grok-4", "gpt-4-1", "grok-3", "cohere-command-a"]
    open_table(quiet, locale, f"?compare=grok-4,{','.join(keys)},grok-4-6")
    expect(quiet.locator(".catalog__comparison")).to_be_focused()
    check_table(quiet, keys, locale)


def test_at_most_four_models_are_picked(quiet: Page) -> None:
    page = quiet
    open_table(page)
    for key in ("grok-4", "grok-3", "gpt-4-1", "gpt-4o"):
        pick(page, key)
    fifth = page.locator(box_of("grok-4-6"))
    expect(fifth).to_be_disabled()
    pick(page, "grok-3")
    expect(fifth).to_be_enabled()
    page.locator(".catalog__clear").press("Enter")
    expect(page.locator(".catalog__bar")).to_be_hidden()
    expect(page.locator(box_of("grok-4"))).to_be_focused()
    expect(page.locator(".catalog__pick :checked")).to_have_count(0)


def test_picked_models_stay_picked_during_a_search(quiet: Page) -> None:
    page = quiet
    open_table(page)
    pick(page, "grok-4")
    page.locator("[name=find]").fill("gpt-4.1")
    assert "grok-4" not in rows(page)
    pick(page, "gpt-4-1")
    page.locator("[name=find]").fill("")
    rows(page)
    expect(page.locator(box_of("grok-4"))).to_be_checked()
    page.locator(".catalog__compare").press("Enter")
    check_table(page, KEYS, "fr")


def test_a_comparison_prints_alone_and_complete(quiet: Page) -> None:
    page = quiet
    open_table(page, query="?compare=grok-4,gpt-4-1")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    expect(page.locator(".catalog__facts")).to_be_visible()
    for part in (".catalog__table", ".catalog__back", ".catalog__controls"):
        expect(page.locator(part)).to_be_hidden()
    assert page.locator(".catalog__scroll").evaluate("box => box.scrollWidth <= box.clientWidth")

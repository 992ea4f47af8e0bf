"""The table of models is searched and filtered, with the count of models for each choice."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    FILTERS,
    MODELS,
    SCRIPT,
    having,
    keys,
    measure_unseen,
    open_table,
    query_of,
    row_key,
    rows,
    values,
)
from tests.browser.visits import Watch
from tests.support.screens import NewPage


@pytest.fixture(scope="module")
def opened(reader: BrowserContext) -> Iterator[Page]:
    """The catalog in French; it may cause no error."""
    page = reader.new_page()
    watch = Watch(page)
    open_table(page)
    yield page
    assert watch.end() == []
    page.close()


@pytest.fixture
def table(opened: Page) -> Page:
    """The catalog with the complete table."""
    opened.locator(".catalog__reset").press("Enter")
    assert rows(opened) == keys(MODELS)
    return opened


def counts(page: Page) -> dict[tuple[str, str], int]:
    found = page.evaluate(f"{SCRIPT}.counts()")
    return {(name, value): count for name, value, count in found}


def choose(page: Page, column: str, value: str) -> None:
    """Choose a value by keyboard."""
    page.locator(f".catalog__menu:has([name={column}]) summary").focus()
    page.keyboard.press("Enter")
    page.locator(f"[name={column}][value={value}]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")


def test_every_choice_leaves_its_models(table: Page) -> None:
    counted = counts(table)
    found = measure_unseen(table, "rowsByBox")
    assert {name for name, *_ in found} == set(FILTERS)
    for name, value, left in found:
        assert left == having(**{name: value}), (name, value)
        assert counted[name, value] == len(left), (name, value)
    chosen = {(name, value) for name, value, _ in found}
    held = {(name, value) for name in FILTERS for model in MODELS for value in values(model, name)}
    assert chosen == held


def test_each_count_is_what_the_choice_would_leave(table: Page) -> None:
    choose(table, "maker", "xai")
    choose(table, "lifecycle", "ga")
    assert rows(table) == having(maker="xai", lifecycle="ga")
    for (column, value), count in counts(table).items():
        others = {"maker": "xai", "lifecycle": "ga"} | {column: value}
        assert count == len(having(**others)), (column, value)


def test_makers_are_alternatives_and_inputs_are_all_required(table: Page) -> None:
    choose(table, "maker", "xai")
    choose(table, "maker", "cohere")
    assert set(rows(table)) == {*having(maker="xai"), *having(maker="cohere")}
    choose(table, "inputs", "text")
    choose(table, "inputs", "image")
    both = {*having(inputs="text")} & {*having(inputs="image")}
    assert set(rows(table)) == both & {*having(maker="xai"), *having(maker="cohere")}
    assert counts(table)["inputs", "image"] == len(rows(table))


def test_a_maker_is_found_by_name(table: Page) -> None:
    for typed, maker in (("deepseek", "deepseek"), ("XAI", "xai")):
        table.locator("[name=find]").fill(typed)
        assert set(rows(table)) >= set(having(maker=maker))


def test_neither_punctuation_nor_width_matters(table: Page) -> None:
    expected = [
        row_key(one) for one in MODELS if "gpt41" in re.sub(r"[^a-z0-9]", "", one.name.lower())
    ]
    assert "gpt-4-1" in expected
    for typed in ("gpt41", "GPT-4.1", " gpt—4·1", "gpt４.1"):
        table.locator("[name=find]").fill("")
        table.locator("[name=find]").press_sequentially(typed)
        assert rows(table) == expected, typed
    table.locator("[name=find]").fill("4.1 gpt")
    assert set(rows(table)) >= set(expected)


@pytest.mark.parametrize(("locale", "kind"), [("fr", "vidéo"), ("fr", "video"), ("en", "vìdeo")])
def test_accents_do_not_matter(locale: Locale, kind: str, page: Page) -> None:
    open_table(page, locale)
    page.locator("[name=find]").fill(kind)
    assert rows(page) == having(kind="video")


def test_an_empty_table_says_so(table: Page) -> None:
    table.locator("[name=find]").fill("no such model")
    assert rows(table) == []
    words = table.locator(".catalog__count")
    expect(words).to_have_text(words.get_attribute("data-none") or "missing")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_number_is_announced_once_typing_pauses(locale: Locale, new_page: NewPage) -> None:
    page = new_page()
    page.clock.install(time=datetime(2026, 1, 1))
    open_table(page, locale)
    page.clock.pause_at(datetime(2026, 1, 2))
    status = page.locator(".catalog__result [role=status]")
    count = page.locator(".catalog__count")
    for letter in "grok":
        page.locator("[name=find]").press(letter)
        page.clock.run_for(500)
        assert status.inner_text() == ""
    page.clock.run_for(500)
    assert status.inner_text() == count.inner_text()
    assert int(count.inner_text().split()[0]) == sum("grok" in model.id for model in MODELS)


def test_reset_undoes_everything(table: Page) -> None:
    choose(table, "kind", "chat")
    table.locator("[name=find]").fill("grok")
    table.locator("[data-column=context] button").press("Enter")
    assert rows(table) != keys(MODELS)
    table.locator(".catalog__reset").press("Enter")
    assert rows(table) == keys(MODELS)
    assert query_of(table) == ""
    expect(table.locator(".catalog__menu :checked")).to_have_count(0)


def test_a_menu_closes_by_escape_and_by_going_on(table: Page) -> None:
    first, second = table.locator(".catalog__menu").nth(0), table.locator(".catalog__menu").nth(1)
    first.locator("summary").press("Enter")
    first.locator("input").first.focus()
    table.keyboard.press("Escape")
    assert first.get_attribute("open") is None
    expect(first.locator("summary")).to_be_focused()
    second.locator("summary").press("Enter")
    first.locator("summary").focus()
    assert second.get_attribute("open") is None


def test_a_slash_opens_the_search_of_the_site_from_a_checkbox_and_not_from_a_field(
    page: Page,
) -> None:
    open_table(page)
    page.locator("[name=find]").press("/")
    expect(page.locator("[name=find]")).to_have_value("/")
    choose(page, "maker", "xai")
    page.locator(".catalog__pick input").first.press("/")
    expect(page.locator("dialog.search")).to_be_visible()

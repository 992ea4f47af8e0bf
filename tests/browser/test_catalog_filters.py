"""The table of models is searched and filtered, with counts of what each choice would leave."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    MODELS,
    VALUES,
    having,
    keys,
    open_table,
    query_of,
    rows,
    rows_after,
)
from tests.browser.visits import Watch

# Each box alone: the rows that it leaves.
EVERY_BOX = """
const found = [];
for (const box of document.querySelectorAll(".catalog__menu input")) {
    box.click();
    found.push([box.name, box.value, await settled()]);
    box.click();
}
return found;
"""
COUNTS = """boxes => boxes.map(box => [
    box.name, box.value, Number(box.parentElement.querySelector(".catalog__number").textContent)
])"""


@pytest.fixture(scope="module", params=LOCALES)
def table(request: pytest.FixtureRequest, reader: BrowserContext, address: str) -> Iterator[Page]:
    """The catalog in one language; its console stays silent."""
    locale: Locale = request.param
    page = reader.new_page()
    watch = Watch(page, address)
    open_table(page, address, locale)
    yield page
    assert watch.end() == []
    page.close()


@pytest.fixture(autouse=True)
def plain(table: Page) -> None:
    """Each test begins with the whole table."""
    table.locator(".catalog__reset").click()
    assert rows(table) == keys(MODELS)


def counts(page: Page) -> dict[tuple[str, str], int]:
    found = page.locator(".catalog__menu input").evaluate_all(COUNTS)
    return {(name, value): count for name, value, count in found}


def choose(page: Page, column: str, value: str) -> None:
    """Choose a value by keyboard alone."""
    page.locator(f".catalog__menu:has([name={column}]) summary").focus()
    page.keyboard.press("Enter")
    page.locator(f"[name={column}][value={value}]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")


def test_every_choice_leaves_its_models(table: Page) -> None:
    told = counts(table)
    found = rows_after(table, EVERY_BOX)
    assert {name for name, *_ in found} == set(VALUES)
    for name, value, left in found:
        assert left == having(**{name: value}), (name, value)
        assert told[name, value] == len(left), (name, value)
    chosen = {(name, value) for name, value, _ in found}
    held = {(name, value) for name in VALUES for model in MODELS for value in VALUES[name](model)}
    assert chosen == held


def test_counts_tell_what_each_choice_would_leave(table: Page) -> None:
    choose(table, "maker", "xai")
    choose(table, "lifecycle", "ga")
    assert rows(table) == having(maker="xai", lifecycle="ga")
    for (column, value), count in counts(table).items():
        others = {"maker": "xai", "lifecycle": "ga"} | {column: value}
        assert count == len(having(**others)), (column, value)


def test_two_makers_are_added_and_two_inputs_both_needed(table: Page) -> None:
    choose(table, "maker", "xai")
    choose(table, "maker", "cohere")
    assert set(rows(table)) == {*having(maker="xai"), *having(maker="cohere")}
    choose(table, "inputs", "text")
    choose(table, "inputs", "image")
    both = {*having(inputs="text")} & {*having(inputs="image")}
    assert set(rows(table)) == both & {*having(maker="xai"), *having(maker="cohere")}
    assert counts(table)["inputs", "image"] == len(rows(table))


@pytest.mark.parametrize(
    ("typed", "column", "value"), [("deepseek", "maker", "deepseek"), ("XAI", "maker", "xai")]
)
def test_a_maker_is_found_by_name(typed: str, column: str, value: str, table: Page) -> None:
    table.locator("[name=find]").fill(typed)
    assert set(rows(table)) >= set(having(**{column: value}))


@pytest.mark.parametrize("typed", ["gpt41", "GPT-4.1", "gpt 4 1", " gpt—4·1", "gpt４.1"])
def test_neither_accents_nor_punctuation_matter(typed: str, table: Page) -> None:
    table.locator("[name=find]").press_sequentially(typed)
    found = rows(table)
    assert "gpt-4-1" in found
    assert found == keys(
        model for model in MODELS if "gpt41" in re.sub(r"[^a-z0-9]", "", model.id.lower())
    )


def test_accents_are_not_needed(table: Page) -> None:
    kind = "vidéo" if table.locator("html").get_attribute("lang") == "fr" else "vìdeo"
    table.locator("[name=find]").fill(kind)
    assert rows(table) == having(kind="video")


def test_where_nothing_is_left_the_table_says_so(table: Page) -> None:
    table.locator("[name=find]").fill("no such model")
    assert rows(table) == []
    words = table.locator(".catalog__count")
    expect(words).to_have_text(words.get_attribute("data-none") or "missing")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_number_is_announced_when_typing_pauses(
    locale: Locale, browser: Browser, address: str
) -> None:
    # In a context of its own: Playwright stops the clock of all pages of a context.
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.install()
        open_table(page, address, locale)
        page.clock.pause_at(datetime.now() + timedelta(hours=1))
        status = page.locator(".catalog__controls [role=status]")
        for letter in "grok":
            page.locator("[name=find]").press(letter)
            page.clock.run_for(500)
            expect(status).to_be_empty()
        page.clock.run_for(500)
        count = page.locator(".catalog__count").inner_text()
        assert str(len(MODELS)) in count
        expect(status).to_have_text(count)


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

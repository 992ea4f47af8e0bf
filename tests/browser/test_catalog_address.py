"""Filters, order and comparison are in the address: shared, undone, kept by the switch."""

import pytest
from playwright.sync_api import Page, expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    MODELS,
    PATHS,
    having,
    in_order,
    keys,
    open_table,
    query_of,
    row_key,
    rows,
)

QUERY = "find=grok&maker=xai&lifecycle=ga&lifecycle=preview&sort=-max_input"


def expected() -> list[str]:
    left = {*having(maker="xai", lifecycle="ga"), *having(maker="xai", lifecycle="preview")}
    grok = {row_key(model) for model in MODELS if "grok" in model.id}
    return [key for key in in_order("max_input", True, "fr") if key in left & grok]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_shared_address_restores_the_table(locale: Locale, page: Page) -> None:
    open_table(page, locale, f"?{QUERY}")
    assert rows(page) == expected()
    expect(page.locator("[name=find]")).to_have_value("grok")
    checked = page.locator(".catalog__menu :checked").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert checked == ["xai", "ga", "preview"]
    expect(page.locator("[data-column=max_input]")).to_have_attribute("aria-sort", "descending")


def test_each_choice_is_written_to_the_address_and_can_be_undone(page: Page) -> None:
    open_table(page)
    steps = [("", rows(page))]

    def note() -> None:
        steps.append((query_of(page), rows(page)))

    page.locator("[name=find]").press_sequentially("grok")
    note()
    for value in ("[name=maker][value=xai]", "[value=ga]", "[value=preview]"):
        if not page.locator(value).is_visible():
            page.locator(f".catalog__menu:has({value}) summary").press("Enter")
        page.locator(value).press("Space")
        note()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.locator("[data-column=max_input] button").press("Enter")
        note()
    assert steps[1][0] == "find=grok", "a search is one step in the history"
    assert steps[-1] == (QUERY, expected())
    for step in reversed(steps[:-1]):
        page.go_back()
        assert (query_of(page), rows(page)) == step
    page.go_forward()
    assert (query_of(page), rows(page)) == steps[1]
    expect(page.locator("[name=find]")).to_have_value("grok")


def test_the_language_switch_keeps_the_choices(page: Page) -> None:
    open_table(page, "fr", f"?{QUERY}&compare=grok-4,gpt-4-1")
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url(f"**/{PATHS['en']}**")
    assert query_of(page) == f"{QUERY}&compare=grok-4,gpt-4-1"
    expect(page.locator(".catalog__comparison")).to_be_visible()
    page.locator(".catalog__back").press("Enter")
    assert rows(page) == expected()


def test_the_facing_page_edition_keeps_the_choices_and_one_table(page: Page) -> None:
    open_table(page, "fr", "?regard&maker=xai")
    page.locator("article.facing").wait_for()
    expect(page.locator(".catalog")).to_have_count(1)
    assert rows(page) == having(maker="xai")
    box = page.locator(".catalog").bounding_box()
    article = page.locator("article").bounding_box()
    assert box and article
    assert box["width"] == pytest.approx(article["width"], rel=0.05)
    page.locator("[data-column=id] button").press("Enter")
    assert "regard" in query_of(page)
    page.locator(".catalog__menu summary").first.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("article.facing")).to_be_attached()
    page.locator(".page-tools__facing").click()
    assert query_of(page) == "maker=xai&sort=id"
    assert set(rows(page)) == {*having(maker="xai")}


def test_unknown_values_in_the_address_are_ignored(page: Page) -> None:
    open_table(page, query="?maker=nobody&sort=colour&compare=nothing,grok-4&find=")
    assert rows(page) == keys(MODELS)
    expect(page.locator(".catalog__comparison")).to_have_count(0)


def test_a_fragment_does_not_repaint_the_table(page: Page) -> None:
    open_table(page, query="?maker=xai")
    assert rows(page) == having(maker="xai")
    page.evaluate("""() => {
        window.changes = 0;
        const body = document.querySelector(".catalog__table tbody");
        const observer = new MutationObserver(() => { changes += 1; });
        observer.observe(body, {attributes: true, childList: true, subtree: true});
    }""")
    page.evaluate("location.hash = 'makers'")
    page.go_back()
    assert rows(page) == having(maker="xai")
    assert page.evaluate("changes") == 0, "the rows were changed"


def test_an_address_leads_to_its_section_below_the_table(page: Page) -> None:
    # Not every browser keeps the place by itself when rows above it go.
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
        document.documentElement.style.overflowAnchor = "none";
    })""")
    open_table(page, query="?maker=nixtla#makers")
    assert rows(page) == having(maker="nixtla")
    expect(page.locator("#makers")).to_be_in_viewport()

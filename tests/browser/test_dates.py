"""The timeline is filtered by theme, by mouse and by keyboard, and the choice can be shared."""

import pytest
from playwright.sync_api import Page, expect

from dossier.load import load
from tests.support.screens import PHONE, NewPage
from tests.support.site import ROOT

EVENTS = load(ROOT).events
BY_THEME = {
    theme: [key for key, event in EVENTS.items() if event.theme == theme]
    for theme in {event.theme for event in EVENTS.values()}
}


def shown(page: Page) -> list[str]:
    script = "items => items.filter(item => item.checkVisibility()).map(item => item.id)"
    return list(page.locator("li[data-theme]").evaluate_all(script))


@pytest.mark.parametrize("path", ["dates/", "en/dates/"])
def test_themes_are_chosen_shared_and_undone(path: str, page: Page) -> None:
    page.goto(path)
    expect(page.locator(".list-filter output")).to_contain_text(str(len(EVENTS)))
    assert shown(page) == list(EVENTS)

    page.get_by_role("checkbox").and_(page.locator("[value=openai]")).focus()
    page.keyboard.press("Space")
    assert shown(page) == BY_THEME["openai"]
    expect(page.locator(".list-filter output")).to_contain_text(str(len(BY_THEME["openai"])))
    assert page.url.endswith("?theme=openai")
    years = page.locator("article > h2:visible").evaluate_all("all => all.map(one => one.id)")
    assert years == list(dict.fromkeys(f"y{EVENTS[key].date.date.year}" for key in shown(page)))

    page.locator("[value=models]").check()
    assert set(shown(page)) == {*BY_THEME["openai"], *BY_THEME["models"]}
    page.go_back()
    assert shown(page) == BY_THEME["openai"]
    page.go_back()
    assert shown(page) == list(EVENTS)


def test_a_shared_choice_is_shown_at_once(page: Page) -> None:
    page.goto("dates/?theme=incident")
    expect(page.locator("[value=incident]")).to_be_checked()
    assert shown(page) == BY_THEME["incident"]


def test_an_event_is_reached_by_its_address(page: Page) -> None:
    page.goto("dates/#annonce-de-microsoft")
    expect(page.locator("#annonce-de-microsoft")).to_be_in_viewport()


def test_without_scripts_every_event_shows_and_no_filter(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto("dates/")
    expect(page.locator(".list-filter")).to_be_hidden()
    expect(page.locator("li[data-theme]:visible")).to_have_count(len(EVENTS))

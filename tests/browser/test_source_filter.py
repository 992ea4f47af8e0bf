"""The list of sources is filtered by publisher, grade, agency and language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dossier.evidence.claims import Source
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.screens import PHONE, NewPage
from tests.support.site import ROOT

SOURCES = load(ROOT).sources
ITEMS = ".sources > li"
HEADINGS = "article > :is(h2, h3):visible"


def keys(matches: Callable[[Source], bool]) -> set[str]:
    return {key for key, source in SOURCES.items() if matches(source)}


def shown(page: Page) -> set[str]:
    script = "items => items.filter(item => item.checkVisibility()).map(item => item.id)"
    return set(page.locator(ITEMS).evaluate_all(script))


@pytest.mark.parametrize("locale", LOCALES)
def test_filters_are_combined_shared_and_undone(locale: Locale, page: Page) -> None:
    page.goto(site_path(locale, "sources/"))
    output = page.locator(".list-filter output")
    expect(output).to_contain_text(str(len(SOURCES)))
    assert shown(page) == SOURCES.keys()

    page.locator("[name=agency][value=reuters]").focus()
    page.keyboard.press("Space")
    reuters = keys(lambda source: "Reuters" in source.agencies)
    assert shown(page) == reuters
    expect(output).to_contain_text(str(len(reuters)))
    headings = page.locator(HEADINGS).evaluate_all("all => all.map(one => one.id)")
    assert headings[-2:] == ["agency", "reuters"]
    assert "press" not in headings

    page.locator("[name=language][value=fr]").check()
    french = {key for key in reuters if SOURCES[key].lang == "fr"}
    assert shown(page) == french
    assert page.url.endswith("?agency=reuters&language=fr")
    page.reload()
    assert shown(page) == french
    page.go_back()
    assert shown(page) == reuters
    page.go_back()
    assert shown(page) == SOURCES.keys()

    page.locator("[name=grade][value=secondary]").check()
    assert shown(page) == keys(lambda source: source.tier == "secondary")
    page.locator("[name=grade][value=secondary]").uncheck()
    page.locator("[name=publisher]").fill("TECHCRUNCH")
    assert shown(page) == keys(lambda source: "TechCrunch" in source.publisher[locale])
    page.keyboard.press("Enter")
    assert page.url.endswith("?publisher=TECHCRUNCH")
    options = page.locator("datalist option").count()
    assert options == len({source.publisher[locale] for source in SOURCES.values()})


def test_all_that_an_agency_reported_is_one_click_away(page: Page) -> None:
    page.goto("sources/")
    page.locator(".agencies").get_by_role("link", name="AP", exact=True).click()
    page.wait_for_url("**/sources/?agency=ap#ap")
    assert shown(page) == keys(lambda source: "AP" in source.agencies)
    expect(page.locator("h3#ap")).to_be_in_viewport()


def test_without_scripts_the_same_link_leads_to_the_agency(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto("en/sources/")
    expect(page.locator(".list-filter")).to_be_hidden()
    page.locator(".agencies").get_by_role("link", name="AFP", exact=True).click()
    page.wait_for_url("**/sources/?agency=afp#afp")
    expect(page.locator("h3#afp")).to_be_in_viewport()
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(len(SOURCES))

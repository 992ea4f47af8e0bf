"""A maker's page is short: each entry is a line that opens, on paper too."""

from playwright.sync_api import Page, expect

from dossier.locales import site_path
from tests.browser.catalog import DOSSIER
from tests.browser.printed import printed, without_spaces
from tests.browser.visits import Watch
from tests.support.screens import PHONE, NewPage


def test_the_longest_page_of_a_maker_prints_on_few_sheets(page: Page) -> None:
    watch = Watch(page)
    page.goto("catalogue/openai/")
    sheets = printed(page)
    assert len(sheets) <= 10, f"{len(sheets)} sheets: fold the facts"
    models = DOSSIER.catalog.of("openai")
    text = without_spaces("".join(sheets))
    assert [one.id for one in models if without_spaces(one.id) not in text] == []
    assert watch.end() == []


def test_an_entry_opens_where_a_link_leads_and_all_by_a_button(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("catalogue/openai/#gpt-4-1")
    target, other = (page.locator(f"#{key} + .entry") for key in ("gpt-4-1", "gpt-4o"))
    expect(target).to_have_attribute("open", "")
    assert other.get_attribute("open") is None
    page.evaluate("location.hash = 'gpt-4o'")
    expect(other).to_have_attribute("open", "")
    button = page.locator(".entries")
    closed = page.locator(".entry:not([open])")
    button.press("Enter")
    expect(closed).to_have_count(0)
    button.press("Enter")
    expect(closed).to_have_count(page.locator(".entry").count())
    expect(page.locator("a[href$='?maker=openai#models']")).to_be_visible()


def test_without_scripts_an_entry_opens_and_no_button_is_shown(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_path("en", "catalogue/openai/"))
    expect(page.locator(".entries")).to_be_hidden()
    facts = page.locator("#gpt-4-1 + .entry .facts").first
    expect(facts).to_be_hidden()
    page.locator("#gpt-4-1 + .entry summary").press("Enter")
    expect(facts).to_be_visible()

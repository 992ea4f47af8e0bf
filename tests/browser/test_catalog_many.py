"""Beyond what the page holds, models are fetched at the first search and shown on request."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from publishing.pages_server import serve
from tests.browser.catalog import open_table
from tests.browser.visits import Watch
from tests.support.made_models import made_catalog, write_made_site
from tests.support.site import Site

SIZE = 1000
IN_PAGE = 400
ROWS = ".catalog__table tbody tr"


@pytest.fixture(scope="module")
def many(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("many") / "site"
    write_made_site(site, SIZE, folder)
    with serve(folder) as address:
        yield address


def total() -> int:
    return len(made_catalog(SIZE).models)


def test_the_page_holds_the_first_and_leads_to_the_others(many: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_table(page, many)
    expect(page.locator(ROWS)).to_have_count(IN_PAGE)
    assert not [url for url in asked if url.endswith("rows.json")]
    links = page.locator(".catalog__others a").evaluate_all("all => all.map(one => one.pathname)")
    assert {Path(link).name for link in links} == {
        model.maker.slug for model in made_catalog(SIZE).models
    }


def test_a_search_finds_what_the_page_leaves_out(many: str, page: Page) -> None:
    watch = Watch(page, many)
    last = made_catalog(SIZE).models[-20]
    open_table(page, many)
    page.locator("[name=find]").press_sequentially(last.id)
    row = page.locator(f"{ROWS}[data-key='{last.key}']")
    expect(row.locator("a")).to_have_text(last.id)
    assert row.locator("a").get_attribute("href") == f"{last.maker.slug}/#{last.key}"
    expect(page.locator(".catalog__count")).to_contain_text("1\u202f0")
    # Written by the script, a row is what the build would have written.
    assert row.locator("td").first.evaluate("cell => ({...cell.dataset})") == {
        "label": "Éditeur", "value": last.maker.slug,
    }  # fmt: skip
    assert watch.end() == []


def test_more_rows_are_shown_on_request(many: str, page: Page) -> None:
    open_table(page, many, query="?sort=id")
    expect(page.locator(ROWS)).to_have_count(IN_PAGE)
    more = page.locator(".catalog__more")
    more.press("Enter")
    expect(page.locator(ROWS)).to_have_count(2 * IN_PAGE)
    expect(page.locator(ROWS).nth(IN_PAGE).locator("a")).to_be_focused()
    more.press("Enter")
    expect(page.locator(ROWS)).to_have_count(total())
    expect(more).to_be_hidden()


def test_an_address_compares_what_the_page_leaves_out(many: str, page: Page) -> None:
    keys = [model.key for model in made_catalog(SIZE).models[-30:-28]]
    open_table(page, many, query=f"?compare={','.join(keys)}")
    expect(page.locator(".catalog__facts thead a")).to_have_count(2)


def test_where_the_others_cannot_be_had_the_table_says_so(many: str, page: Page) -> None:
    page.route("**/rows.json", lambda route: route.abort())
    open_table(page, many, query="?find=grok-4-6")
    expect(page.locator(".catalog__failed")).to_be_visible()
    expect(page.locator(f"{ROWS}[data-key=grok-4-6]")).to_be_visible()
    page.unroute("**/rows.json")
    page.locator("[name=find]").press_sequentially("-")
    expect(page.locator(".catalog__failed")).to_be_hidden()


def test_an_address_leads_to_its_section_once_rows_have_gone(many: str, page: Page) -> None:
    # Not every browser keeps by itself what is read in its place.
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
        document.documentElement.style.overflowAnchor = "none";
    })""")
    loaded: list[bool] = []

    def late(route: Route) -> None:
        page.wait_for_load_state()
        loaded.append(page.evaluate("document.readyState") == "complete")
        route.continue_()

    page.route("**/rows.json", late)
    page.goto(f"{many}catalogue/?maker=nixtla#size")
    expect(page.locator(ROWS)).not_to_have_count(IN_PAGE)
    assert loaded == [True]
    expect(page.locator("#size")).to_be_in_viewport()

"""On paper the table is complete, with its head on each page."""

import pytest
from playwright.sync_api import expect

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import DOSSIER, MODELS, PATHS
from tests.browser.printed import printed, without_spaces
from tests.support.screens import PHONE, NewPage

HEADS = ("column-model", "column-max-output", "column-seller", "column-price-output")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_head_of_the_table_is_on_each_page_and_no_word_of_it_is_cut(
    locale: Locale, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)  # whose list has the first rows only
    page.goto(PATHS[locale])
    expect(page.locator(".catalog--ready")).to_be_attached()
    sheets = printed(page)
    words = {word for head in HEADS for word in DOSSIER.wording[head][locale].split()}
    table = [number for number, sheet in enumerate(sheets) if words <= {*sheet.split()}]
    assert table, "no page has the head with whole words"
    assert table == list(range(table[0], table[-1] + 1))
    rows = without_spaces("".join(sheets[number] for number in table))
    assert [one.name for one in MODELS if without_spaces(one.name) not in rows] == []

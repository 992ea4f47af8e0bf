"""The corrections: their list, their feeds, and the foot of the pages concerned."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dossier.evidence.corrections import by_day, load_corrections
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain

DOSSIER = load(ROOT)
CORRECTIONS = DOSSIER.corrections
PATH = "notes/corrections/"
EACH = pytest.mark.parametrize("locale", LOCALES)


def test_the_newest_is_first_and_each_has_an_address_that_lasts(tmp_path: Path) -> None:
    file = tmp_path / "corrections.yml"
    words = "said: {fr: a, en: a}, says: {fr: b, en: b}, why: {fr: c, en: c}"
    dates = ["2026-11-30", "2026-12-01", "2026-11-30"]
    entries = [f'- {{date: "{date}", page: "incident/xai/#xai", {words}}}\n' for date in dates]
    entries.insert(0, f'- {{date: "2026-11-29", page: "dates/", {words}}}\n')
    file.write_text("".join(entries), encoding="utf-8")
    older = load_corrections(file, DOSSIER.pages)
    assert list(older) == [
        "2026-12-01-incident-xai-xai",
        "2026-11-30-incident-xai-xai",
        "2026-11-30-incident-xai-xai-2",
        "2026-11-29-dates",
    ]
    file.write_text("".join([*entries, entries[2]]), encoding="utf-8")
    newer = load_corrections(file, DOSSIER.pages)
    assert {key: newer[key] for key in older} == older
    assert len(newer) == len(older) + 1


@EACH
def test_the_page_lists_each_correction_newest_first(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, PATH))
    shown = html.css("article .corrections > li")
    assert [item.attributes["id"] for item in shown] == list(CORRECTIONS)
    days = [str(heading.attributes["id"]) for heading in html.css("article > h2")]
    assert days == [f"d{day}" for day in by_day(CORRECTIONS)]
    with each_reported("the template corrections.html") as at:
        for item in shown:
            correction = CORRECTIONS[str(item.attributes["id"])]
            words = [correction.said, correction.says, correction.why]
            with at(item.id):
                assert [plain(dd.text()) for dd in item.css("dd")] == [
                    plain(text[locale]) for text in words
                ]
                assert first(item, "a").attributes["href"] == f"../../{correction.page}"


@EACH
def test_the_feeds_have_each_correction(locale: Locale, site: Site) -> None:
    folder = site_path(locale, PATH)
    addresses = [f"{site.url}{folder}#{key}" for key in CORRECTIONS]
    feed = json.loads((site.folder / folder / "feed.json").read_text(encoding="utf-8"))
    assert (feed["language"], feed["feed_url"]) == (locale, f"{site.url}{folder}feed.json")
    assert [item["id"] for item in feed["items"]] == addresses
    rss = ElementTree.parse(site.folder / folder / "feed.xml").getroot()
    assert [item.findtext("guid") for item in rss.iter("item")] == addresses
    for item, correction in zip(feed["items"], CORRECTIONS.values(), strict=True):
        assert item["date_published"].startswith(str(correction.date))
        assert item["external_url"] == site.url + site_path(locale, correction.page)
        for text in (correction.said, correction.says, correction.why):
            assert text[locale] in item["content_text"]
    links = {link.attributes["href"] for link in site.html(folder).css("article a")}
    assert {"feed.json", "feed.xml"} <= links


@EACH
def test_the_foot_of_a_page_has_its_corrections_and_no_others(locale: Locale, site: Site) -> None:
    shown: list[str] = []
    with each_reported("overrides/partials/page-meta.html") as at:
        for page in DOSSIER.edition(locale):
            lines = site.html(site_path(locale, page.path)).css(".page-meta .corrected")
            own = {key: one for key, one in CORRECTIONS.items() if one.path == page.path}
            shown += [page.path for _ in lines[:1]]
            with at(page.path):
                for line, day in zip(lines, by_day(own), strict=True):
                    assert first(line, "time").attributes["datetime"] == str(day)
                    for link in line.css("a"):
                        address, _, key = str(link.attributes["href"]).partition("#")
                        assert address.endswith("corrections/")
                        assert key in own
    assert set(shown) == {correction.path for correction in CORRECTIONS.values()}

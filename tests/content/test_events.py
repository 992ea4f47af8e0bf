"""The timeline: its page, the home page, and feeds that programs can read."""

import datetime
import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import icalendar
import pytest

from dossier.evidence.events import by_year
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, plain

EVENTS = load(ROOT).events
EACH = pytest.mark.parametrize("locale", LOCALES)


def test_every_precision_is_used() -> None:
    precisions = {
        (event.date.date.month is None, event.date.date.day is None, event.date.time is None)
        for event in EVENTS.values()
    }
    assert len(precisions) == 4


@EACH
def test_each_event_is_under_its_year_oldest_first(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "dates/"))
    shown = [item.attributes["id"] for item in html.css("li[data-theme]")]
    assert shown == list(EVENTS)
    years = [heading.attributes["id"] for heading in html.css("article > h2")]
    assert years == [f"y{year}" for year in by_year(EVENTS)]
    with each_reported("the template timeline.html") as at:
        for item in html.css("li[data-theme]"):
            event = EVENTS[str(item.attributes["id"])]
            cited = {str(sup.attributes["id"]).partition(":")[2] for sup in item.css("sup[id]")}
            with at(item.id):
                assert plain(event.date.format(locale)) in plain(item.text())
                assert item.attributes["data-theme"] == event.theme
                assert f"../{event.page}" in [a.attributes["href"] for a in item.css("a")]
                assert cited == set(event.claims)


@EACH
def test_the_json_feed_has_every_event(locale: Locale, site: Site) -> None:
    folder = site_path(locale, "dates/")
    feed = json.loads((site.folder / folder / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["language"], feed["home_page_url"]) == (locale, site.url + folder)
    assert feed["feed_url"] == f"{site.url}{folder}feed.json"
    assert [item["id"].partition("#")[2] for item in feed["items"]] == [*reversed(EVENTS)]
    for item in feed["items"]:
        event = EVENTS[item["id"].partition("#")[2]]
        assert item["content_text"] == event.what[locale]
        assert datetime.datetime.fromisoformat(item["date_published"]).tzinfo


@EACH
def test_the_rss_feed_has_every_event(locale: Locale, site: Site) -> None:
    folder = site_path(locale, "dates/")
    channel = ElementTree.parse(site.folder / folder / "feed.xml").getroot().find("channel")
    assert channel is not None
    assert channel.findtext("language") == locale
    items = channel.findall("item")
    assert [str(item.findtext("guid")).partition("#")[2] for item in items] == [*reversed(EVENTS)]
    for item in items:
        event = EVENTS[str(item.findtext("guid")).partition("#")[2]]
        assert item.findtext("description") == event.what[locale]
        published = parsedate_to_datetime(str(item.findtext("pubDate")))
        assert published.date() >= event.date.date.first_day()


@EACH
def test_the_calendar_has_every_event_for_as_long_as_it_may_have_lasted(
    locale: Locale, site: Site
) -> None:
    file = site.folder / site_path(locale, "dates/dates.ics")
    entries = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len(entries) == len(EVENTS)
    for entry in entries:
        event = EVENTS[str(entry["uid"]).partition("#")[2]]
        assert str(entry["summary"]) == event.what[locale]
        if event.date.instant():
            assert entry.decoded("dtstart") == event.date.instant()
        else:
            assert entry.decoded("dtstart") == event.date.date.first_day()
            assert entry.decoded("dtend") == event.date.date.day_after()


@EACH
def test_the_home_page_shows_five_dates(locale: Locale, site: Site) -> None:
    links = site.html(site_path(locale, "")).css("article li > a[href*='dates/#']")
    key = [name for name, event in EVENTS.items() if event.key]
    shown = [str(link.attributes["href"]).partition("#")[2] for link in links]
    assert shown == key
    assert len(key) == 5

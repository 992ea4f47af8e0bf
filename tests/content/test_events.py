"""The timeline: dates as precise as their sources, feeds that programs can read."""

import datetime
import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import icalendar
import pytest

from dossier.evidence.events import by_year
from dossier.files.dates import Moment
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.site import ROOT, Site, plain

EVENTS = load(ROOT).events
WRITTEN = {
    "2025-05-19": ("19 mai 2025", "May 19, 2025", "2025-05-19"),
    "2018-02": ("février 2018", "February 2018", "2018-02"),
    "2021": ("2021", "2021", "2021"),
    "2025-07-08 22:28 UTC": (
        "8 juillet 2025, 22 h 28 UTC",
        "July 8, 2025, 10:28 PM UTC",
        "2025-07-08T22:28Z",
    ),
    "2025-05-15 13:58 -07:00": (
        "15 mai 2025, 13 h 58 UTC−07:00",
        "May 15, 2025, 1:58 PM UTC−07:00",
        "2025-05-15T13:58-07:00",
    ),
    "2025-05-14 03:15 PST": (
        "14 mai 2025, 3 h 15 PST",
        "May 14, 2025, 3:15 AM PST",
        "2025-05-14T03:15",
    ),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_date_is_written_as_precisely_as_it_is_known(written: str) -> None:
    moment = Moment.parse(written)
    french, english, machine = WRITTEN[written]
    assert plain(moment.format("fr")) == french
    assert plain(moment.format("en")) == english
    assert str(moment) == machine


@pytest.mark.parametrize("written", ["2025-05-14 3:15 PST", "2025-05-14 25:00 UTC", "14:00"])
def test_an_hour_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"not an hour|no “25:00”"):
        Moment.parse(written)


def test_an_hour_whose_zone_is_in_doubt_is_no_instant() -> None:
    assert Moment.parse("2025-05-14 03:15 PST").instant() is None
    instant = Moment.parse("2025-05-15 13:58 -07:00").instant()
    assert instant == datetime.datetime(2025, 5, 15, 20, 58, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("2025-12-31", "2026-01-01"),
        ("2025-12", "2026-01-01"),
        ("2025-02", "2025-03-01"),
        ("2021", "2022-01-01"),
    ],
)
def test_a_month_or_a_year_ends_with_its_last_day(written: str, after: str) -> None:
    assert str(Moment.parse(written).day_after()) == after


def test_every_precision_is_used() -> None:
    precisions = {
        (event.date.date.month is None, event.date.date.day is None, event.date.time is None)
        for event in EVENTS.values()
    }
    assert len(precisions) == 4


@pytest.mark.parametrize("locale", LOCALES)
def test_each_event_has_its_place_under_its_year_oldest_first(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "dates/"))
    shown = [item.attributes["id"] for item in html.css("li[data-theme]")]
    assert shown == list(EVENTS)
    years = [heading.attributes["id"] for heading in html.css("article h2")]
    assert years == [f"y{year}" for year in by_year(EVENTS)]
    for item in html.css("li[data-theme]"):
        event = EVENTS[str(item.attributes["id"])]
        assert plain(event.date.format(locale)) in plain(item.text())
        assert item.attributes["data-theme"] == event.theme
        assert f"../{event.page}" in [a.attributes["href"] for a in item.css("a")]
        cited = {str(sup.attributes["id"]).partition(":")[2] for sup in item.css("sup[id]")}
        assert cited == set(event.claims)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_json_feed_holds_every_event(locale: Locale, site: Site) -> None:
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


@pytest.mark.parametrize("locale", LOCALES)
def test_the_rss_feed_holds_every_event(locale: Locale, site: Site) -> None:
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
        assert published.date() >= event.date.first_day()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_calendar_holds_every_event_for_as_long_as_it_may_have_been(
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
            assert entry.decoded("dtstart") == event.date.first_day()
            assert entry.decoded("dtend") == event.date.day_after()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_home_page_shows_five_dates(locale: Locale, site: Site) -> None:
    links = site.html(site_path(locale, "")).css("article li > a[href*='dates/#']")
    key = [name for name, event in EVENTS.items() if event.key]
    shown = [str(link.attributes["href"]).partition("#")[2] for link in links]
    assert shown == key
    assert len(key) == 5

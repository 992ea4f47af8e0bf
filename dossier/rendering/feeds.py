"""The feeds of the timeline: JSON Feed 1.1, RSS 2.0 and iCalendar (RFC 5545)."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from dossier.addresses import TIMELINE
from dossier.content import Dossier
from dossier.files.dates import Moment
from dossier.locales import Locale, site_path
from dossier.rendering.templating import render


@dataclass(frozen=True)
class FeedItem:
    """An event in a feed: `address` and `page`, the page about it, are absolute."""

    address: str
    moment: Moment
    when: str
    what: str
    theme: str
    page: str

    @property
    def published(self) -> datetime.datetime:
        """The instant that feed readers sort by: midnight UTC if the instant is unknown."""
        day = self.moment.date.first_day()
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        return self.moment.instant() or midnight


def feeds(dossier: Dossier, locale: Locale, site_url: str) -> dict[str, bytes]:
    """Return the feeds of one language, by address within the site."""
    folder = site_path(locale, TIMELINE)
    words = dossier.words(locale)
    items = [
        FeedItem(
            address=f"{site_url}{folder}#{key}",
            moment=event.date,
            when=event.date.format(locale),
            what=event.what[locale],
            theme=words[f"theme-{event.theme}"],
            page=site_url + site_path(locale, event.page),
        )
        for key, event in reversed(dossier.events.items())
    ]
    head = {
        "title": words["feed-title"],
        "description": words["feed-about"],
        "home": site_url + folder,
        "language": locale,
    }
    rss = render("feed.xml", dossier, locale, items=items, head=head, rfc822=format_datetime)
    return {
        f"{folder}feed.json": _json_feed(items, head).encode(),
        f"{folder}feed.xml": rss.encode(),
        f"{folder}dates.ics": _calendar(items, head),
    }


def _json_feed(items: Iterable[FeedItem], head: Mapping[str, str]) -> str:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head["title"],
        "description": head["description"],
        "language": head["language"],
        "home_page_url": head["home"],
        "feed_url": f"{head['home']}feed.json",
        "items": [
            {
                "id": item.address,
                "url": item.address,
                "external_url": item.page,
                "title": item.when,
                "content_text": item.what,
                "date_published": item.published.isoformat(),
                "tags": [item.theme],
            }
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _calendar(items: Iterable[FeedItem], head: Mapping[str, str]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{head['home']}//{head['language']}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", head["title"])
    calendar.add("x-wr-caldesc", head["description"])
    for item in items:
        entry = CalendarEvent()
        entry.add("uid", item.address)
        # Required. Not the time of the build, so that the same data give the same file.
        entry.add("dtstamp", item.published)
        entry.add("summary", item.what)
        entry.add("description", f"{item.when}\n{item.page}")
        entry.add("url", item.address)
        entry.add("categories", [item.theme])
        entry.add("transp", "TRANSPARENT")
        instant = item.moment.instant()
        entry.add("dtstart", instant or item.moment.date.first_day())
        if instant is None:
            entry.add("dtend", item.moment.date.day_after())
        calendar.add_component(entry)
    return bytes(calendar.to_ical())

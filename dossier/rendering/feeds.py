"""The timeline as programs read it: JSON Feed 1.1, RSS 2.0 and iCalendar (RFC 5545)."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from dossier.content import Dossier
from dossier.evidence.events import Event
from dossier.files.dates import Moment
from dossier.locales import Locale, site_path
from dossier.rendering.templating import render

TIMELINE = "dates/"
"""The address of the timeline within each language; its feeds lie beside it."""


@dataclass(frozen=True)
class Item:
    """An event as a feed holds it: `address` is absolute, `told` the page that tells it."""

    address: str
    moment: Moment
    when: str
    what: str
    theme: str
    told: str

    @property
    def published(self) -> datetime.datetime:
        """The instant that readers of feeds sort by: midnight UTC where no hour is sure."""
        day = self.moment.first_day()
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        return self.moment.instant() or midnight


def feeds(dossier: Dossier, locale: Locale, site_url: str) -> dict[str, bytes]:
    """Return each feed of one language by its address within the site."""
    folder = site_path(locale, TIMELINE)
    words = {key: text[locale] for key, text in dossier.wording.items()}
    items = [_item(key, event, words, locale, site_url) for key, event in dossier.events.items()]
    items.reverse()
    head = {
        "title": words["feed-title"],
        "description": words["feed-about"],
        "home": site_url + folder,
        "language": locale,
    }
    return {
        f"{folder}feed.json": _json_feed(items, head).encode(),
        f"{folder}feed.xml": render(
            "feed.xml",
            dossier,
            locale,
            items=items,
            head=head,
            rfc822=format_datetime,
        ).encode(),
        f"{folder}dates.ics": _calendar(items, head),
    }


def _item(key: str, event: Event, words: Mapping[str, str], locale: Locale, site_url: str) -> Item:
    return Item(
        address=f"{site_url}{site_path(locale, TIMELINE)}#{key}",
        moment=event.date,
        when=event.date.format(locale),
        what=event.what[locale],
        theme=words[f"theme-{event.theme}"],
        told=site_url + site_path(locale, event.page),
    )


def _json_feed(items: Iterable[Item], head: Mapping[str, str]) -> str:
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
                "external_url": item.told,
                "title": item.when,
                "content_text": item.what,
                "date_published": item.published.isoformat(),
                "tags": [item.theme],
            }
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _calendar(items: Iterable[Item], head: Mapping[str, str]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{head['home']}//{head['language']}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", head["title"])
    calendar.add("x-wr-caldesc", head["description"])
    for item in items:
        entry = CalendarEvent()
        entry.add("uid", item.address)
        # An entry has to say when it was written: never the build's own time, so that the
        # same data make the same file.
        entry.add("dtstamp", item.published)
        entry.add("summary", item.what)
        entry.add("description", f"{item.when}\n{item.told}")
        entry.add("url", item.address)
        entry.add("categories", [item.theme])
        entry.add("transp", "TRANSPARENT")
        instant = item.moment.instant()
        entry.add("dtstart", instant or item.moment.first_day())
        if instant is None:
            entry.add("dtend", item.moment.day_after())
        calendar.add_component(entry)
    return bytes(calendar.to_ical())

"""The feeds of the timeline and of the corrections: JSON Feed 1.1 and RSS 2.0.

The timeline is an iCalendar file (RFC 5545) too.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from dossier.addresses import CORRECTIONS, TIMELINE
from dossier.content import Dossier
from dossier.files.dates import Moment
from dossier.locales import Locale, site_path
from dossier.rendering.templating import render


@dataclass(frozen=True)
class FeedItem:
    """An event or correction in a feed: `address` and `page`, the page about it, are absolute."""

    address: str
    moment: Moment
    title: str
    text: str
    tag: str
    page: str

    @property
    def published(self) -> datetime.datetime:
        """The instant that feed readers sort by: midnight UTC if the instant is unknown."""
        day = self.moment.date.first_day()
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        return self.moment.instant() or midnight


def feeds(dossier: Dossier, locale: Locale, site_url: str) -> dict[str, bytes]:
    """Return the feeds of one language, by address within the site."""
    words = dossier.words(locale)
    files: dict[str, bytes] = {}
    for path, name, items in (
        (TIMELINE, "feed", _events(dossier, locale, site_url)),
        (CORRECTIONS, "corrections-feed", _corrections(dossier, locale, site_url)),
    ):
        folder = site_path(locale, path)
        head = {
            "title": words[f"{name}-title"],
            "description": words[f"{name}-about"],
            "home": site_url + folder,
            "language": locale,
        }
        rss = render("feed.xml", dossier, locale, items=items, head=head, rfc822=format_datetime)
        files[f"{folder}feed.json"] = _json_feed(items, head).encode()
        files[f"{folder}feed.xml"] = rss.encode()
        if path == TIMELINE:
            files[f"{folder}dates.ics"] = _calendar(items, head)
    return files


def _events(dossier: Dossier, locale: Locale, site_url: str) -> list[FeedItem]:
    words = dossier.words(locale)
    return [
        FeedItem(
            address=f"{site_url}{site_path(locale, TIMELINE)}#{key}",
            moment=event.date,
            title=event.date.format(locale),
            text=event.what[locale],
            tag=words[f"theme-{event.theme}"],
            page=site_url + site_path(locale, event.page),
        )
        for key, event in reversed(dossier.events.items())
    ]


def _corrections(dossier: Dossier, locale: Locale, site_url: str) -> list[FeedItem]:
    words = dossier.words(locale)
    items = []
    for key, correction in dossier.corrections.items():
        page = dossier.page(locale, correction.path).front_matter.title
        parts = {"said": correction.said, "says": correction.says, "why": correction.why}
        lines = (
            f"{words[f'correction-{part}']}{words['colon']} {text[locale]}"
            for part, text in parts.items()
        )
        items.append(
            FeedItem(
                address=f"{site_url}{site_path(locale, CORRECTIONS)}#{key}",
                moment=Moment(correction.date),
                title=f"{correction.date.format(locale)}{words['colon']} {page}",
                text="\n".join(lines),
                tag=page,
                page=site_url + site_path(locale, correction.page),
            )
        )
    return items


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
                "title": item.title,
                "content_text": item.text,
                "date_published": item.published.isoformat(),
                "tags": [item.tag],
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
        entry.add("summary", item.text)
        entry.add("description", f"{item.title}\n{item.page}")
        entry.add("url", item.address)
        entry.add("categories", [item.tag])
        entry.add("transp", "TRANSPARENT")
        instant = item.moment.instant()
        entry.add("dtstart", instant or item.moment.date.first_day())
        if instant is None:
            entry.add("dtend", item.moment.date.day_after())
        calendar.add_component(entry)
    return bytes(calendar.to_ical())

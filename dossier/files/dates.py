"""Dates known to the hour, the day, the month or the year, and how each language writes them."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from babel.dates import format_date, format_time
from pydantic import BeforeValidator

from dossier.locales import Locale

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) (UTC|[A-Z]{3}|[+-]\d{2}:\d{2})")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precise as its source: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: Any) -> "PartialDate":
        """Parse "2025-05-19", "2025-05" or "2025", or the date or number that YAML reads.

        Raises:
            ValueError: the format is another, or there is no such day.
        """
        if isinstance(written, cls):
            return written
        match = _WRITTEN.fullmatch(str(written))
        if not match:
            raise ValueError(f"“{written}” is not a date: write 2025-05-19, 2025-05 or 2025")
        date = cls(*(int(part) for part in match.groups() if part))
        try:
            date.first_day()
        except ValueError:
            raise ValueError(f"the calendar has no “{written}”: correct the date") from None
        return date

    def __str__(self) -> str:
        precision = 4 if self.month is None else 7 if self.day is None else 10
        return self.first_day().isoformat()[:precision]

    def format(self, locale: Locale) -> str:
        """Return the date in words, as precise as it is.

        In French, the first day is “1ᵉʳ” and a no-break space follows the day (Imprimerie
        nationale).
        """
        pattern = "y" if self.month is None else "MMMM y" if self.day is None else "long"
        if pattern == "long" and locale == "fr":
            pattern = f"{'1ᵉʳ' if self.day == 1 else 'd'}\N{NO-BREAK SPACE}MMMM y"
        return format_date(self.first_day(), pattern, locale=locale)

    def first_day(self) -> datetime.date:
        """Return the day, or the first day of the month or year."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def day_after(self) -> datetime.date:
        """Return the day after the day, month or year."""
        if self.month is None:
            return datetime.date(self.year + 1, 1, 1)
        if self.day is None:
            return datetime.date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return self.first_day() + datetime.timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """A date and, if the source has them, the time and its zone.

    A zone of letters ("PST") is not converted: its offset on that day may be uncertain.
    """

    date: PartialDate
    time: datetime.time | None = None
    zone: str = ""

    @classmethod
    def parse(cls, written: Any) -> "Moment":
        """Parse "2025-07-08 22:28 UTC", "2025-05-15 13:58 -07:00" or a date.

        Raises:
            ValueError: the format is another, or there is no such day or time.
        """
        if isinstance(written, cls):
            return written
        match = _MOMENT.fullmatch(str(written))
        if not match:
            if ":" in str(written):
                raise ValueError(f"“{written}” is not a time: write 2025-07-08 22:28 UTC")
            return cls(PartialDate.parse(written))
        try:
            time = datetime.time.fromisoformat(match[2])
        except ValueError:
            raise ValueError(f"the day has no “{match[2]}”: correct the time") from None
        return cls(PartialDate.parse(match[1]), time, match[3])

    def __str__(self) -> str:
        """Return the value of HTML's <time datetime>, without a zone of letters."""
        if self.time is None:
            return str(self.date)
        zone = "Z" if self.zone == "UTC" else "" if self.zone.isalpha() else self.zone
        return f"{self.date}T{self.time:%H:%M}{zone}"

    def instant(self) -> datetime.datetime | None:
        """Return the instant in UTC, or None if the time or its offset is unknown."""
        if self.time is None or (self.zone.isalpha() and self.zone != "UTC"):
            return None
        return datetime.datetime.fromisoformat(str(self)).astimezone(datetime.UTC)

    def format(self, locale: Locale) -> str:
        """Return it in words: "8 juillet 2025, 22 h 28 UTC", "July 8, 2025, 10:28 PM UTC"."""
        date = self.date.format(locale)
        if self.time is None:
            return date
        space = "\N{NO-BREAK SPACE}"
        pattern = f"H{space}'h'{space}mm" if locale == "fr" else "h:mm a"
        time = format_time(self.time, pattern, locale=locale)
        zone = self.zone if self.zone.isalpha() else f"UTC{self.zone.replace('-', '−')}"
        return f"{date}, {time}{space}{zone}"


Date = Annotated[PartialDate, BeforeValidator(PartialDate.parse)]

MomentInTime = Annotated[Moment, BeforeValidator(Moment.parse)]

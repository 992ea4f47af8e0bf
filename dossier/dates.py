"""Dates known to the day, the month or the year, and how each language writes them."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from babel.dates import format_date
from pydantic import BeforeValidator

from dossier.locales import Locale

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date with the precision of its source: day, month or year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: Any) -> "PartialDate":
        """Read "2025-05-19", "2025-05" or "2025" (YAML's own dates and numbers too).

        Raises:
            ValueError: it has another form, or the calendar has no such day.
        """
        if isinstance(written, cls):
            return written
        match = _WRITTEN.fullmatch(str(written))
        if not match:
            raise ValueError(f"“{written}” is not a date: write 2025-05-19, 2025-05 or 2025")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            datetime.date(year, month or 1, day or 1)
        except ValueError:
            raise ValueError(f"the calendar has no “{written}”: correct the date") from None
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def format(self, locale: Locale) -> str:
        """Write the date in words, no more precisely than it is known.

        French takes “1ᵉʳ” for the first of the month and keeps the day by its month
        (Imprimerie nationale).
        """
        if self.month is None:
            return str(self.year)
        date = datetime.date(self.year, self.month, self.day or 1)
        if self.day is None:
            return format_date(date, "MMMM y", locale=locale)
        text = format_date(date, "long", locale=locale)
        if locale != "fr":
            return text
        day, month_and_year = text.split(" ", 1)
        return f"{'1ᵉʳ' if self.day == 1 else day}\N{NO-BREAK SPACE}{month_and_year}"


Date = Annotated[PartialDate, BeforeValidator(PartialDate.parse)]

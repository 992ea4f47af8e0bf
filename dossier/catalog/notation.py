"""Dates, numbers, prices, sizes and language names in the notation of a locale."""

import math
from decimal import Decimal
from functools import cache

from babel import Locale as BabelLocale
from babel.numbers import format_decimal
from babel.units import format_unit

from dossier.files.dates import Moment, PartialDate
from dossier.locales import Locale

_babel_locale = cache(BabelLocale.parse)


@cache
def date(value: PartialDate | Moment, locale: Locale) -> str:
    """Format a date in words."""
    return value.format(locale)


@cache
def number(value: int, locale: Locale) -> str:
    """Format an integer: "128,000"."""
    return format_decimal(value, locale=locale)


@cache
def price(dollars: Decimal, locale: Locale) -> str:
    """Format a price in US dollars with two to six decimals: "3.00", "0.075"."""
    return format_decimal(dollars, "#,##0.00####", locale=locale)


@cache
def language(code: str, locale: Locale) -> str:
    """Return the name of a language: "anglais", "portugais (Brésil)".

    Raises:
        ValueError: the language or the country does not exist.
    """
    name, _, country = code.partition("-")
    names = _babel_locale(locale)
    try:
        territory = f" ({names.territories[country.upper()]})" if country else ""
        return f"{names.languages[name]}{territory}"
    except KeyError:
        raise ValueError(f"“{code}” is not the code of a language: write en or pt-br") from None


def size(bytes_: int, locale: Locale) -> str:
    """Format a size in kilobytes of 1,000 bytes, rounded up: "62 ko"."""
    text = format_unit(math.ceil(bytes_ / 1000), "digital-kilobyte", "short", locale=locale)
    return text.translate({ord(" "): "\N{NO-BREAK SPACE}", 0x202F: "\N{NO-BREAK SPACE}"})


def counted(words: str, count: int, locale: Locale) -> str:
    """Fill the {} of `words` in the singular or the plural: "{} retiré | {} retirés"."""
    one, _, many = words.partition(" | ")
    singular = not many or _babel_locale(locale).plural_form(count) == "one"
    return (one if singular else many).replace("{}", number(count, locale))

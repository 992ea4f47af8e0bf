"""The catalog's figures and names in each language's notation."""

import math
from decimal import Decimal

from babel import Locale as BabelLocale
from babel.numbers import format_decimal
from babel.units import format_unit

from dossier.locales import Locale


def price(dollars: Decimal, locale: Locale) -> str:
    """Write a price in US dollars with its cents, and more decimals if it has: "3.00", "0.075"."""
    return format_decimal(dollars, "#,##0.00####", locale=locale)


def language(code: str, locale: Locale) -> str:
    """Return the name of a language: "anglais", "portugais (Brésil)".

    Raises:
        ValueError: there is no such language, or no such country.
    """
    name, _, country = code.partition("-")
    names = BabelLocale.parse(locale)
    try:
        told = names.languages[name]
        return f"{told} ({names.territories[country.upper()]})" if country else told
    except KeyError:
        raise ValueError(f"“{code}” is not the code of a language: write en or pt-br") from None


def size(number: int, locale: Locale) -> str:
    """Write a number of bytes in whole kilobytes, of 1,000 bytes: "62 ko"."""
    return (
        format_unit(math.ceil(number / 1000), "digital-kilobyte", "short", locale=locale)
        .replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
        .replace(" ", "\N{NO-BREAK SPACE}")
    )


def counted(words: str, number: int, locale: Locale) -> str:
    """Fill the {} of `words`, written for one and for many: "{} retiré | {} retirés"."""
    one, _, many = words.partition(" | ")
    is_one = BabelLocale.parse(locale).plural_form(number) == "one"
    return (one if is_one or not many else many).replace(
        "{}", format_decimal(number, locale=locale)
    )

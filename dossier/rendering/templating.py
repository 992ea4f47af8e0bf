"""Data and footnotes in the page's language, through the templates beside this file."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dossier.catalog import notation
from dossier.charts.drawing import short
from dossier.content import Dossier
from dossier.files.dates import PartialDate
from dossier.glossary.listing import without_plurals
from dossier.locales import Locale
from dossier.rendering.html_fragments import set_fragment_aside

# Not \s: no-break spaces stay.
_BREAKS = re.compile(r"[ \n]+")
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]|~^=]")


def footnotes(claims: Iterable[str], dossier: Dossier, locale: Locale) -> str:
    """Return the Markdown definitions of the footnotes that cite `claims`."""
    lines = []
    for key in claims:
        claim = dossier.claims[key]
        sources = [dossier.sources[source] for source in claim.sources]
        text = render("footnote.html", dossier, locale, claim=claim, sources=sources)
        lines.append(f"[^{key}]: {_BREAKS.sub(' ', text).strip()}")
    return "\n".join(lines)


def render(template: str, dossier: Dossier, locale: Locale, **values: Any) -> str:
    """Return what a template beside this file makes of `values`, in one language."""
    return environment().get_template(template).render(_words(dossier, locale), **values)


def _words(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return what every template needs to write in one language."""

    def label(group: str, value: str) -> str:
        """Return what a value of the catalog is called: label("kind", "chat")."""
        return dossier.wording[f"catalog-{group}-{value}"][locale]

    def cited(sentence: str, claims: Iterable[str]) -> Markup:
        """Return a sentence with its citations: French puts them before the full stop."""
        citations = "".join(f"[^{claim}]" for claim in claims)
        if locale == "fr" and sentence.endswith("."):
            return _literal(sentence[:-1]) + Markup(f"{citations}.")
        return _literal(sentence) + Markup(citations)

    return {
        "locale": locale,
        "t": {key: text[locale] for key, text in dossier.wording.items()},
        "date": lambda value: notation.date(value, locale),
        "number": lambda value: notation.number(value, locale),
        "label": label,
        "size": lambda number: notation.size(number, locale),
        "price": lambda dollars: notation.price(dollars, locale),
        "language": lambda code: notation.language(code, locale),
        "counted": lambda words, number: notation.counted(words, number, locale),
        "cited": cited,
    }


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return what reads the templates beside this file; they are given all they need."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["as_date"] = PartialDate.parse
    environment.filters["html"] = set_fragment_aside
    environment.filters["md"] = _literal
    environment.filters["units"] = short
    environment.filters["without_plurals"] = without_plurals
    return environment


def _literal(text: str) -> Markup:
    """Return text that neither HTML nor Markdown reads as markup."""
    return Markup(_MARKDOWN_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", escape(text)))

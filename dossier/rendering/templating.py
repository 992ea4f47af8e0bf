"""The templates beside this file, and the footnotes made with them."""

import re
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dossier.addresses import relative_root
from dossier.catalog import notation
from dossier.charts.drawing import short
from dossier.content import Dossier
from dossier.evidence.claims import agency_id, doubts
from dossier.glossary.listing import without_plurals
from dossier.locales import Locale
from dossier.rendering.html_fragments import set_fragment_aside

# Not \s, which matches no-break spaces too.
_BREAKS = re.compile(r"[ \n]+")
_NOTATION = ("counted", "date", "language", "number", "price", "size")
"""The functions of dossier/catalog/notation.py that templates call, in their language."""
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]|~^=]")


def footnotes(claims: Iterable[str], dossier: Dossier, locale: Locale, path: str) -> str:
    """Return the Markdown of the footnotes with which the page at `path` cites `claims`."""
    lines = []
    root = relative_root(path)
    for key in claims:
        text = render("footnote.html", dossier, locale, key=key, root=root)
        lines.append(f"[^{key}]: {_BREAKS.sub(' ', text).strip()}")
    return "\n".join(lines)


def render(template: str, dossier: Dossier, locale: Locale, **values: Any) -> str:
    """Render a template beside this file with `values`, in one language."""
    return environment().get_template(template).render(_words(dossier, locale), **values)


def _words(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the variables and functions of every template, for one language."""

    def label(group: str, value: str) -> str:
        """Return the label of a value of the catalog: label("kind", "chat")."""
        return dossier.wording[f"catalog-{group}-{value}"][locale]

    def cited(sentence: str, claims: Iterable[str]) -> Markup:
        """Return a sentence with its citations, which French puts before the period."""
        citations = "".join(f"[^{claim}]" for claim in claims)
        if locale == "fr" and sentence.endswith("."):
            return _literal(sentence[:-1]) + Markup(f"{citations}.")
        return _literal(sentence) + Markup(citations)

    return {
        "dossier": dossier,
        "locale": locale,
        "t": dossier.words(locale),
        "label": label,
        "cited": cited,
    } | {name: partial(getattr(notation, name), locale=locale) for name in _NOTATION}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the Jinja environment of the templates beside this file."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["agency_id"] = agency_id
    environment.filters["html"] = set_fragment_aside
    environment.filters["md"] = _literal
    environment.filters["units"] = short
    environment.filters["without_plurals"] = without_plurals
    environment.filters["initial_lower"] = lambda text: text[:1].lower() + text[1:]
    environment.filters["initial"] = lambda text: text[:1].upper() + text[1:]
    environment.tests["contested"] = doubts
    return environment


def _literal(text: str) -> Markup:
    """Escape text for HTML and Markdown."""
    return Markup(_MARKDOWN_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", escape(text)))

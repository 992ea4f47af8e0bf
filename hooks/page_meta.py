"""Gives each page what stands at its foot: reading time, revision, how to cite and report it."""

from typing import Any
from urllib.parse import urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.pages.how_to_cite import cite_page
from dossier.pages.reading_time import reading_minutes
from hooks.shared import build_locale, dossier_of, page_in_dossier, page_locale

# The issue forms in .github/ISSUE_TEMPLATE, by the language of the reader.
_FORMS = {"fr": "erreur.yml", "en": "error.yml"}


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Add `page_meta` to what the templates know, in the words of the language built."""
    locale, interface = page_locale(page), build_locale(config)
    written = page_in_dossier(page, config)
    is_made = written in dossier_of(config).made
    address = page.canonical_url or ""
    context["page_meta"] = {
        # Nobody reads the entries of a catalog from the first to the last.
        "minutes": None if is_made else reading_minutes(written.text, locale),
        "revised": written.front_matter.revised,
        "revised_in_words": written.front_matter.revised.format(interface),
        "written": locale,
        "citation": cite_page(written, config.site_name, address),
        "report": _report(config.extra["repository"], address, interface),
    }


def _report(repository: str, address: str, locale: str) -> str:
    """Return the address of the issue form, filled in; "" where no repository is configured."""
    if not repository:
        return ""
    asked = {"template": _FORMS[locale], "page": address, "language": locale}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(asked)}"

"""Tells readers and crawlers where each page's twin stands.

The theme writes `extra.alternate` into <head>, and overrides/partials/alternate.html
into the header; sitemap.xml asks for the same list. All absolute and reciprocal, with
x-default on the original, as Google's guide to localized versions has it.
"""

from typing import Any, TypedDict
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from dossier.locales import LOCALES, ORIGINAL
from hooks.shared import file_locale, site_url


class Alternate(TypedDict):
    """One version of a page: its language, absolute address, path and the word that names it."""

    lang: str
    link: str
    path: str
    name: str


def alternates(file: File, config: MkDocsConfig) -> list[Alternate]:
    """Return the versions of a page that are written in their own language, and x-default."""
    versions: dict[str, File] = file.alternates  # type: ignore[attr-defined]  # set by static-i18n
    names = {language.locale: language.name for language in config.plugins["i18n"].config.languages}
    found = {
        locale: Alternate(
            lang=locale,
            link=urljoin(site_url(config), versions[locale].url),
            path=versions[locale].url,
            name=names[locale],
        )
        for locale in LOCALES
        if locale in versions and file_locale(versions[locale]) == locale
    }
    default = [Alternate({**found[ORIGINAL], "lang": "x-default"})] if ORIGINAL in found else []
    return [*found.values(), *default]


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the theme the alternates of the page being written."""
    config.extra["alternate"] = alternates(page.file, config)


def on_template_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Give sitemap.xml the function; 404.html, which no page matches, has no alternate."""
    context["alternates"] = lambda file: alternates(file, config)
    config.extra["alternate"] = []

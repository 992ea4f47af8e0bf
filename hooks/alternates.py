"""Tells readers and crawlers where each page's twin stands.

overrides/main.html writes `alternates` into <head>, and sitemap.xml the same: absolute and
reciprocal, with x-default on the original, as Google's guide to localized versions has it.
overrides/partials/alternate.html links `versions` from the header.
"""

from typing import Any, TypedDict
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from dossier.locales import LOCALES, ORIGINAL
from hooks.shared import build_locale, file_locale, is_fallback, page_locale, site_url


class Version(TypedDict):
    """A page in one language.

    `lang` is the language's, `written` that of the text, which is the original's on a page
    that is not translated; then the absolute address, the path and the word that names it.
    """

    lang: str
    written: str
    link: str
    path: str
    name: str


def versions(file: File, config: MkDocsConfig) -> list[Version]:
    """Return a page in every language, translated or not."""
    files: dict[str, File] = file.alternates  # type: ignore[attr-defined]  # set by static-i18n
    names = {language.locale: language.name for language in config.plugins["i18n"].config.languages}
    return [
        Version(
            lang=locale,
            written=file_locale(files[locale]),
            link=urljoin(site_url(config), files[locale].url),
            path=files[locale].url,
            name=names[locale],
        )
        for locale in LOCALES
        if locale in files
    ]


def alternates(file: File, config: MkDocsConfig) -> list[Version]:
    """Return the versions that are written in their own language, and x-default.

    A page that is not translated is no version of its own: it has none.
    """
    if is_fallback(file):
        return []
    found = [version for version in versions(file, config) if version["written"] == version["lang"]]
    return found + [
        Version({**version, "lang": "x-default"})
        for version in found
        if version["lang"] == ORIGINAL
    ]


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the head the alternates of the page being written, the header every version.

    The twin is the same page in the other language, or None: a page that has no translation,
    or that is itself shown for want of one, has no twin to offer.
    """
    found, own = alternates(page.file, config), build_locale(config)
    others = [alternate for alternate in found if alternate["lang"] not in (own, "x-default")]
    context["alternates"] = found
    context["versions"] = versions(page.file, config)
    context["twin"] = next(iter(others), None) if page_locale(page) == own else None


def on_template_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Give sitemap.xml what it lists."""
    context["alternates_of"] = lambda file: alternates(file, config)
    context["is_fallback"] = is_fallback

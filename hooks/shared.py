"""What several hooks ask of MkDocs: the dossier, the language built, a page's own address."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from dossier.content import Dossier, load
from dossier.files.problems import DossierError
from dossier.locales import Locale, as_locale
from dossier.pages import page as pages


def dossier_of(config: MkDocsConfig) -> Dossier:
    """Return the dossier beside mkdocs.yml.

    Raises:
        PluginError: it has faults; the message names each.
    """
    try:
        return load(Path(config.config_file_path).parent)
    except DossierError as error:
        raise PluginError(str(error)) from None


def build_locale(config: MkDocsConfig) -> Locale:
    """Return the language being built: static-i18n runs one build for each."""
    return as_locale(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def file_locale(file: File) -> Locale:
    """Return the language that a page is written in, whichever build it is part of."""
    return as_locale(file.locale)  # type: ignore[attr-defined]  # set by static-i18n


def is_fallback(file: File) -> bool:
    """Say whether a page is given in the original, for want of a translation."""
    shown_in: str = file.locale_alternate_of  # type: ignore[attr-defined]  # set by static-i18n
    return file_locale(file) != shown_in


def file_address(file: File) -> str:
    """Return a page's address within its language: "" or "build-2025/"."""
    return pages.address(file.norm_src_uri)  # type: ignore[attr-defined]  # set by static-i18n


def page_locale(page: Page) -> Locale:
    """Return the language that a page is written in."""
    return file_locale(page.file)


def page_in_dossier(page: Page, config: MkDocsConfig) -> pages.Page:
    """Return a page as the dossier has it: written by people, or made from data."""
    wanted = page_locale(page), file_address(page.file)
    return next(one for one in dossier_of(config).all_pages if (one.locale, one.path) == wanted)


def site_url(config: MkDocsConfig) -> str:
    """Return the site's absolute address, which ends with a slash (MkDocs sees to it)."""
    return cast(str, config.site_url)

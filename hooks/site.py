"""The site being built: its dossier, its language, and the addresses of its pages.

The only module that uses the attributes and event priorities of mkdocs-static-i18n, which
builds one language after the other: its `on_post_build` runs a build for each of the others.
tests/i18n/test_static_i18n_contract.py checks that it still does.
"""

import logging
import sys
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from dossier.content import Dossier
from dossier.files.dates import PartialDate
from dossier.files.problems import DossierError
from dossier.load import load
from dossier.locales import Locale, as_locale
from dossier.pages import page as pages
from dossier.rendering.publication import Publication

after_i18n = event_priority(-110)
"""Run a hook after static-i18n's, whose priority is -100."""

_dossiers: dict[str, Dossier] = {}
"""The dossier of the current build, by configuration file."""

built_inputs: dict[str, object] = {}
"""What each page was last built from in this process, by its file in the site."""

only_changes = "--dirty" in sys.argv  # static-i18n tests the same for the other languages
"""Whether to build only the pages that have changed, as `make serve` does."""

# MkDocs warns that such a build is inaccurate; hooks/navigation.py knows what has changed.
logging.getLogger("mkdocs.commands.build").addFilter(
    lambda record: not record.msg.startswith("A 'dirty' build")
)


def load_dossier(config: MkDocsConfig) -> Dossier:
    """Load the dossier beside mkdocs.yml, once for the builds of all languages.

    Raises:
        PluginError: it has errors; the message lists them.
    """
    if is_first_language(config):
        try:
            _dossiers[config.config_file_path] = load(root_of(config))
        except DossierError as error:
            raise PluginError(str(error)) from None
    return dossier_of(config)


def dossier_of(config: MkDocsConfig) -> Dossier:
    """Return the dossier of the current build."""
    return _dossiers[config.config_file_path]


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def site_url(config: MkDocsConfig) -> str:
    """Return the site's absolute address; MkDocs makes it end with a slash."""
    return cast(str, config.site_url)


def publication_of(config: MkDocsConfig) -> Publication:
    """Return who publishes the site.

    Raises:
        PluginError: `extra` in mkdocs.yml has no valid date of the first publication.
    """
    extra = config.extra
    try:
        first = PartialDate.parse(extra["first_published"])
    except ValueError as error:
        raise PluginError(f"extra.first_published in mkdocs.yml: {error}") from None
    return Publication(extra["repository"], extra["responsible"], first)


def is_first_language(config: MkDocsConfig) -> bool:
    """Return True unless another language's build is running around this one."""
    return not config.plugins["i18n"].building  # type: ignore[attr-defined]


def build_locale(config: MkDocsConfig) -> Locale:
    """Return the language being built."""
    return as_locale(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def languages(config: MkDocsConfig) -> dict[str, Any]:
    """Return static-i18n's settings of each language, by locale."""
    return {language.locale: language for language in config.plugins["i18n"].config.languages}


def alternate_files(file: File) -> dict[str, File]:
    """Return a page's files in all languages, by locale."""
    return file.alternates  # type: ignore[attr-defined, no-any-return]


def file_locale(file: File) -> Locale:
    """Return the language that a page is written in, whichever build it is part of."""
    return as_locale(file.locale)  # type: ignore[attr-defined]


def is_fallback(file: File) -> bool:
    """Return True if the page is the original, because it is not translated."""
    shown_in: str = file.locale_alternate_of  # type: ignore[attr-defined]
    return file_locale(file) != shown_in


def localized_source(file: File) -> str:
    """Return a page's source path within its language: "incident/index.md"."""
    return file.norm_src_uri  # type: ignore[attr-defined, no-any-return]


def file_address(file: File) -> str:
    """Return a page's address within its language: "" or "build-2025/"."""
    return pages.address(localized_source(file))


def page_locale(page: Page) -> Locale:
    """Return the language that a page is written in."""
    return file_locale(page.file)


def page_in_dossier(page: Page, config: MkDocsConfig) -> pages.Page:
    """Return the dossier's page for a page of MkDocs."""
    return dossier_of(config).page(page_locale(page), file_address(page.file))

"""The variables that templates use: of each page, of 404.html and of sitemap.xml."""

from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from dossier.addresses import CORRECTIONS, SITE_INDEX
from dossier.evidence.corrections import by_day
from dossier.locales import LOCALES, ORIGINAL, Locale, other_locale, site_path
from dossier.pages.how_to_cite import cite_page
from dossier.pages.page import Page as WrittenPage
from dossier.pages.reading_time import reading_minutes
from dossier.pages.sections import section_titles
from dossier.rendering.manifest import MANIFEST
from dossier.rendering.preview import SIZE, preview_address
from hooks.site import (
    after_i18n,
    alternate_files,
    build_locale,
    dossier_of,
    file_address,
    file_locale,
    is_fallback,
    languages,
    localized_source,
    page_in_dossier,
    page_locale,
    root_of,
    site_url,
)

_BRANCH = "main"
# The issue forms in .github/ISSUE_TEMPLATE, by the reader's language.
_FORMS: dict[Locale, str] = {"fr": "erreur.yml", "en": "error.yml"}
_NOT_FOUND = "404.html"


class PageVersion(NamedTuple):
    """A page in one language."""

    lang: str
    written: str
    """The language of the text: the original's if the page is not translated."""
    link: str
    """The absolute address; `path` is that within the site."""
    path: str
    name: str
    """The language's name."""


@after_i18n
def on_config(config: MkDocsConfig) -> None:
    """Write 404.html, the same for both languages, with the original only.

    GitHub Pages serves the root's 404.html for every missing address, at any depth.
    """
    if build_locale(config) != ORIGINAL:
        config.theme.static_templates.discard(_NOT_FOUND)


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the variables of a page's template, in the language being built."""
    dossier, locale = dossier_of(config), build_locale(config)
    path = file_address(page.file)
    fallback = is_fallback(page.file)
    if fallback:
        page.canonical_url = urljoin(site_url(config), site_path(ORIGINAL, path))
    found = alternates(page.file, config)
    others = [one for one in found if one.lang not in (locale, "x-default")]
    repository = config.extra["repository"]
    context |= {
        "wording": dossier.wording,
        "t": dossier.words(locale),
        "fallback": fallback,
        "alternates": found,
        "versions": versions(page.file, config),
        # The translation to offer: none for an untranslated page, nor for its fallback.
        "other_version": next(iter(others), None) if page_locale(page) == locale else None,
        "site_path": urlsplit(site_url(config)).path,
        "manifest": site_path(locale, MANIFEST),
        "preview": urljoin(site_url(config), preview_address(locale, path)),
        "preview_size": SIZE,
        "search": {
            "locale": locale,
            "other": other_locale(locale),
            "index": get_relative_url(site_path(locale, SITE_INDEX), page.url),
            "t": dossier.words(locale),
        },
        "edit_url": f"{repository}/{_edit_path(page, config)}" if repository else None,
        "page_meta": _page_meta(page, config),
    }


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> None:
    """Set the variables of sitemap.xml and 404.html."""
    context["alternates_of"] = lambda file: alternates(file, config)
    context["is_fallback"] = is_fallback
    if template_name == _NOT_FOUND:
        paths = [file_address(page.file) for page in context["nav"].pages]
        context["editions"] = [_edition(locale, paths, config) for locale in LOCALES]


def versions(file: File, config: MkDocsConfig) -> list[PageVersion]:
    """Return the versions of a page in all languages, translated or not."""
    files = alternate_files(file)
    root, all_languages = site_url(config), languages(config).items()
    return [
        PageVersion(locale, file_locale(one), urljoin(root, one.url), one.url, language.name)
        for locale, language in all_languages
        if (one := files.get(locale))
    ]


def alternates(file: File, config: MkDocsConfig) -> list[PageVersion]:
    """Return the translated versions of a page and x-default; none for a fallback page.

    x-default is the original. Search engines require absolute addresses, the same on each version.
    """
    if is_fallback(file):
        return []
    found = [version for version in versions(file, config) if version.written == version.lang]
    return found + [one._replace(lang="x-default") for one in found if one.lang == ORIGINAL]


def _page_meta(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return the metadata of a page: reading time, revision, citation, link to report errors."""
    interface, address = build_locale(config), page.canonical_url or ""
    written = page_in_dossier(page, config)
    # A maker's page is a list of models, which nobody reads from start to end.
    is_list = written in dossier_of(config).made
    return {
        "minutes": None if is_list else reading_minutes(written.text, written.locale),
        "revised": written.front_matter.revised,
        "revised_in_words": written.front_matter.revised.format(interface),
        "written": written.locale,
        "corrections": _corrections(written, page, config),
        "citation": cite_page(written, config.site_name, address),
        "report": _report_url(config.extra["repository"], address, interface),
    }


def _corrections(written: WrittenPage, page: Page, config: MkDocsConfig) -> list[dict[str, Any]]:
    """Return the corrections of a page by day: a link to each, by title of its section."""
    dossier, locale = dossier_of(config), build_locale(config)
    list_address = get_relative_url(site_path(locale, CORRECTIONS), page.url)
    titles = section_titles([written])
    own = {key: one for key, one in dossier.corrections.items() if one.path == written.path}
    return [
        {
            "day": day,
            "day_in_words": day.format(locale),
            "links": {
                titles.get(correction.page, written.front_matter.title): f"{list_address}#{key}"
                for key, correction in corrections.items()
            },
        }
        for day, corrections in by_day(own).items()
    ]


def _report_url(repository: str, address: str, locale: Locale) -> str:
    """Return the address of the issue form, filled in; "" without a repository."""
    if not repository:
        return ""
    fields = {"template": _FORMS[locale], "page": address, "language": locale}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(fields)}"


def _edit_path(page: Page, config: MkDocsConfig) -> str:
    """Return the path on GitHub of the form that edits a page, its data, or its translation."""
    if not is_fallback(page.file):
        file = page_in_dossier(page, config).file.relative_to(root_of(config))
        return f"edit/{_BRANCH}/{quote(file.as_posix())}"
    source = f"docs/{build_locale(config)}/{localized_source(page.file)}"
    folder, _, name = source.rpartition("/")
    return f"new/{_BRANCH}/{quote(folder)}?{urlencode({'filename': name})}"


def _edition(locale: Locale, paths: list[str], config: MkDocsConfig) -> dict[str, Any]:
    """Return one language's part of 404.html, with addresses absolute within the host."""
    dossier, language = dossier_of(config), languages(config)[locale]
    return {
        "locale": locale,
        "other": other_locale(locale),
        "name": language.name,
        "site_name": language.site_name or config.site_name,
        "root": urlsplit(site_url(config)).path + site_path(locale, ""),
        "t": dossier.words(locale),
        "pages": [dossier.page(locale, path) for path in paths],
    }

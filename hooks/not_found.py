"""Makes 404.html, the one page that answers for both languages.

GitHub Pages shows the root's 404.html for every missing address, at any depth. Each
language's build would write it anew and the last would win: only the original's does.
"""

from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from dossier.locales import LOCALES, ORIGINAL, site_path
from dossier.pages.page import edition
from hooks.shared import build_locale, dossier_of, file_address, site_url

_NAME = "404.html"


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> None:
    """Give 404.html the pages and the words of every language."""
    if template_name != _NAME:
        return
    dossier = dossier_of(config)
    languages = {language.locale: language for language in config.plugins["i18n"].config.languages}
    # Absolute within the host, for the page is shown at any depth.
    base = urlsplit(site_url(config)).path
    paths = [file_address(page.file) for page in context["nav"].pages]
    context["editions"] = [
        {
            "locale": locale,
            "other": next(other for other in LOCALES if other != locale),
            "name": languages[locale].name,
            "site_name": languages[locale].site_name or config.site_name,
            "root": base + site_path(locale, ""),
            "t": {key: text[locale] for key, text in dossier.wording.items()},
            "pages": [
                {
                    "title": pages[path].front_matter.title,
                    "path": base + site_path(locale, path),
                    "written": pages[path].locale,
                }
                for path in paths
            ],
        }
        for locale in LOCALES
        for pages in [{page.path: page for page in edition(dossier.all_pages, locale)}]
    ]


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Write 404.html from the original's build only; MkDocs skips what is empty."""
    return output if template_name != _NAME or build_locale(config) == ORIGINAL else ""

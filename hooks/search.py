"""The search index, made when every language is built."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from dossier.locales import site_path
from dossier.search.bundle import SearchError, write_search
from hooks.site import after_i18n, dossier_of, is_first_language


@after_i18n
def on_post_build(*, config: MkDocsConfig) -> None:
    """Index the built site.

    Raises:
        PluginError: the index cannot be made.
    """
    if is_first_language(config):
        pages = dossier_of(config).pages
        names = {site_path(page.locale, page.path): page.front_matter.title for page in pages}
        try:
            write_search(Path(config.site_dir), names)
        except SearchError as error:
            raise PluginError(str(error)) from None

"""Files made from data: the makers' pages, feeds, downloads, manifests and link previews.

`File.generated` breaks static-i18n's `on_files`: it looks for each page below docs/, and returns
copies that keep only the path. So pages are added before it, with a path below docs/, and get
their text after it; files that are not pages are added after it.
"""

from collections.abc import Iterator

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from dossier.addresses import CATALOG
from dossier.catalog.downloads import dated_folder, downloads
from dossier.locales import ORIGINAL, site_path
from dossier.pages.page import Page
from dossier.rendering.feeds import feeds
from dossier.rendering.manifest import MANIFEST, manifest
from dossier.rendering.preview import Preview, PreviewError, draw_preview, preview_address
from hooks.site import after_i18n, build_locale, dossier_of, file_address, page_in_dossier, site_url


def _add_pages(files: Files, *, config: MkDocsConfig) -> None:
    for page in dossier_of(config).made:
        files.append(
            File(_source(page), config.docs_dir, config.site_dir, config.use_directory_urls)
        )


@after_i18n
def _add_content(files: Files, *, config: MkDocsConfig) -> None:
    for page in dossier_of(config).made:
        if file := files.src_uris.get(_source(page)):
            file.content_string = page.source
    for address, content in _generated(config):
        files.append(File.generated(config, address, content=content))


on_files = CombinedEvent(_add_pages, _add_content)


def _source(page: Page) -> str:
    return f"{page.locale}/{page.path}index.md"


def _generated(config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address and content of each file of the language being built."""
    dossier, locale = dossier_of(config), build_locale(config)
    yield from feeds(dossier, locale, site_url(config)).items()
    yield (
        site_path(locale, MANIFEST),
        manifest(locale, config.site_name, config.site_description or ""),
    )
    if locale == ORIGINAL:  # the downloads are the same for both languages
        for name, content in downloads(dossier.catalog, dossier.package).items():
            yield CATALOG + name, content
            yield dated_folder(dossier.catalog) + name, content


# After MkDocs has read every page, so that their titles are known; before it copies files.
def on_env(_env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Draw the link preview of each page.

    Raises:
        PluginError: a page's title or description does not fit.
    """
    locale = build_locale(config)
    for file in list(files.documentation_pages()):
        if file.page:
            try:
                content = draw_preview(_preview(file.page, config))
            except PreviewError as error:
                raise PluginError(f"{file.src_uri}: {error}") from None
            address = preview_address(locale, file_address(file))
            files.append(File.generated(config, address, content=content))


def _preview(page: SitePage, config: MkDocsConfig) -> Preview:
    head = page_in_dossier(page, config).front_matter
    is_home = not file_address(page.file)
    return Preview(
        section=page.parent.title if page.parent and not page.is_index else "",
        title=config.site_name if is_home else head.title,
        description=head.description,
        site_name=config.site_name,
    )

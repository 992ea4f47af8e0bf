"""Gives each page the picture that stands for it where its address is shared."""

from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from dossier.rendering.preview import SIZE, Preview, PreviewError, draw_preview
from hooks.shared import build_locale, file_address, site_url


# Once every page of the build has been read, those made from data too; before files are copied.
def on_env(_env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Add the pictures of the language being built.

    Raises:
        PluginError: a page's title or description cannot be set; the message says why.
    """
    for file in list(files.documentation_pages()):
        if file.page:
            try:
                content = draw_preview(_preview(file.page, config))
            except PreviewError as error:
                raise PluginError(f"{file.src_uri}: {error}") from None
            files.append(File.generated(config, _address(file.page, config), content=content))


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Tell the head where the picture stands, and how large it is."""
    context["preview"] = {
        "link": urljoin(site_url(config), _address(page, config)),
        "width": SIZE[0],
        "height": SIZE[1],
    }


def _preview(page: Page, config: MkDocsConfig) -> Preview:
    home = not file_address(page.file)
    section = page.parent.title if page.parent and not page.is_index else ""
    return Preview(
        section=section,
        title=config.site_name if home else str(page.title),
        description=page.meta["description"],
        site_name=config.site_name,
    )


def _address(page: Page, config: MkDocsConfig) -> str:
    name = file_address(page.file).strip("/").replace("/", "-") or "home"
    return f"assets/previews/{name}-{build_locale(config)}.png"

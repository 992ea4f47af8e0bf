"""Corrections of Material's output: its HTML, its style sheets, its unused files."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from dossier.assets.styles import CORE_STYLES
from dossier.rendering.fallback_links import mark_fallback_links
from dossier.rendering.security import with_policy, without_inline_styles
from dossier.theme.markup import (
    MarkupError,
    fix_markup,
    heading_titles,
    is_unused,
    make_valid,
    split_header,
)
from dossier.theme.template_cache import TemplateCache
from dossier.theme.used_styles import add_theme_styles
from hooks.site import (
    after_i18n,
    build_locale,
    dossier_of,
    is_first_language,
    only_changes,
    page_locale,
)


def on_files(files: Files, **_: Any) -> None:
    """Leave out the files of the theme that nothing uses."""
    for file in [file for file in files if is_unused(file.src_uri)]:
        files.remove(file)


def on_env(env: Environment, **_: Any) -> None:
    """Compile each template once for all languages."""
    env.bytecode_cache = TemplateCache()


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Set the headings' HTML in the table of contents, in the attribute that the theme reads."""
    titles = heading_titles(html)
    for link in _flattened(page.toc):
        link.typeset = {"title": titles[link.id]}  # type: ignore[attr-defined]
    return without_inline_styles(html)


def _flattened(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _flattened(link.children)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Mark links to untranslated pages, correct the theme's HTML and add the security policy.

    Raises:
        PluginError: the theme's HTML has changed.
    """
    locale = build_locale(config)
    # The links of the header name languages.
    header, rest = split_header(output)
    output = header + mark_fallback_links(rest, page.url, locale, dossier_of(config))
    try:
        return _secured(fix_markup(output, text=page_locale(page), interface=locale))
    except MarkupError as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from None


def on_post_template(output: str, *, template_name: str, **_: Any) -> str:
    """Correct the theme's HTML of the 404 page and add the security policy."""
    return _secured(make_valid(output)) if template_name.endswith(".html") else output


def _secured(html: str) -> str:
    """Add the policy, but not under `make serve`, whose server adds a script of its own."""
    return html if only_changes else with_policy(html)


@after_i18n
def on_post_build(*, config: MkDocsConfig) -> None:
    """Add the theme's used styles once every language is built: only then is every page there.

    `make serve` adds all, because the next change may use others.
    """
    if is_first_language(config):
        add_theme_styles(Path(config.site_dir), CORE_STYLES, pruned=not only_changes)

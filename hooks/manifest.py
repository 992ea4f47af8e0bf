"""Adds the web app manifest to the site, each language's at its root."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from dossier.locales import site_path
from dossier.rendering.manifest import PATH, manifest
from hooks.shared import build_locale


# After static-i18n (-100), which copies files by their path and so knows none made here.
@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the manifest of the language being built."""
    locale = build_locale(config)
    content = manifest(locale, config.site_name, config.site_description or "")
    files.append(File.generated(config, site_path(locale, PATH), content=content))


def on_page_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Tell the head where it stands."""
    context["manifest"] = site_path(build_locale(config), PATH)

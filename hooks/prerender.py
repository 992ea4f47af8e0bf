"""Tells the browser which links lead to pages of the site, so that it may prepare the next one."""

from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from hooks.shared import site_url


def on_page_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Give overrides/partials/prerender.html the site's path, the same on every page."""
    context["site_path"] = urlsplit(site_url(config)).path

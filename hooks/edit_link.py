"""Leads from each page to where it is edited, or translated, in the repository."""

from typing import Any
from urllib.parse import quote, urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.shared import build_locale, is_fallback

_BRANCH = "main"


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the templates the address; none where no repository is named."""
    repository = config.extra["repository"]
    context["edit_url"] = f"{repository}/{_place(page, config)}" if repository else None


def _place(page: Page, config: MkDocsConfig) -> str:
    """Return the address, within a repository on GitHub, of the form that writes the page."""
    if not is_fallback(page.file):
        return f"edit/{_BRANCH}/docs/{quote(page.file.src_uri)}"
    source: str = page.file.norm_src_uri  # type: ignore[attr-defined]  # set by static-i18n
    folder, _, name = f"docs/{build_locale(config)}/{source}".rpartition("/")
    return f"new/{_BRANCH}/{quote(folder)}?{urlencode({'filename': name})}"

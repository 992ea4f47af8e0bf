"""Leads from each page to where it, or the data it is made from, is edited or translated."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.shared import build_locale, is_fallback, page_in_dossier

_BRANCH = "main"


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the templates the address; none where no repository is named."""
    repository = config.extra["repository"]
    context["edit_url"] = f"{repository}/{_place(page, config)}" if repository else None


def _place(page: Page, config: MkDocsConfig) -> str:
    """Return the address, within a repository on GitHub, of the form that writes the page."""
    if not is_fallback(page.file):
        root = Path(config.config_file_path).parent
        file = page_in_dossier(page, config).file.relative_to(root)
        return f"edit/{_BRANCH}/{quote(file.as_posix())}"
    source: str = page.file.norm_src_uri  # type: ignore[attr-defined]  # set by static-i18n
    folder, _, name = f"docs/{build_locale(config)}/{source}".rpartition("/")
    return f"new/{_BRANCH}/{quote(folder)}?{urlencode({'filename': name})}"

"""A site of a few words, built in process, to see what MkDocs and its plugins do."""

from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

TEMPLATE = "{{ page.content }}"


def small_site(folder: Path, pages: dict[str, str], **settings: Any) -> MkDocsConfig:
    """Write a site with `pages`, Markdown by path, and return its configuration."""
    for path, markdown in pages.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(TEMPLATE, encoding="utf-8")
    theme = {"name": None, "custom_dir": "theme"}
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump({"site_name": "S", "theme": theme, "plugins": [], **settings}))
    return load_config(str(file))

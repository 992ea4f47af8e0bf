"""Stops the build, before anything is written, on a fault in data/ or docs/."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from dossier.files.problems import DossierError
from dossier.pages.links import check_page_links
from hooks.shared import dossier_of, site_url

_REPOSITORY_URL = re.compile(r"https://[\w.-]+(:\d{1,5})?(/[\w.-]+)+")
_SITE_URL = re.compile(r"https?://[\w.-]+(:\d{1,5})?/([\w.~-]+/)*")


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything; the hooks that follow find it valid.

    Raises:
        PluginError: something is wrong; the message names each fault.
    """
    if not _SITE_URL.fullmatch(config.site_url or ""):
        raise PluginError(
            f"SITE_URL (site_url in mkdocs.yml) is “{config.site_url}”: "
            "write it as https://OWNER.github.io/REPOSITORY/"
        )
    repository = config.extra["repository"]
    if repository and not _REPOSITORY_URL.fullmatch(repository):
        raise PluginError(
            f"REPOSITORY_URL (extra.repository in mkdocs.yml) is “{repository}”: "
            "write it as https://github.com/OWNER/REPOSITORY"
        )
    problems = check_page_links(dossier_of(config).pages, site_url(config))
    if problems:
        root = Path(config.config_file_path).parent
        raise PluginError(str(DossierError(problem.relative_to(root) for problem in problems)))

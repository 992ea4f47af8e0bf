"""Check the configuration, data/ and docs/ before anything is written."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from dossier.files.problems import DossierError
from dossier.pages.links import check_page_links
from hooks.site import load_dossier, publication_of, root_of, site_url

_REPOSITORY_URL = re.compile(r"https://[\w.-]+(:\d{1,5})?(/[\w.-]+)+")
_SITE_URL = re.compile(r"https?://[\w.-]+(:\d{1,5})?/([\w.~-]+/)*")


def on_config(config: MkDocsConfig) -> None:
    """Load and check everything, so that the other hooks find it valid.

    Raises:
        PluginError: with each error found.
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
    publication_of(config)
    root = root_of(config)
    if problems := list(check_page_links(load_dossier(config).pages, site_url(config))):
        raise PluginError(str(DossierError(problem.relative_to(root) for problem in problems)))

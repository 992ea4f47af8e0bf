"""Leaves out files of the theme that nothing on the site uses."""

from fnmatch import fnmatch
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_UNUSED = (
    "assets/images/favicon.png",
    "assets/stylesheets/*.map",
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
)


def on_files(files: Files, *, config: MkDocsConfig, **_: Any) -> None:
    """Take them off the list of files to copy."""
    for file in [file for file in files if any(fnmatch(file.src_uri, name) for name in _UNUSED)]:
        files.remove(file)

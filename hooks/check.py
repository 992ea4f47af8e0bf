"""Stops the build, before anything is written, on a fault in data/ or docs/."""

from mkdocs.config.defaults import MkDocsConfig

from hooks.shared import dossier_of


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything; the hooks that follow find it valid."""
    dossier_of(config)

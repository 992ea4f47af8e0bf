"""Jinja templates of publishing."""

from pathlib import Path

from jinja2 import FileSystemLoader, Template

from dossier.rendering.templating import environment

_ENVIRONMENT = environment().overlay(loader=FileSystemLoader(Path(__file__).parent / "templates"))


def template(name: str) -> Template:
    """Return a template from templates/."""
    return _ENVIRONMENT.get_template(name)

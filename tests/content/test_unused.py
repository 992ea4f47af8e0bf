"""Style sheets and settings name nothing that the site does not have."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import material
import tinycss2
from mkdocs.config import load_config
from tinycss2.ast import Node

from tests.support.site import ROOT, Site

STYLES = ROOT / "docs/assets/stylesheets"
SCRIPTS = ROOT / "docs/assets/javascripts"


def test_every_class_of_the_style_sheets_is_in_a_page_or_a_script(
    site: Site, site_behind: Site
) -> None:
    known: set[str] = set()
    for folder, pattern, attribute in (
        (site.folder, "*.html", r'\sclass="([^"]*)"'),
        (site_behind.folder, "*.html", r'\sclass="([^"]*)"'),
        (SCRIPTS, "*.js", r"""["'`]([^"'`\n]*)["'`]"""),
    ):
        for file in folder.rglob(pattern):
            for names in re.findall(attribute, file.read_text(encoding="utf-8")):
                known.update(re.findall(r"[\w-]+", names))
    unused = [
        f"{file.name}: .{name}"
        for file in sorted(STYLES.iterdir())
        for name in sorted(set(_classes(_tokens(file))) - known)
    ]
    assert unused == []


def test_every_feature_is_known_to_a_template_of_the_theme() -> None:
    # Material's script, which implements further features, is not loaded.
    templates = Path(material.__file__).parent / "templates"
    html = "".join(file.read_text(encoding="utf-8") for file in templates.rglob("*.html"))
    features = load_config(str(ROOT / "mkdocs.yml")).theme["features"]
    assert features
    assert [feature for feature in features if f'"{feature}"' not in html] == []


def _tokens(file: Path) -> list[Node]:
    css = file.read_text(encoding="utf-8")
    tokens: list[Node] = tinycss2.parse_component_value_list(css, skip_comments=True)
    return tokens


def _classes(tokens: list[Node]) -> Iterator[str]:
    """Yield the name after each "."."""
    for dot, name in pairwise(tokens):
        if dot == "." and name.type == "ident":
            yield name.value
    for token in tokens:
        if token.type == "function":
            yield from _classes(token.arguments)
        elif token.type in ("() block", "[] block", "{} block"):
            yield from _classes(token.content)

"""The theme's styles are served without what no page can use, and with all that one can."""

import gzip
import re
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from dossier.assets.styles import join_styles
from dossier.theme.used_styles import used, used_styles
from tests.support.site import ROOT, Site
from tests.support.tables import read_table

PAGE = '<body data-md-color-primary="custom"><nav class="md-nav md-nav--open"></nav></body>'
SCRIPT = 'box.classList.add("md-nav__link--passed", "md-tooltip2--active", "md-code__button")'
THEME = Path(get_theme_dir("material")) / "assets/stylesheets"


@pytest.mark.parametrize(("css", "kept"), read_table("publishing/used-styles.yml"))
def test_a_rule_is_kept_where_something_can_match(css: str, kept: str) -> None:
    assert used_styles(css, used([PAGE], [SCRIPT]), ["var(--c)"]) == kept


def test_every_class_of_a_page_that_the_theme_styles_still_is(site: Site) -> None:
    names = {
        name
        for page in site.pages()
        for node in site.html(page).css("[class]")
        for name in (node.attributes["class"] or "").split()
    }
    complete = "".join(file.read_text(encoding="utf-8") for file in THEME.glob("*.min.css"))
    styled = {name for name in names if _styles(complete, name)}
    assert len(styled) > 30
    core = (site.folder / "assets/stylesheets/core.css").read_text(encoding="utf-8")
    own = join_styles(ROOT / "docs/assets/stylesheets")["core.css"]
    assert core.endswith(own)
    assert {name for name in styled if not _styles(core.removesuffix(own), name)} == set()


def test_the_sheet_of_every_page_is_small(site: Site) -> None:
    sheet = site.folder / "assets/stylesheets/core.css"
    assert len(gzip.compress(sheet.read_bytes(), 9)) < 18_000


def _styles(css: str, name: str) -> bool:
    return bool(re.search(rf"\.{re.escape(name)}(?![\w-])", css))

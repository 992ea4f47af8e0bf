"""What the site relies on in Material: templates, blocks, partials, classes and files."""

import importlib.util
import re
from fnmatch import filter as filter_names
from pathlib import Path

from dossier.theme import markup, used_styles
from tests.support.site import ROOT

SPEC = importlib.util.find_spec("material")
assert SPEC
assert SPEC.origin
THEME = Path(SPEC.origin).parent / "templates"
OVERRIDES = ROOT / "overrides"
TEMPLATES = {
    file.relative_to(THEME).as_posix(): file.read_text(encoding="utf-8")
    for file in THEME.rglob("*.html")
}
OURS = {
    file.relative_to(OVERRIDES).as_posix(): file.read_text(encoding="utf-8")
    for file in OVERRIDES.rglob("*.html")
}
CSS = "".join(
    file.read_text(encoding="utf-8") for file in (THEME / "assets/stylesheets").glob("*.min.css")
)
INCLUDE = re.compile(r'{%-? include "([^"]+)"')


def templates_with(text: str) -> list[str]:
    return [name for name, source in TEMPLATES.items() if text in source]


def test_the_openings_that_get_a_language_are_there_once() -> None:
    openings = (markup.MAIN, *markup.INTERFACE, markup.TABLE_OF_CONTENTS)
    found = {opening: [s.count(opening) for s in TEMPLATES.values()] for opening in openings}
    assert {opening: sum(counts) for opening, counts in found.items() if sum(counts) != 1} == {}
    # What comes before it is the header, whose links name languages.
    assert TEMPLATES["base.html"].count("<main") == 1
    assert TEMPLATES["base.html"].index("<main") > TEMPLATES["base.html"].index("block header")


def test_the_label_of_the_table_of_contents_names_a_checkbox() -> None:
    assert "partials/toc.html" in templates_with(markup._TOC_LABEL)
    # nav-item.html writes the checkbox for a page, but not for the first page of a section.
    assert templates_with(markup._TOC_CHECKBOX) == ["partials/nav-item.html"]


def test_what_printed_stories_read_is_there() -> None:
    assert templates_with(f'<body dir="{{{{ direction }}}}" {markup.COLOR_SCHEME}=') == [
        "base.html"
    ]
    assert templates_with(f'class="{markup.LICENSE.removeprefix(".")}"') == [
        "partials/copyright.html"
    ]


def test_the_table_of_contents_shows_the_html_of_headings() -> None:
    """hooks/theme.py sets `typeset`, which Material's own plugin would set."""
    item = TEMPLATES["partials/toc-item.html"]
    assert "toc_item.typeset.title" in item


def test_templates_extend_blocks_of_the_theme() -> None:
    for name in ("main.html", "404.html"):
        assert '{% extends "base.html" %}' in OURS[name]
        blocks = re.findall(r"{% block (\w+)", OURS[name])
        missing = [block for block in blocks if f"block {block} %}}" not in TEMPLATES["base.html"]]
        assert blocks
        assert missing == [], name


def test_included_files_are_ours_or_the_theme_s() -> None:
    included = {(ours, name) for ours, source in OURS.items() for name in INCLUDE.findall(source)}
    missing = [
        f"{ours} includes {name}"
        for ours, name in sorted(included)
        if not (OVERRIDES / name).exists() and not (THEME / name).exists()
    ]
    assert included
    assert missing == []


def test_other_overrides_replace_a_file_of_the_theme_that_it_still_uses() -> None:
    included = {name for source in OURS.values() for name in INCLUDE.findall(source)}
    replacing = OURS.keys() - included
    assert replacing == {"404.html", "main.html", "partials/alternate.html"}
    assert replacing <= TEMPLATES.keys()
    # mkdocs.yml sets extra.alternate for this.
    header = TEMPLATES["partials/header.html"]
    assert re.search(r'if config.extra.alternate %}\s*{% include "partials/alternate', header)


def test_the_files_that_the_site_leaves_out_are_there() -> None:
    files = [f.relative_to(THEME).as_posix() for f in (THEME / "assets").rglob("*") if f.is_file()]
    assert [pattern for pattern in markup.UNUSED_FILES if not filter_names(files, pattern)] == []
    left = {file for file in files if not markup.is_unused(file)}
    assert {file for file in left if file.endswith(".js")} == set()
    assert {file.partition(".")[0] for file in left} == {
        "assets/stylesheets/main",
        "assets/stylesheets/palette",
    }
    assert all(file.endswith(".min.css") for file in left), "prune_styles finds them by this name"


def test_styles_and_scripts_name_classes_and_properties_of_the_theme() -> None:
    known = CSS + "".join(TEMPLATES.values())
    names = {
        (file.name, found)
        for folder in ("stylesheets", "javascripts")
        for file in (ROOT / "docs" / "assets" / folder).rglob("*.*")
        for found in re.findall(
            r"(?:--|data-|\b)md-[\w-]*\w(?![\w-])", file.read_text(encoding="utf-8")
        )
    }
    assert len(names) > 50
    assert [
        f"{file}: {found}"
        for file, found in sorted(names)
        if not re.search(rf"(?<![\w-]){re.escape(found)}(?![\w-])", known)
    ] == []


def test_the_components_that_scripts_make_have_styles() -> None:
    assert [name for name in used_styles._MADE_BY_SCRIPTS if f".{name}" not in CSS] == []


def test_named_colors_are_attributes_in_the_styles() -> None:
    for kind in ("primary", "accent"):
        assert re.search(rf"\[data-md-color-{kind}=", CSS)
        assert templates_with(f"data-md-color-{kind}=")

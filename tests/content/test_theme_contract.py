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


def texts(folder: Path, pattern: str) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob(pattern)
        if file.is_file()
    }


TEMPLATES = texts(THEME, "*.html")
OURS = texts(OVERRIDES, "*.html")
CSS = "".join(texts(THEME / "assets" / "stylesheets", "*.min.css").values())
INCLUDED = {
    (name, included)
    for name, source in OURS.items()
    for included in re.findall(r'{%-? include "([^"]+)"', source)
}
# The text, and the only templates that contain it.
PARTS = (
    # nav-item.html writes the checkbox for a page, but not for the first page of a section.
    (markup._TOC_CHECKBOX, {"partials/nav-item.html"}),
    (markup._SEARCH, {"base.html"}),
    (' id="__drawer" autocomplete="off"', {"base.html"}),
    ('_label" tabindex="{{ tabindex }}"', {"partials/nav-item.html"}),
    (f'<body dir="{{{{ direction }}}}" {markup.COLOR_SCHEME}=', {"base.html"}),
    (f'class="{markup.LICENSE.removeprefix(".")}"', {"partials/copyright.html"}),
)


def templates_with(text: str) -> set[str]:
    return {name for name, source in TEMPLATES.items() if text in source}


def test_the_openings_that_get_a_language_are_there_once() -> None:
    openings = (markup.MAIN, *markup.INTERFACE, markup.TABLE_OF_CONTENTS)
    found = {opening: sum(s.count(opening) for s in TEMPLATES.values()) for opening in openings}
    assert found == dict.fromkeys(openings, 1)
    # What comes before it is the header, whose links name languages.
    before, *after = TEMPLATES["base.html"].split("<main")
    assert "block header" in before
    assert len(after) == 1


def test_templates_contain_what_is_read_or_corrected() -> None:
    assert [(text, templates_with(text)) for text, _ in PARTS] == list(PARTS)
    assert "partials/toc.html" in templates_with(markup._TOC_LABEL)
    # hooks/theme.py sets `typeset`, which Material's own plugin would set.
    assert "toc_item.typeset.title" in TEMPLATES["partials/toc-item.html"]


def test_templates_extend_blocks_of_the_theme() -> None:
    for name in ("main.html", "404.html"):
        assert '{% extends "base.html" %}' in OURS[name]
        blocks = re.findall(r"{% block (\w+)", OURS[name])
        missing = [block for block in blocks if f"block {block} %}}" not in TEMPLATES["base.html"]]
        assert blocks
        assert missing == [], name


def test_included_files_are_ours_or_the_theme_s() -> None:
    known = [OVERRIDES, THEME]
    missing = [pair for pair in INCLUDED if not any((one / pair[1]).exists() for one in known)]
    assert INCLUDED
    assert missing == []


def test_other_overrides_replace_a_file_of_the_theme_that_it_still_uses() -> None:
    replacing = OURS.keys() - {included for _, included in INCLUDED}
    assert replacing == {
        "404.html",
        "main.html",
        "partials/alternate.html",
        "partials/javascripts/base.html",
    }
    assert replacing <= TEMPLATES.keys()
    # mkdocs.yml sets extra.alternate for this.
    header = TEMPLATES["partials/header.html"]
    assert re.search(r'if config.extra.alternate %}\s*{% include "partials/alternate', header)


def test_the_files_that_the_site_leaves_out_are_there() -> None:
    files = [f.relative_to(THEME).as_posix() for f in (THEME / "assets").rglob("*") if f.is_file()]
    assert [pattern for pattern in markup.UNUSED_FILES if not filter_names(files, pattern)] == []
    left = {re.sub(r"\.\w+\.min\.css$", ".*.min.css", f) for f in files if not markup.is_unused(f)}
    # add_theme_styles finds them by the end of their names.
    assert left == {f"assets/stylesheets/{name}.*.min.css" for name in ("main", "palette")}


def test_styles_and_scripts_name_classes_and_properties_of_the_theme() -> None:
    known = CSS + "".join(TEMPLATES.values())
    names = {
        (file, name)
        for folder in ("stylesheets", "javascripts")
        for file, text in texts(ROOT / "docs" / "assets" / folder, "*.*").items()
        for name in re.findall(r"(?:--|data-|\b)md-[\w-]*\w(?![\w-])", text)
    }
    assert len(names) > 50
    assert [
        f"{file}: {name}"
        for file, name in sorted(names)
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", known)
    ] == []


def test_components_of_scripts_and_named_colors_have_styles() -> None:
    assert [name for name in used_styles._MADE_BY_SCRIPTS if f".{name}" not in CSS] == []
    for kind in ("primary", "accent"):
        assert re.search(rf"\[data-md-color-{kind}=", CSS)
        assert templates_with(f"data-md-color-{kind}=")

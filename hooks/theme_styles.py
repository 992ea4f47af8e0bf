"""Leaves out of the theme's style sheets what no page of the site can use."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from dossier.theme.used_styles import used, used_styles

_STYLES, _SCRIPTS = "assets/stylesheets", "assets/javascripts"


# After static-i18n (-100), which builds the other languages in its own.
@event_priority(-110)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write them anew, once the last language is built: only then is every page there."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    site = Path(config.site_dir)
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    scripts = [file.read_text(encoding="utf-8") for file in (site / _SCRIPTS).rglob("*.js")]
    found = used(pages, scripts)
    sheets = {file: file.read_text(encoding="utf-8") for file in (site / _STYLES).glob("*.css")}
    for file in [file for file in sheets if file.name.endswith(".min.css")]:  # the theme's
        others = [text for other, text in sheets.items() if other != file]
        file.write_text(
            used_styles(sheets[file], found, "".join([*others, *scripts, *pages])), encoding="utf-8"
        )

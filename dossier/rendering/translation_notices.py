"""Notices in the sections of a translation whose original has changed since."""

from dossier.addresses import relative_root
from dossier.content import Dossier
from dossier.locales import ORIGINAL, TRANSLATION, site_path
from dossier.pages.sections import FRONT_MATTER, headed_sections
from dossier.rendering.templating import render
from dossier.translation.state import SectionState, page_state


def add_notices(markdown: str, path: str, dossier: Dossier) -> str:
    """Return the Markdown of a translation with a notice below the heading of each stale section.

    `path` is the address of the page within its language.
    """
    pages = {page.locale: page for page in dossier.pages if page.path == path}
    state = page_state(path, pages.get(ORIGINAL), pages.get(TRANSLATION))
    stale = {section.id: section for section in state.sections if section.state == "stale"}
    lines = markdown.split("\n")
    # The last first, so that the line numbers of the others stay valid.
    for heading in reversed(headed_sections(markdown)):
        if heading.id in stale:
            lines[heading.line : heading.line] = ["", _notice(stale[heading.id], path, dossier)]
    if FRONT_MATTER in stale:
        lines[:0] = [_notice(stale[FRONT_MATTER], path, dossier), ""]
    return "\n".join(lines)


def _notice(section: SectionState, path: str, dossier: Dossier) -> str:
    original = relative_root(site_path(TRANSLATION, path)) + site_path(ORIGINAL, path)
    if section.id != FRONT_MATTER:
        original += f"#{section.id}"
    values = {"section": section, "original": original}
    return render("translation-notice.html", dossier, TRANSLATION, **values)

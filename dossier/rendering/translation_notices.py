"""Tells the readers of a translation, at each section, that its original has changed since."""

from dossier.content import Dossier
from dossier.locales import ORIGINAL, TRANSLATION, site_path
from dossier.pages.sections import FRONT_MATTER, headed_sections
from dossier.rendering.templating import render
from dossier.translation.state import SectionState, page_state


def add_notices(markdown: str, path: str, dossier: Dossier) -> str:
    """Return a translation's Markdown with a notice under the heading of each stale section.

    Args:
        markdown: the page's text, without its front matter.
        path: its address within its language, "incident/".
        dossier: what holds the page and its original.
    """
    pages = {page.locale: page for page in dossier.pages if page.path == path}
    state = page_state(path, pages.get(ORIGINAL), pages.get(TRANSLATION))
    stale = {section.id: section for section in state.sections if section.state == "stale"}
    lines = markdown.split("\n")
    # From the last, so that the lines of those before stay where they are.
    for heading in reversed(headed_sections(markdown)):
        if heading.id in stale:
            lines[heading.line : heading.line] = ["", _notice(stale[heading.id], path, dossier)]
    if FRONT_MATTER in stale:
        lines[:0] = [_notice(stale[FRONT_MATTER], path, dossier), ""]
    return "\n".join(lines)


def _notice(section: SectionState, path: str, dossier: Dossier) -> str:
    original = "../" * site_path(TRANSLATION, path).count("/") + site_path(ORIGINAL, path)
    if section.id != FRONT_MATTER:
        original += f"#{section.id}"
    return render(
        "translation-notice.html", dossier, TRANSLATION, section=section, original=original
    )

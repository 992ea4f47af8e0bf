"""A copy of the project with a translation that is behind in every way, as a fork publishes it."""

import re
from pathlib import Path

from dossier.pages.page import read_pages
from dossier.pages.sections import page_sections
from tests.support.site import ROOT

FORK = "https://someone.github.io/elsewhere/"
REPOSITORY = "https://github.com/someone/somewhere"

UNTRANSLATED = "openai/"
BEHIND = "incident/"
NEW_IN_FRENCH, GONE_FROM_FRENCH = "made-new", "made-gone"

_ORIGINAL = next(p for p in read_pages(ROOT / "docs") if (p.locale, p.path) == ("fr", BEHIND))
STALE, UNCHECKED = [section.id for section in page_sections(_ORIGINAL)][2:4]
"""Two sections of the page that is behind: one changed since, one never checked."""


def fall_behind(project: Path) -> None:
    """Edit the pages of a copy: leave one untranslated and one behind."""
    (project / f"docs/en/{UNTRANSLATED}index.md").unlink()
    french = project / f"docs/fr/{BEHIND}index.md"
    english = project / f"docs/en/{BEHIND}index.md"
    _substitute(french, r"^description:.*", "description: Une tout autre description.")
    _substitute(french, rf"^## .*{{#{STALE}}}$", r"\g<0>\n\nUne phrase de plus.")
    _substitute(english, rf"^  {UNCHECKED}: .*\n", "")
    for file, section in ((french, NEW_IN_FRENCH), (english, GONE_FROM_FRENCH)):
        with file.open("a", encoding="utf-8") as page:
            page.write(f"\n## Section {{#{section}}}\n\nUn texte.\n")


def _substitute(file: Path, pattern: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed, times = re.subn(pattern, new, text, flags=re.MULTILINE)
    assert times == 1, f"{file} has {pattern} {times} times: update tests/support/behind.py"
    file.write_text(changed, encoding="utf-8")

"""A copy of the project whose translation has fallen behind, in each way that it can."""

import re
from pathlib import Path

from dossier.pages.page import read_pages
from dossier.pages.sections import page_sections
from tests.support.site import ROOT

REPOSITORY = "https://github.com/someone/somewhere"

UNTRANSLATED = "openai/"
BEHIND = "incident/"
NEW_IN_FRENCH, GONE_FROM_FRENCH = "made-new", "made-gone"

_ORIGINAL = next(p for p in read_pages(ROOT / "docs") if (p.locale, p.path) == ("fr", BEHIND))
STALE, UNCHECKED = [section.id for section in page_sections(_ORIGINAL)][2:4]
"""Two sections of the page that is behind."""


def fall_behind(project: Path) -> None:
    """Alter the pages of a copy: one is not translated, one is behind."""
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
    assert times == 1, f"{file} holds {pattern} {times} times: mend tests/behind.py"
    file.write_text(changed, encoding="utf-8")

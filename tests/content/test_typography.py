"""French spaces are single and do not break where they must not."""

import re

import pytest

from dossier.pages import Page, read_pages
from tests.site import ROOT

NO_BREAK, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
FRENCH = [page for page in read_pages(ROOT / "docs") if page.locale == "fr"]
FAULTS = {
    "two spaces in a row": rf"\S[ {NO_BREAK}{NARROW}]{{2,}}\S",
    "« without its no-break space": rf"«(?!{NO_BREAK}\S)|(?<!\S{NO_BREAK})»",
    "; ! ? without a narrow no-break space": rf"(?<=\w)(?<!{NARROW})[;!?](?=\s|$)| [;!?]",
    ": or % without a no-break space": r" [:%](?=\s|$)|(?<=\d)%(?=\s)",
    "a straight apostrophe": r"\w'\w",
    "a thousand that may break": r"\d \d{3}\b",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("page", FRENCH, ids=lambda page: page.path or "home")
def test_french_pages_keep_their_spaces(page: Page, fault: str) -> None:
    prose = re.sub(r"\A---.*?^---$|\]\([^)]*\)", "", page.text, flags=re.MULTILINE | re.DOTALL)
    prose = re.sub(r"\*[^*]+\*\{ lang=en \}", "English", prose)
    lines = [line for line in prose.split("\n") if not line.startswith((":   ", "<!--", "{:"))]
    found = [line for line in lines if re.search(FAULTS[fault], line)]
    assert found == []

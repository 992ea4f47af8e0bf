"""The language of a version is compared with its page's, whatever the code."""

from pathlib import Path

import pytest

from tests.links.made import BASES, findings, make

SAME = [
    ("no", "nb-NO"), ("no", "nn"), ("nb", "no"), ("nb-NO", "nb"), ("iw", "he"), ("he-IL", "iw"),
    ("in", "id"), ("ji", "yi"), ("tl", "fil"), ("sh", "sr-Latn"), ("sh", "hr"), ("mo", "ro"),
    ("zh", "cmn-Hans"), ("zh-HK", "yue"), ("ar", "arz"), ("fa", "pes"), ("sw", "swh"),
    ("pt-BR", "pt"), ("EN", "en-us"),
]  # fmt: skip
DIFFERENT = [
    ("nb", "nn"), ("no", "da"), ("iw", "yi"), ("in", "hi"), ("hr", "sr"), ("nan", "yue"),
    ("ar", "fa"), ("en", "no"),
]  # fmt: skip


@pytest.mark.parametrize(("hreflang", "lang"), SAME)
def test_codes_of_one_language_are_equal(hreflang: str, lang: str, tmp_path: Path) -> None:
    assert rules(hreflang, lang, tmp_path) == set()


@pytest.mark.parametrize(("hreflang", "lang"), DIFFERENT)
def test_codes_of_two_languages_differ(hreflang: str, lang: str, tmp_path: Path) -> None:
    assert rules(hreflang, lang, tmp_path) == {"hreflang-language"}


def rules(hreflang: str, lang: str, folder: Path) -> set[str]:
    """Return the rules that a site breaks whose English version is in another language."""
    changed = {
        file: str(text)
        .replace('hreflang="en"', f'hreflang="{hreflang}"')
        .replace('<html lang="en"', f'<html lang="{lang}"')
        for file, text in BASES["two languages"].items()
    }
    return {finding.split(" ")[1] for finding in findings(make(folder, changed))}

"""The comparison of two pages finds each kind of difference, in the right lines, and no other."""

from pathlib import Path

import pytest

from dossier.locales import LOCALES
from dossier.pages.page import read_pages
from dossier.parity import compare, pairs
from tests.support.commands import run
from tests.support.site import ROOT
from tests.support.tables import read_table

FOLDER = ROOT / "tests/i18n"
FRENCH, ENGLISH = ((FOLDER / f"differences.{x}.md").read_text("utf-8") for x in LOCALES)
DIFFERENCES = read_table("i18n/differences.yml")
LIBERTIES = read_table("i18n/liberties.yml")


def told(french: str, english: str, folder: Path) -> list[str]:
    for locale, text in (("fr", french), ("en", english)):
        file = folder / "docs" / locale / "x" / "index.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    [pair] = pairs(read_pages(folder / "docs"))
    return [str(difference).replace(f"{folder}/", "") for difference in compare(*pair)]


@pytest.mark.parametrize(("day", "expected"), [(14, []), (15, ["has May 14, its translation"])])
def test_a_translation_under_a_quotation_has_its_numbers(
    day: int, expected: list[str], tmp_path: Path
) -> None:
    french = (
        f"{FRENCH}\n> « *On May 14*{{ lang=en }} »\n>\n> « Le {day} mai » (notre traduction)[^un]\n"
    )
    found = told(french, f"{ENGLISH}\n> “On May 14”[^un]\n", tmp_path)
    assert len(found) == len(expected)
    assert all(words in line for line, words in zip(found, expected, strict=True))


def test_a_faithful_translation_differs_in_nothing(tmp_path: Path) -> None:
    assert told(FRENCH, ENGLISH, tmp_path) == []


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_reported_with_both_lines(name: str, tmp_path: Path) -> None:
    expected = DIFFERENCES[name]
    found = told(FRENCH, altered(ENGLISH, expected["old"], expected["new"]), tmp_path)
    place = "docs/fr/x/index.md:{} / docs/en/x/index.md:{}: ".format(*expected["lines"])
    matching = [one for one in found if one.startswith(place) and expected["told"] in one]
    assert matching, "\n".join(found)
    assert len({one.split(": ")[0] for one in found}) == 1, "\n".join(found)


@pytest.mark.parametrize("liberty", LIBERTIES)
def test_a_liberty_of_the_translator_is_no_difference(liberty: str, tmp_path: Path) -> None:
    assert told(FRENCH, altered(ENGLISH, *LIBERTIES[liberty]), tmp_path) == []


def test_a_translation_in_brackets_has_the_values_of_its_quotation(tmp_path: Path) -> None:
    found = told(altered(FRENCH, "3\u00a0h\u00a015", "3\u00a0h\u00a051"), ENGLISH, tmp_path)
    assert found == [
        "docs/fr/x/index.md:44 / docs/en/x/index.md:42: a quotation on the French page has "
        "3:15 AM, its translation 3\u00a0h\u00a051"
    ]


@pytest.mark.parametrize(("hour", "count"), [("4 h 20", 0), ("4 h 21", 1)])
@pytest.mark.parametrize("remark", ["", " (our translation)"])
def test_a_quotation_without_its_original_has_the_values_of_the_other_page(
    hour: str, count: int, remark: str, tmp_path: Path
) -> None:
    french = f"{FRENCH}\n> « À {hour}, le 3 mai »[^un]\n"
    english = f"{ENGLISH}\n> “At 4:20 AM on May 3”{remark}[^un]\n"
    assert len(told(french, english, tmp_path)) == count


def test_one_missing_block_does_not_misalign_the_others(tmp_path: Path) -> None:
    paragraphs = [f"Paragraphe {n}[^p{n}].\n\n" for n in range(2, 12)]
    english = [text.replace("Paragraphe", "Paragraph") for text in paragraphs]
    found = told(
        FRENCH + "\n" + "".join(paragraphs), ENGLISH + "\n" + "".join(english[1:]), tmp_path
    )
    assert len(found) == 1
    assert "the French has a paragraph, missing in the English: “Paragraphe 2.”" in found[0]


def altered(text: str, old: str, new: str) -> str:
    assert old in text, f"the page no longer holds {old!r}: fix this test"
    return text.replace(old, new, 1)


def test_the_command_lists_what_differs(tmp_path: Path) -> None:
    expected = "\n".join(told(FRENCH, altered(ENGLISH, "1,900", "1,090"), tmp_path)) + "\n"
    for page in ("x/", "x", "docs/en/x/index.md"):
        assert run(tmp_path, "parity", page) == (1, expected, "")
    assert run(tmp_path, "parity") == (1, expected, "")


def test_the_command_accepts_a_faithful_translation_and_knows_its_pages(
    tmp_path: Path,
) -> None:
    told(FRENCH, ENGLISH, tmp_path)
    assert run(tmp_path, "parity") == (0, "", "")
    code, output, errors = run(tmp_path, "parity", "y/")
    assert (code, output) == (1, "")
    assert "there is no such page in both languages" in errors

"""Renderings that the glossary says to avoid are found in the prose of pages and data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.glossary.banned_renderings import check_banned_renderings
from dossier.glossary.terms import Term
from dossier.pages.page import read_pages
from tests.support.tables import read_table

CASES = read_table("i18n/avoided.yml")
GLOSSARY = {key: Term.model_validate(fields) for key, fields in CASES["glossary"].items()}


def docs(folder: Path, text: str) -> Callable[[], list[str]]:
    """Write a French page and return what the check finds in it, as "line: message"."""
    file = folder / "docs" / "fr" / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(
        f"---\n{{title: T, description: D,\nrevised: 2026-11-25}}\n---\n{text}", encoding="utf-8"
    )
    (folder / "data").mkdir()
    return lambda: [
        f"{problem.line}: {problem.message}"
        for problem in check_banned_renderings(
            read_pages(folder / "docs"), folder / "data", GLOSSARY
        )
    ]


@pytest.mark.parametrize(("text", "line", "rendering"), CASES["found"])
def test_a_rendering_to_avoid_is_found(
    text: str, line: int, rendering: str, tmp_path: Path
) -> None:
    meant = "jeton" if "oken" in rendering else "filtre"
    message = f"{line}: “{rendering}” is a rendering to avoid: write “{meant}”"
    assert docs(tmp_path, text)() == [message]


@pytest.mark.parametrize("text", CASES["not found"])
def test_code_addresses_and_words_of_others_are_left_alone(text: str, tmp_path: Path) -> None:
    assert docs(tmp_path, text)() == []


def test_data_is_checked_in_each_language(tmp_path: Path) -> None:
    check = docs(tmp_path, "Rien.")
    data = tmp_path / "data" / "claims.yml"
    data.write_text(CASES["data"]["text"], encoding="utf-8")
    assert check() == CASES["data"]["found"]

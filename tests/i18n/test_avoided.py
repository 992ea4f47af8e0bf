"""The renderings that the glossary says to avoid are found in the dossier's own prose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.glossary.banned_renderings import check_banned_renderings
from dossier.glossary.terms import Term
from dossier.pages.page import read_pages

GLOSSARY = {
    key: Term.model_validate(
        {
            "term": {"fr": fr, "en": en},
            "definition": {"fr": "D.", "en": "D."},
            "avoid": {"fr": avoid_fr, "en": avoid_en},
        }
    )
    for key, fr, en, avoid_fr, avoid_en in (
        ("token", "jeton", "token", ["token", "tokens"], ["jeton"]),
        ("filter", "filtre", "filter", ["filtre de contenu maison"], []),
    )
}


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


@pytest.mark.parametrize(
    ("text", "line", "rendering"),
    [
        ("Un token.", 5, "token"),
        ("\n\nTokens", 7, "Tokens"),
        ("d’un [token](x.md).", 5, "token"),
        ("# Le token {#token}", 5, "token"),
        ("un filtre\nde contenu maison", 5, "filtre\nde contenu maison"),
        ("« un » token « deux »", 5, "token"),
        ("*autre* token*", 5, "token"),
    ],
)
def test_a_rendering_to_avoid_is_found(
    text: str, line: int, rendering: str, tmp_path: Path
) -> None:
    meant = "jeton" if "oken" in rendering else "filtre"
    message = f"{line}: “{rendering}” is a rendering to avoid: write “{meant}”"
    assert docs(tmp_path, text)() == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Un jeton, le tokeniseur, token-ring.",
        "Un `token` et\n```\ntoken\n```",
        "[jeton](../x/index.md#token) <https://x.example/?token> https://x.example/?q=token",
        "*a token*{ lang=en } et *un mot, a token*{ .x lang=en }",
        '<span lang="en">a token</span> <i class="token">x</i>',
        "« le token » et “token”",
        "Un fait[^token].\n{: .token }",
        "Titre {#token}",
    ],
)
def test_what_is_not_the_dossier_s_prose_is_left_alone(text: str, tmp_path: Path) -> None:
    assert docs(tmp_path, text)() == []


def test_data_is_checked_in_each_language(tmp_path: Path) -> None:
    check = docs(tmp_path, "Rien.")
    data = tmp_path / "data" / "claims.yml"
    data.write_text(
        'a:\n  statement:\n    fr: "Un token."\n    en: "A token, a jeton."\n'
        '  quotation: {text: "a token", lang: en}\n  url: "https://x/token"\n'
        "  many:\n    - {fr: Le token, en: The token}\n",
        encoding="utf-8",
    )
    assert check() == [
        "3: “token” is a rendering to avoid: write “jeton”",
        "4: “jeton” is a rendering to avoid: write “token”",
        "8: “token” is a rendering to avoid: write “jeton”",
    ]

"""The comparison of two pages finds each kind of difference, in the right lines, and no other."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dossier.pages.page import read_pages
from dossier.parity import compare, pairs

FRENCH = """\
---
title: L’annonce
description: Le 19 mai 2025, Microsoft annonce Grok 3.
revised: 2026-11-25
---

# L’annonce {#announcement}

Le 19 mai 2025, Microsoft annonce deux modèles[^un]. Il en recense 1\u202f900[^deux][^trois].
{: .lead }

## Les modèles {#models}

- `grok-3`, à 3 dollars par million de jetons
- [Grok 3 mini](../openai/index.md), à 51\u00a0%[^un]

Dans l’ordre :

1. Avant
2. Après

Le modèle
:   Ce que Microsoft héberge.

| Modèle | Prix |
|--------|------|
| Grok 4.1 | 3 dollars |
| Grok 3 | 15 dollars |

![Une courbe de 12 points](../assets/prices.svg)

> *We aspire to truth*{ lang=en }
>
> (« Nous aspirons à la vérité », notre traduction)
>
> — Musk, le 19 mai

<!-- data: grok-models -->

```json
{"model": "grok-3"}
```

Selon xAI, « *On May 14 at 3:15 AM PST, an unauthorized modification was made*{ lang=en } » (« Le
14 mai à 3\u00a0h\u00a015 PST, une modification non autorisée a été faite », notre traduction).
L’article parle de « modification non autorisée » : une expression de xAI.
"""

ENGLISH = """\
---
title: The announcement
description: On May 19, 2025, Microsoft announces Grok 3.
revised: 2026-11-25
---

# The announcement {#announcement}

On May 19, 2025, Microsoft announces two models.[^un] It counts 1,900 of them.[^deux][^trois]
{: .lead }

## The models {#models}

- `grok-3`, at $3 per million tokens
- [Grok 3 mini](../openai/index.md), at 51%[^un]

In order:

1. Before
2. After

The model
:   What Microsoft hosts.

| Model | Price |
|-------|-------|
| Grok 4.1 | $3 |
| Grok 3 | $15 |

![A curve of 12 points](../assets/prices.svg)

> We aspire to truth
>
> — Musk, May 19

<!-- data: grok-models -->

```json
{"model": "grok-3"}
```

According to xAI, “On May 14 at 3:15 AM PST, an unauthorized
modification was made.” The article has “*modification non autorisée*{ lang=fr },” xAI’s phrase.
"""

FAULTS = yaml.safe_load((Path(__file__).parent / "differences.yml").read_text(encoding="utf-8"))

# What may differ: the turn of a sentence, its order, a term in quotation marks, bold.
FREE = {
    "another turn of phrase": (
        "Microsoft announces two models",
        "two models are **announced** by Microsoft",
    ),
    "a term in quotation marks": ("What Microsoft hosts", "What Microsoft “hosts itself”"),
    "figures for words": ("two models", "2 models"),
    "a name said again": ("announces Grok 3.", "announces Grok 3, and Grok 3 alone."),
    "a quotation in two parts": (
        "an unauthorized\nmodification was made.”",
        "an unauthorized,” it says, “modification was made.”",
    ),
}


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


@pytest.mark.parametrize("fault", FAULTS)
def test_a_difference_is_told_with_both_lines(fault: str, tmp_path: Path) -> None:
    expected = FAULTS[fault]
    found = told(FRENCH, altered(ENGLISH, expected["old"], expected["new"]), tmp_path)
    place = "docs/fr/x/index.md:{} / docs/en/x/index.md:{}: ".format(*expected["lines"])
    matching = [one for one in found if one.startswith(place) and expected["told"] in one]
    assert matching, "\n".join(found)
    assert len({one.split(": ")[0] for one in found}) == 1, "\n".join(found)


@pytest.mark.parametrize("liberty", FREE)
def test_a_liberty_of_the_translator_is_no_difference(liberty: str, tmp_path: Path) -> None:
    assert told(FRENCH, altered(ENGLISH, *FREE[liberty]), tmp_path) == []


def test_a_translation_in_brackets_has_the_values_of_its_quotation(tmp_path: Path) -> None:
    found = told(altered(FRENCH, "3\u00a0h\u00a015", "3\u00a0h\u00a051"), ENGLISH, tmp_path)
    assert found == [
        "docs/fr/x/index.md:44 / docs/en/x/index.md:42: a quotation on the French page has "
        "3:15 AM, its translation in brackets 3\u00a0h\u00a051"
    ]


def test_one_missing_block_does_not_set_the_others_against_the_wrong_ones(tmp_path: Path) -> None:
    paragraphs = [f"Paragraphe {n}[^p{n}].\n\n" for n in range(2, 12)]
    english = [text.replace("Paragraphe", "Paragraph") for text in paragraphs]
    found = told(
        FRENCH + "\n" + "".join(paragraphs), ENGLISH + "\n" + "".join(english[1:]), tmp_path
    )
    assert len(found) == 1
    assert "the French has a paragraph, missing in the English: “Paragraphe 2.”" in found[0]


def altered(text: str, old: str, new: str) -> str:
    assert old in text, f"the page no longer holds {old!r}: mend this test"
    return text.replace(old, new, 1)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", "parity", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("page", ["x/", "x", "docs/en/x/index.md", None])
def test_the_command_tells_what_differs(page: str | None, tmp_path: Path) -> None:
    expected = told(FRENCH, altered(ENGLISH, "1,900", "1,090"), tmp_path)
    result = run(tmp_path, *([page] if page else []))
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.splitlines() == expected


def test_the_command_is_content_with_a_faithful_translation(tmp_path: Path) -> None:
    told(FRENCH, ENGLISH, tmp_path)
    result = run(tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_command_knows_no_other_page(tmp_path: Path) -> None:
    told(FRENCH, ENGLISH, tmp_path)
    result = run(tmp_path, "y/")
    assert (result.returncode, result.stdout) == (1, "")
    assert "there is no such page in both languages" in result.stderr

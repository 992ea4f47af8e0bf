"""Bad input stops the build: one clear sentence with file, line and mend, nothing written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import build, copy_project

CLAIMS, SOURCES = "data/claims.yml", "data/sources.yml"
PAGE = "docs/fr/incident/index.md"


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def alter(project: Path) -> None:
        text = (project / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: mend this test"
        (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return alter


def append(file: str, text: str) -> Callable[[Path], None]:
    def alter(project: Path) -> None:
        with (project / file).open("a", encoding="utf-8") as target:
            target.write(text)

    return alter


FAULTS = {
    "an unknown key": (
        append(PAGE, "\nUn fait[^inconnu].\n"),
        PAGE,
        "“[^inconnu]” cites an unknown claim: add it to data/claims.yml or correct its name",
    ),
    "a claim with no source": (
        replace(CLAIMS, "sources: [ap-2025-05-15]", "sources: []"),
        CLAIMS,
        "reponses-hors-sujet.sources: it is empty: fill it in",
    ),
    "a claim that names a source that is not there": (
        replace(CLAIMS, "sources: [ap-2025-05-15]", "sources: [ap-2025-05-16]"),
        CLAIMS,
        "names the source “ap-2025-05-16”, which sources.yml lacks: add it or correct its name",
    ),
    "a duplicate claim": (
        append(CLAIMS, "\nmodification:\n  strength: press\n"),
        CLAIMS,
        "“modification” stands here twice: remove one of the two or rename it",
    ),
    "a duplicate source": (
        append(SOURCES, '\nap-2025-05-15:\n  publisher: "AP"\n'),
        SOURCES,
        "“ap-2025-05-15” stands here twice: remove one of the two or rename it",
    ),
    "a malformed date": (
        replace(SOURCES, 'date: "2025-05-17"', 'date: "17 mai 2025"'),
        SOURCES,
        "afp-2025-05-17.date: “17 mai 2025” is not a date: write 2025-05-19, 2025-05 or 2025",
    ),
    "a missing field": (
        replace(SOURCES, "  lang: en\n  tier: agency\n", "  tier: agency\n"),
        SOURCES,
        "afp-2025-05-17 has no field “lang”: add it",
    ),
    "a field that is not known": (
        replace(SOURCES, "  lang: en\n", "  lang: en\n  langue: en\n"),
        SOURCES,
        "afp-2025-05-17.langue is not a known field: remove it or correct its name",
    ),
    "a strength that is not one": (
        replace(CLAIMS, "strength: agency", "strength: strong"),
        CLAIMS,
        "should be 'primary', 'agency', 'press', 'secondary' or 'weak'",
    ),
    "a source with neither title nor description": (
        replace(SOURCES, '  title: "Microsoft to host Elon Musk\'s Grok AI"\n', ""),
        SOURCES,
        "afp-2025-05-20: give the title as printed or, where it was not seen, a description",
    ),
    "a source that supports nothing": (
        append(SOURCES, '\nidle:\n  publisher: "P"\n  title: "T"\n  lang: en\n  tier: press\n'),
        SOURCES,
        "idle supports no claim: name it in claims.yml or remove it",
    ),
    "a citation that the twin lacks": (
        append(PAGE, "\nUn fait[^mistral-2024].\n"),
        PAGE,
        "cites “mistral-2024” but its twin docs/en/incident/index.md does not",
    ),
    "a footnote by hand": (
        append(PAGE, "\n[^modification]: Une note.\n"),
        PAGE,
        "“[^modification]:” is a footnote written by hand: cite a claim instead",
    ),
    "a page without front matter": (
        replace(PAGE, "---\n", ""),
        PAGE,
        "the page has no front matter: start it with title and description between ---",
    ),
    "a page without a title": (
        replace(PAGE, "title: L’incident\n", ""),
        PAGE,
        "the file has no field “title”: add it",
    ),
    "an unknown block of data": (
        append(PAGE, "\n<!-- data: nothing -->\n"),
        PAGE,
        "there is no data block “nothing”: name one of grok-models, sources",
    ),
    "what is not YAML": (
        append(CLAIMS, "\nbroken: [\n"),
        CLAIMS,
        "not valid YAML",
    ),
    "a bad cell of the catalog": (
        replace("data/models/models.csv", ",GA,", ",golden,"),
        "data/models/models.csv",
        "grok-4.7, column lifecycle: input should be",
    ),
    "a word in one language only": (
        append("data/wording.yml", '\nhello: {fr: "bonjour"}\n'),
        "data/wording.yml",
        "hello has no field “en”: add it",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_bad_input_stops_the_build(fault: str, tmp_path: Path) -> None:
    alter, file, sentence = FAULTS[fault]
    project = copy_project(tmp_path / "project")
    alter(project)
    target = tmp_path / "built"
    target.mkdir()
    (target / "earlier.html").write_text("an earlier build")

    result = build(project, target)

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    told = [line for line in result.stderr.splitlines() if sentence in line]
    assert len(told) == 1, result.stderr
    assert re.search(rf"(^|\s){re.escape(file)}:[1-9]\d*: ", told[0]), told[0]
    assert str(project) not in result.stderr
    assert [entry.name for entry in target.iterdir()] == ["earlier.html"]


def test_the_line_is_the_fault_s_own(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    replace(SOURCES, 'date: "2025-05-17"', 'date: "2025-17-05"')(project)
    lines = (project / SOURCES).read_text(encoding="utf-8").splitlines()
    expected = lines.index('  date: "2025-17-05"') + 1
    assert f"{SOURCES}:{expected}: " in build(project, tmp_path / "built").stderr


def test_every_fault_is_told_in_one_run(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    for fault in ("a malformed date", "an unknown block of data", "a word in one language only"):
        FAULTS[fault][0](project)
    errors = build(project, tmp_path / "built").stderr
    for file in (SOURCES, PAGE, "data/wording.yml"):
        assert f"{file}:" in errors


def test_a_wrong_site_url_is_told(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    result = build(project, tmp_path / "built", site_url="someone.github.io/elsewhere")
    assert result.returncode == 1
    assert "site_url" in result.stderr
    assert "Traceback" not in result.stderr

"""Bad input stops the build: one clear sentence with file, line and mend, nothing written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing.project import build, copy_project

CLAIMS, SOURCES, GLOSSARY = "data/claims.yml", "data/sources.yml", "data/glossary.yml"
EVENTS = "data/events.yml"
TIES, MONEY = "data/charts/ties.yml", "data/charts/money.yml"
PAGE, TRANSLATION = "docs/fr/incident/index.md", "docs/en/incident/index.md"

HEAD = b"---\ntitle: T\ndescription: D\nrevised: 2026-11-25\n---\n"


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


def write(file: str, content: bytes) -> Callable[[Path], None]:
    def alter(project: Path) -> None:
        (project / file).parent.mkdir(exist_ok=True)
        (project / file).write_bytes(content)

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
        append(TRANSLATION, "\nA fact.[^mistral-2024]\n"),
        TRANSLATION,
        "cites “mistral-2024” but its twin docs/fr/incident/index.md does not",
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
        "there is no data block “nothing”: name one of downloads, events, glossary",
    ),
    "a page that is not UTF-8": (
        write(PAGE, "---\ntitle: L'été\n---\n".encode("latin-1")),
        PAGE,
        "the file is not UTF-8: save it as UTF-8",
    ),
    "data that is not UTF-8": (
        write(CLAIMS, "été: {}".encode("latin-1")),
        CLAIMS,
        "the file is not UTF-8: save it as UTF-8",
    ),
    "an empty file": (write(CLAIMS, b""), CLAIMS, "the file is empty: restore its records"),
    "a date that YAML would read": (
        replace(SOURCES, 'date: "2025-05-17"', "date: 2025-13-17"),
        SOURCES,
        "afp-2025-05-17.date: the calendar has no “2025-13-17”: correct the date",
    ),
    "an id with spaces": (
        append(CLAIMS, "\nun fait nouveau: {}\n"),
        CLAIMS,
        "“un fait nouveau” cannot be an id: write lower-case letters, digits and single hyphens",
    ),
    "a control character": (append(CLAIMS, "\nx: '\x01'\n"), CLAIMS, "not valid YAML"),
    "a record that is a word": (
        append(CLAIMS, "\nfait: oui\n"),
        CLAIMS,
        "fait: it is not a record: write its fields below it, one a line",
    ),
    "a word that a template asks for and is gone": (
        replace("data/wording.yml", "undated:", "dateless:"),
        "data/wording.yml",
        "the file has no “undated”: add it, in both languages",
    ),
    "a back link without its number": (
        replace("data/wording.yml", "reference {} in", "reference {} {x} in"),
        "data/wording.yml",
        "footnote-backlink.en: write {} once, where the number goes",
    ),
    "an id that a page has twice": (
        append(PAGE, "\n## Encore {#xai}\n"),
        PAGE,
        "the id “xai” stands already on line ",
    ),
    "an original that translates": (
        replace(PAGE, "title:", 'translates: {xai: "12345678"}\ntitle:'),
        PAGE,
        "the page is the original and translates nothing: remove “translates”",
    ),
    "a hash that is none": (
        replace(TRANSLATION, '  xai: "', '  xai: "1'),
        TRANSLATION,
        "has the wrong form: it is to match ^[0-9a-f]{8}$",
    ),
    "a translation without its original": (
        write(
            "docs/en/alone/index.md",
            HEAD + b"# T {#t}\n",
        ),
        "docs/en/alone/index.md",
        "the page has no French original: write that first, at the same path",
    ),
    "a page outside the languages": (
        write("docs/new.md", HEAD + b"# T\n"),
        "docs/new.md",
        "the page is in no language's folder: move it to docs/fr or docs/en, as .md",
    ),
    "two pages at one address": (
        write("docs/fr/incident.md", HEAD + b"# T\n"),
        "docs/fr/incident.md",
        f"the page has the address of {PAGE}: rename one of the two",
    ),
    "a block in the middle of a line": (
        append(PAGE, "\nVoici <!-- data: sources -->.\n"),
        PAGE,
        "write the block as <!-- data: NAME -->, alone on its line",
    ),
    "a catalog without rows": (
        write("data/catalog/models.csv", b""),
        "data/catalog/models.csv",
        "the file is empty: restore its rows",
    ),
    "a catalog without a column": (
        replace("data/catalog/models.csv", "lifecycle_as_of", "as_of"),
        "data/catalog/models.csv",
        "the columns lifecycle_as_of are missing: restore them",
    ),
    "a row with too many cells": (
        replace("data/catalog/models.csv", ";aspire-2026-09-29", ",aspire-2026-09-29"),
        "data/catalog/models.csv",
        "grok-4.6: the row has more cells than columns: quote those with commas",
    ),
    "a link from the host's root": (
        append(PAGE, "\n[Sources](/sources/#article)\n"),
        PAGE,
        "“/sources/#article” is an absolute link to this site: write ../sources/index.md#article",
    ),
    "a link with the site's own address": (
        append(PAGE, "\n[Home](https://example.github.io/grok-azure/en/)\n"),
        PAGE,
        "is an absolute link to this site: write ../index.md",
    ),
    "what is not YAML": (
        append(CLAIMS, "\nbroken: [\n"),
        CLAIMS,
        "not valid YAML",
    ),
    "words that are not YAML, read more than once": (
        append("data/wording.yml", "\nbroken: [\n"),
        "data/wording.yml",
        "not valid YAML",
    ),
    "a bad cell of the catalog": (
        replace("data/catalog/models.csv", ",ga,", ",golden,"),
        "data/catalog/models.csv",
        "grok-4.7, column lifecycle: “golden” is not known: it should be",
    ),
    "a word in one language only": (
        append("data/wording.yml", '\nhello: {fr: "bonjour"}\n'),
        "data/wording.yml",
        "hello has no field “en”: add it",
    ),
    "a term that names a claim that is not there": (
        replace(GLOSSARY, "claims: [depot-public]", "claims: [depot-prive]"),
        GLOSSARY,
        "repository names the claim “depot-prive”, missing in claims.yml: add it or correct",
    ),
    "a term in one language only": (
        replace(GLOSSARY, 'term: {fr: "jeton", en: "token"}', 'term: {fr: "jeton"}'),
        GLOSSARY,
        "token.term has no field “en”: add it",
    ),
    "a spelling of two terms": (
        replace(GLOSSARY, 'fr: ["jetons"]', 'fr: ["jetons", "Invite système"]'),
        GLOSSARY,
        "token: “Invite système” is already under system-prompt: keep one of the two",
    ),
    "a rendering to avoid that is a term": (
        replace(GLOSSARY, 'fr: ["token", "tokens"]', 'fr: ["token", "invites"]'),
        GLOSSARY,
        "token says to avoid “invites”, which prompt uses: drop one of them",
    ),
    "a definition without its point": (
        replace(GLOSSARY, "une personne ou à un groupe.", "une personne ou à un groupe"),
        GLOSSARY,
        "bequest.definition: end the definition with a point, in both languages",
    ),
    "a rendering to avoid, in a page": (
        append(PAGE, "\nLe modèle lit des tokens.\n"),
        PAGE,
        "“tokens” is a rendering to avoid: write “jeton”",
    ),
    "a rendering to avoid, in data": (
        replace(
            CLAIMS, "by Musk’s own announcement", "in a data centre, by Musk’s own announcement"
        ),
        CLAIMS,
        "“data centre” is a rendering to avoid: write “data center”",
    ),
    "an event that rests on an unknown claim": (
        replace(EVENTS, "claims: [offre-rejetee]", "claims: [inconnu]"),
        EVENTS,
        "offre-refusee rests on an unknown claim “inconnu”: add it to claims.yml",
    ),
    "an event that no page tells": (
        replace(EVENTS, '"openai/musk-v-openai/#appeal"', '"openai/musk-v-openai/#nowhere"'),
        EVENTS,
        "is told in “openai/musk-v-openai/#nowhere”, where there is no such section",
    ),
    "an hour that is none": (
        replace(EVENTS, 'date: "2025-07-08 22:28 UTC"', 'date: "2025-07-08 10:28 PM"'),
        EVENTS,
        "ligne-retiree.date: “2025-07-08 10:28 PM” is not an hour: write 2025-07-08 22:28 UTC",
    ),
    "a picture that rests on an unknown claim": (
        replace(TIES, "claims: [contre-plainte]", "claims: [inconnu]"),
        TIES,
        "the chart cites an unknown claim “inconnu”: add it to claims.yml or correct its name",
    ),
    "a tie to nobody": (
        replace(TIES, "to: [x]", "to: [y]"),
        TIES,
        "“y” is not a party: name one of nadella, microsoft, altman, openai, musk, x, xai, spacex",
    ),
    "a mark beyond the scale of its picture": (
        replace(MONEY, "start: 2026-04-27", "start: 2028-04-27"),
        MONEY,
        "“Since April 27, 2026” is outside the scale: widen it",
    ),
    "an hour that the day has not": (
        replace("data/charts/may-14.yml", 'start: "11:40"', 'start: "24:40"'),
        "data/charts/may-14.yml",
        "“24:40” is not a time of day: write 03:15, or 24:00 for its end",
    ),
    "a page without its date of revision": (
        replace(PAGE, "revised: ", "reviewed: "),
        PAGE,
        "the file has no field “revised”: add it",
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


@pytest.mark.parametrize(
    "site_url",
    [
        "someone.github.io/x/",
        "https://a.io/x/?q=1",
        "https://a.io//",
        'https://a.io/"><b>/',
        "null",
    ],
)
def test_a_wrong_site_url_is_told(site_url: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    result = build(project, tmp_path / "built", site_url=site_url)
    assert result.returncode == 1
    assert "site_url" in result.stderr
    assert "Traceback" not in result.stderr


def test_what_editors_leave_beside_a_file_is_no_fault(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "data/.#claims.yml").symlink_to("nobody@nowhere.1234")
    (project / "docs/fr/.#index.md").symlink_to("nobody@nowhere.1234")
    (project / "docs/fr/._index.md").write_bytes(b"\x00\x05\x16\xff")
    result = build(project, tmp_path / "built")
    assert result.returncode == 0, result.stderr

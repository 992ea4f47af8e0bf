"""The state of each translation: sections, acceptance, history, commands and notices."""

import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dossier.files.dates import PartialDate
from dossier.files.problems import DossierError
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.page import FrontMatter, Page, read_pages
from dossier.pages.sections import FRONT_MATTER, page_sections
from dossier.translation.acceptance import UnknownPageError, accept
from dossier.translation.history import section_at, word_diff
from dossier.translation.state import section_hash, translation_states
from tests.support.behind import (
    BEHIND,
    GONE_FROM_FRENCH,
    NEW_IN_FRENCH,
    STALE,
    UNCHECKED,
    UNTRANSLATED,
)
from tests.support.commands import run
from tests.support.site import ROOT, Site, first, plain
from tests.support.tables import read_table

FOLDER = ROOT / "tests/i18n"
FRENCH, ENGLISH = ((FOLDER / f"translations.{x}.md").read_text("utf-8") for x in LOCALES)
CASES = read_table("i18n/translations.yml")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The folder of one page in both languages; its translation is accepted."""
    for file, text in ((french(tmp_path / "docs"), FRENCH), (english(tmp_path / "docs"), ENGLISH)):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    accept(read_pages(tmp_path / "docs"), "made/")
    return tmp_path / "docs"


def french(docs: Path) -> Path:
    return docs / "fr/made/index.md"


def english(docs: Path) -> Path:
    return docs / "en/made/index.md"


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def change(docs: Path, case: dict[str, Any]) -> None:
    """Make the change of a case: see translations.yml."""
    for locale in case.keys() & set(LOCALES):
        file = docs / locale / "made/index.md"
        rewrite(file, *case[locale]) if case[locale] else file.unlink()


def page_of(docs: Path, locale: Locale = "fr") -> Page:
    return next(page for page in read_pages(docs) if page.locale == locale)


def made_page(source: str) -> Page:
    front_matter = FrontMatter(title="T", description="D", revised=PartialDate(2026))
    return Page("fr", Path("docs/fr/made/index.md"), "made/", front_matter, source)


def states(docs: Path) -> dict[str, str]:
    [page] = translation_states(read_pages(docs))
    return {"": page.state, **{section.id: section.state for section in page.sections}}


ALL_CURRENT = {"": "current", FRONT_MATTER: "current", "page": "current", "next": "current"}


# Sections and their hashes


def test_a_page_is_split_at_its_headings_that_have_an_id(docs: Path) -> None:
    sections = page_sections(page_of(docs))
    assert [(s.id, s.level, s.title, s.line) for s in sections] == [
        (FRONT_MATTER, 0, "Le titre", 1),
        ("page", 1, "La page", 9),
        ("next", 2, "La suite", 13),
    ]
    assert sections[0].text == "Le titre\n\nUne page.\n\n\nAvant tout.\n\n"
    assert sections[1].text == "# La page {#page}\n\nUn début.\n"
    assert sections[2].text.endswith("### Sans identifiant\n\nEncore.\n")


@pytest.mark.parametrize("case", CASES["states"].values(), ids=CASES["states"])
def test_each_section_has_the_state_of_its_own_text(case: dict[str, Any], docs: Path) -> None:
    change(docs, case)
    expected = {**ALL_CURRENT, **case.get("not", {})}
    assert states(docs) == expected


def test_sections_are_in_the_order_of_the_original(docs: Path) -> None:
    change(docs, CASES["states"]["a section that is not translated"])
    assert list(states(docs)) == ["", FRONT_MATTER, "page", "new", "next"]


def test_the_hash_is_short_and_in_the_english_page_only(docs: Path) -> None:
    hashes = page_of(docs, "en").front_matter.translates
    assert list(hashes) == [FRONT_MATTER, "page", "next"]
    assert hashes["page"] == "94482314" == section_hash(page_sections(page_of(docs))[1])
    assert french(docs).read_text(encoding="utf-8") == FRENCH
    assert sorted(file.name for file in docs.rglob("*.*")) == ["index.md", "index.md"]


# Acceptance


def accepted(docs: Path, name: str = "made/") -> bytes:
    accept(read_pages(docs), name)
    return english(docs).read_bytes()


@pytest.mark.parametrize("name", CASES["names"]["page"])
def test_a_page_is_named_by_its_address_or_its_file(docs: Path, name: str) -> None:
    rewrite(french(docs), "Un début.", "Un autre début.")
    accepted(docs, name)
    assert states(docs) == ALL_CURRENT


@pytest.mark.parametrize("name", CASES["names"]["home"])
def test_the_home_page_has_a_name_too(docs: Path, name: str) -> None:
    for locale in LOCALES:
        (docs / locale / "made/index.md").rename(docs / locale / "index.md")
    assert accept(read_pages(docs), name) == docs / "en/index.md"


@pytest.mark.parametrize("changes", CASES["written"].values(), ids=CASES["written"])
def test_acceptance_adds_its_lines_and_changes_no_other_byte(
    docs: Path, changes: list[list[str]]
) -> None:
    before = ENGLISH
    for old, new in changes:
        assert old in before
        before = before.replace(old, new)
    english(docs).write_bytes(before.encode())
    after = accepted(docs)
    assert re.sub(rb"translates:\r?\n(  .*\n)+", b"", after) == before.encode()
    assert after.count(b"\r\n") == (after.count(b"\n") if "\r" in before else 0)
    assert states(docs) == ALL_CURRENT
    assert accepted(docs) == after


def test_acceptance_replaces_old_hashes_in_place_in_the_french_order(docs: Path) -> None:
    old = 'translates:\n    next: "00000000"\n    gone: "00000000"\n'
    english(docs).write_text(ENGLISH.replace("title:", f"{old}title:"), encoding="utf-8")
    lines = accepted(docs).decode().split("\n")
    names = [line.partition(":")[0].strip() for line in lines[1:6]]
    assert names == ["translates", FRONT_MATTER, "page", "next", "title"]


@pytest.mark.parametrize("case", CASES["refused"].values(), ids=CASES["refused"])
def test_what_is_in_one_language_only_is_not_accepted(case: dict[str, Any], docs: Path) -> None:
    change(docs, case)
    before = {file: file.read_bytes() for file in docs.rglob("*.*")}
    with pytest.raises(DossierError) as raised:
        accept(read_pages(docs), "made/")
    message = str(raised.value).replace(f"{docs.parent}/", "")
    assert message.startswith(case["says"])
    assert "\n" not in message
    assert {file: file.read_bytes() for file in docs.rglob("*.*")} == before


@pytest.mark.parametrize("name", CASES["names"]["unknown"])
def test_an_unknown_page_is_reported(docs: Path, name: str) -> None:
    with pytest.raises(UnknownPageError, match=r"PAGE=incident/$"):
        accept(read_pages(docs), name)


def test_a_failure_to_write_leaves_the_page_whole(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(french(docs), "Un début.", "Un autre début.")
    before = english(docs).read_bytes()

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        accept(read_pages(docs), "made/")
    assert english(docs).read_bytes() == before
    assert [file.name for file in english(docs).parent.iterdir()] == ["index.md"]


def test_acceptance_keeps_the_rights_of_the_file(docs: Path) -> None:
    english(docs).chmod(0o640)
    accepted(docs)
    assert stat.S_IMODE(english(docs).stat().st_mode) == 0o640


# History


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(docs: Path) -> None:
    git(docs, "add", "-A")
    git(docs, "commit", "-m", "A change")


@pytest.fixture
def repository(docs: Path) -> Path:
    """The docs, in a repository; two commits have changed the French page since."""
    git(docs.parent, "init")
    commit(docs)
    for old, new in (("Un début.", "Un bon début."), ("bon début", "très bon début")):
        rewrite(french(docs), old, new)
        commit(docs)
    return docs


def command(docs: Path, *arguments: str) -> tuple[int, str]:
    """Return the exit code of a command beside the docs, and what it prints."""
    code, output, errors = run(docs.parent, *arguments)
    return code, output + errors


def test_the_version_translated_is_found_in_git(repository: Path) -> None:
    recorded = page_of(repository, "en").front_matter.translates["page"]
    assert "Un début." in section_at(french(repository), "page", recorded).text


def test_it_is_found_under_an_earlier_name(repository: Path) -> None:
    for folder, old, new in (("été", "très bon", "bel et bon"), ("later", "bel et bon", "autre")):
        (repository / "fr" / folder).mkdir()
        [file] = (repository / "fr").rglob("*.md")
        moved = file.rename(repository / "fr" / folder / "index.md")
        rewrite(moved, old, new)
        commit(repository)
    for text in ("Un début.", "Un bel et bon début."):
        [was] = page_sections(made_page(FRENCH.replace("Un début.", text)))[1:2]
        assert text in section_at(moved, "page", section_hash(was)).text


def test_commits_with_a_malformed_page_are_skipped(docs: Path) -> None:
    recorded = page_of(docs, "en").front_matter.translates["page"]
    git(docs.parent, "init")
    for text in (FRENCH, "no front matter", "---\ntitle: [\n---\n", FRENCH.replace("début", "fin")):
        french(docs).write_text(text, encoding="utf-8")
        commit(docs)
    assert "Un début." in section_at(french(docs), "page", recorded).text


@pytest.mark.parametrize(("before", "after", "lines"), CASES["word diffs"])
def test_words_that_differ_are_marked(before: str, after: str, lines: list[str]) -> None:
    assert word_diff(before, after) == lines


# Commands


def test_the_report_shows_what_is_not_current(repository: Path) -> None:
    rewrite(french(repository), "## La suite", "## Du neuf {#new}\n\nNeuf.\n\n## La suite")
    rewrite(english(repository), "## What", "## Gone {#gone}\n\n## What")
    assert command(repository, "translations") == (1, CASES["report"])


def test_the_report_is_short_and_the_code_0_if_all_is_current(docs: Path) -> None:
    counts = "3 sections: 3 current\n"
    assert command(docs, "translations") == (0, f"made/  current   {counts}1 pages, {counts}")


@pytest.mark.parametrize(("history", "path", "why"), CASES["no diff"])
def test_a_diff_that_cannot_be_had_is_a_sentence(
    history: str,
    path: str | None,
    why: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    docs: Path = request.getfixturevalue(history)
    rewrite(english(docs), 'page: "94482314"', 'page: "00000000"')
    if path is not None:
        monkeypatch.setenv("PATH", path)
    code, printed = command(docs, "translations")
    assert code == 1
    assert f"docs/fr/made/index.md:9\n        {why}" in printed


def test_acceptance_by_command(repository: Path) -> None:
    assert command(repository, "translations")[0] == 1
    printed = "docs/en/made/index.md is up to date with the French page\n"
    assert command(repository, "translations-accept", "made/") == (0, printed)
    assert command(repository, "translations")[0] == 0
    code, printed = command(repository, "translations-accept", "")
    assert (code, printed.count("\n")) == (1, 1)


# Notices for readers


def notices(site: Site, page: str) -> list[tuple[str | None, str, str | None, str | None]]:
    """Return each notice: id of the heading above it, text, address and language of its link."""
    found = []
    for notice in site.html(page).css("article .notice"):
        assert notice.attributes["role"] == "note"
        heading = notice.prev
        while heading is not None and heading.tag == "-text":
            heading = heading.prev
        link = first(notice, "a").attributes
        text = plain(notice.text()).strip()
        found.append((heading.id if heading else None, text, link["href"], link["hreflang"]))
    return found


def test_a_stale_section_says_so_under_its_heading_and_links_to_the_french(
    site_behind: Site,
) -> None:
    changed = "The French original has changed since this translation. Read the original"
    unchecked = "This translation has not been checked against the French original. "
    assert notices(site_behind, f"en/{BEHIND}") == [
        (None, changed, f"../../{BEHIND}", "fr"),
        (STALE, changed, f"../../{BEHIND}#{STALE}", "fr"),
        (UNCHECKED, f"{unchecked}Read the original", f"../../{BEHIND}#{UNCHECKED}", "fr"),
    ]


def test_neither_the_original_nor_the_site_itself_shows_a_notice(
    site_behind: Site, site: Site
) -> None:
    assert notices(site_behind, BEHIND) == []
    assert [page for page in site.pages() if notices(site, page)] == []


def test_the_site_itself_has_nothing_stale_and_nothing_missing() -> None:
    behind = [
        f"{page.path}#{section.id} is {section.state}: see make translations"
        for page in translation_states(read_pages(ROOT / "docs"))
        for section in page.sections
        if section.state != "current"
    ]
    assert behind == []


# The page with the state of the translation


EACH = pytest.mark.parametrize("locale", LOCALES)


def status(site: Site, locale: Locale) -> dict[str, list[int]]:
    """Return, by address within the language, the counts of the table."""
    rows = site.html(site_path(locale, "notes/i18n/")).css("article tbody tr")
    found = {}
    for row in rows:
        href = first(row, "th a").attributes["href"] or ""
        assert href.startswith("../../")
        found[href.removeprefix("../../")] = [int(cell.text()) for cell in row.css("td")]
    return found


@EACH
def test_the_table_counts_the_sections_of_every_page(locale: Locale, site_behind: Site) -> None:
    found = status(site_behind, locale)
    totals = first(site_behind.html(site_path(locale, "notes/i18n/")), "article tfoot").css("td")
    assert [int(cell.text()) for cell in totals] == [
        sum(column) for column in zip(*found.values(), strict=True)
    ]
    pages = [page for page in read_pages(ROOT / "docs") if page.locale == "fr"]
    whole = {page.path: len(page_sections(page)) for page in pages}
    assert found.keys() == whole.keys()
    assert found.pop(BEHIND) == [whole[BEHIND] - 3, 3, 1, 1]
    assert found.pop(UNTRANSLATED) == [0, 0, whole[UNTRANSLATED], 0]
    assert found == {path: [whole[path], 0, 0, 0] for path in found}


@EACH
def test_what_is_not_current_is_listed(locale: Locale, site_behind: Site) -> None:
    html = site_behind.html(site_path(locale, "notes/i18n/"))
    behind, missing = (
        [plain(entry.text()).strip() for entry in item.css("li li")]
        for item in html.css(".unfinished > li")
    )
    assert [[entry.rpartition(", ")[2] for entry in behind], missing] == CASES["unfinished"][locale]
    # A section leads to itself in the pages that have it.
    own = {"fr": NEW_IN_FRENCH, "en": GONE_FROM_FRENCH}[locale]
    links = [a.attributes["href"] for a in html.css(".unfinished a")]
    assert links == [f"../../{BEHIND}#{section}" for section in (STALE, UNCHECKED, own)]


@EACH
def test_if_all_is_current_the_page_says_so(locale: Locale, site: Site) -> None:
    text = plain(first(site.html(site_path(locale, "notes/i18n/")), "article").text())
    assert {"fr": "Tout est à jour.", "en": "Everything is current."}[locale] in text
    assert all(set(counts[1:]) == {0} for counts in status(site, locale).values())

"""Typography of both languages: what breaks a rule is found and fixed, all else left alone."""

import errno
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.files.problems import DossierError
from dossier.locales import LOCALES, Locale
from dossier.typography.fix_markdown import fix_markdown
from dossier.typography.proofreader import fix_data, fix_page, proofread, write
from dossier.typography.rule import FixedText
from tests.support.commands import run
from tests.support.site import ROOT
from tests.support.small import small_project
from tests.support.tables import read_table

NB, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


CASES = read_table("i18n/typography.yml")
BROKEN = [(locale, *texts) for locale in LOCALES for texts in CASES[locale]["fixed"]]
LEFT = [(locale, *texts) for locale in LOCALES for texts in CASES[locale]["left"]]
FINE = [(locale, text) for locale in LOCALES for text in CASES[locale]["fine"]]
KEPT, KEPT_APART = CASES["kept"], CASES["kept on lines of its own"]


@pytest.mark.parametrize(("locale", "broken", "fine"), BROKEN)
def test_what_breaks_a_rule_is_found_and_fixed(locale: Locale, broken: str, fine: str) -> None:
    fixed, errors = fix_markdown(f"\n\n{broken}\n", locale)
    assert fixed == f"\n\n{fine}\n"
    assert errors
    assert {(error.line, error.fixed) for error in errors} == {(3, True)}
    assert fix_markdown(fine, locale) == (fine, [])


@pytest.mark.parametrize(("locale", "broken", "sentence"), LEFT)
def test_what_cannot_be_decided_is_left_to_a_person(
    locale: Locale, broken: str, sentence: str
) -> None:
    fixed, errors = fix_markdown(f"\n{broken}", locale)
    assert fixed == f"\n{broken}"
    assert [(error.line, error.fixed) for error in errors] == [(2, False)]
    assert sentence in errors[0].message


@pytest.mark.parametrize(("locale", "fine"), FINE)
def test_what_breaks_no_rule_is_no_error(locale: Locale, fine: str) -> None:
    assert fix_markdown(fine, locale) == (fine, [])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kept", KEPT + KEPT_APART)
def test_what_is_not_for_readers_is_left_alone(kept: str, locale: Locale) -> None:
    text = f"mot\n\n{kept}\n\nmot"
    assert fix_markdown(text, locale) == (text, [])


@pytest.mark.parametrize(("locale", "written", "fixed"), CASES["quotations"])
def test_a_quotation_follows_the_rules_of_its_language(
    locale: Locale, written: str, fixed: str
) -> None:
    assert fix_markdown(written, locale)[0] == fixed


# Words, marks and what must stay, in any order, for cases that no list has.
PIECES = [*KEPT, *KEPT_APART, *(case[1] for case in BROKEN), *"  \n;:!?%«»“”\"'.,-*_()1aAE"]
PIECES += [NB, NARROW, "\n\n", "- ", "...", "256", "*Oui ; non*{ lang=fr }", "\ue000"]


@pytest.mark.parametrize("locale", LOCALES)
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_fixed_text_has_nothing_left_to_fix(locale: Locale, text: str) -> None:
    once, _ = fix_markdown(text, locale)
    twice, errors = fix_markdown(once, locale)
    assert twice == once
    assert [error for error in errors if error.fixed] == []
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize("locale", LOCALES)
@given(
    kept=st.lists(st.sampled_from(KEPT), min_size=1, max_size=5),
    words=st.lists(st.sampled_from([case[1] for case in BROKEN]), min_size=6, max_size=6),
)
def test_a_fix_never_changes_what_must_be_left_alone(
    locale: Locale, kept: list[str], words: list[str]
) -> None:
    text = words[-1] + "".join(f" {piece} {word}" for piece, word in zip(kept, words, strict=False))
    fixed, position = fix_markdown(text, locale)[0], 0
    for piece in kept:
        position = fixed.index(piece, position) + len(piece)


def test_the_project_has_no_error_of_typography_in_any_page_or_data_file() -> None:
    proofs = proofread(ROOT)
    errors = sorted(str(error) for proof in proofs for error in [*proof.fixable, *proof.unfixable])
    assert not errors, "\n".join([*errors, "fix: make typo"])
    assert [proof.file for proof in proofs if proof.fixed_text != proof.text] == []
    written = {*ROOT.glob("docs/*/**/*.md"), *ROOT.glob("data/**/*.yml")}
    assert {proof.file for proof in proofs} == written


@pytest.mark.parametrize(
    ("name", "fix"), [("page", partial(fix_page, locale="fr")), ("data", fix_data)]
)
def test_a_file_is_fixed_in_what_readers_see_in_the_quotes_that_it_has(
    name: str, fix: Callable[..., FixedText]
) -> None:
    case = CASES[name]
    fixed, typos = fix(case["written"], file=Path("file"))
    assert fixed == case["fixed"]
    assert sorted({typo.line for typo in typos}) == case["lines"]


# Without quotes is the hard case, on one line above all.
@settings(max_examples=200)
@given(
    style=st.sampled_from([None, None, "'", '"']),
    flow=st.sampled_from([True, True, False]),
    words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
)
def test_fixed_data_is_still_yaml_with_the_fixed_words(
    style: str | None, flow: bool, words: str
) -> None:
    words = re.sub(r"[\s\ue000]+", " ", words.replace("\\", ""))
    written = {"before": "l'a ; b", "fr": words, "after": ["l'a"]}
    text = yaml.dump(
        written, default_style=style, default_flow_style=flow, allow_unicode=True, width=10**6
    )
    read = yaml.load(fix_data(text, Path("data.yml"))[0], yaml.CBaseLoader)
    assert read == {**written, "fr": fix_markdown(words, "fr")[0]}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project with three errors that can be fixed and one to decide on."""
    project = small_project(tmp_path / "project")
    for name, text in CASES["project"].items():
        (project / name).write_text(text, encoding="utf-8")
    return project


def test_the_command_lists_the_errors_and_fixes_them_on_demand(broken: Path) -> None:
    before = contents(broken)
    assert run(broken, "typo") == (1, CASES["listed"], "")
    assert contents(broken) == before
    assert run(broken, "typo", "--fix") == (1, CASES["listed as fixed"], "")
    changed = {name for name, content in contents(broken).items() if content != before[name]}
    assert changed == {"data/wording.yml", "docs/fr/index.md"}
    assert contents(broken).keys() == before.keys()


def test_the_command_accepts_a_project_whose_errors_are_fixed(broken: Path) -> None:
    page = broken / "docs/fr/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace(' "', ""), encoding="utf-8")
    assert run(broken, "typo", "--fix")[1].endswith("typography errors: 0, fixed: 3\n")
    assert run(broken, "typo", "--fix") == (0, "typography errors: 0, fixed: 0\n", "")
    assert run(broken, "typo") == (0, "typography errors: 0\n", "")


def test_a_fix_keeps_line_ends_byte_order_mark_and_permissions(broken: Path) -> None:
    page = broken / "docs/fr/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    page.chmod(0o640)
    run(broken, "typo", "--fix")
    fixed = text.replace("l'un", "l’un").replace("Quoi ?", f"Quoi{NARROW}?")
    assert page.read_bytes() == b"\xef\xbb\xbf" + fixed.replace("\n", "\r\n").encode()
    assert page.stat().st_mode & 0o777 == 0o640


def test_a_malformed_file_is_reported_and_nothing_is_changed(broken: Path) -> None:
    (broken / "data/sources.yml").write_text("a: [\n", encoding="utf-8")
    before = contents(broken)
    code, output, errors = run(broken, "typo", "--fix")
    assert (code, output) == (1, "")
    assert re.fullmatch(r"data/sources\.yml:2: not valid YAML .*\n", errors)
    assert contents(broken) == before


def test_a_file_that_cannot_be_replaced_is_left_as_it_was(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    before = contents(broken)
    monkeypatch.setattr(Path, "replace", refuse)
    page = next(proof for proof in proofread(broken) if proof.fixed_text != proof.text)
    with pytest.raises(DossierError, match="cannot be fixed"):
        write(page)
    assert contents(broken) == before


def contents(project: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(project)): file.read_bytes()
        for folder in ("docs", "data")
        for file in (project / folder).rglob("*")
        if file.is_file()
    }

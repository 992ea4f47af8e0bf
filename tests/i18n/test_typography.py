"""Both languages keep their typography, and the mending of it leaves all else alone."""

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.files.problems import DossierError
from dossier.locales import LOCALES, Locale
from dossier.typography.fix_markdown import fix_markdown
from dossier.typography.proofreader import Proof, fix_data, fix_page, proofread, write
from publishing.project import copy_project
from tests.support.site import ROOT

NB, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"

# Each breaks one rule; its twin, which the mend is to give, breaks none.
BROKEN: list[tuple[Locale, str, str]] = [
    ("fr", "Grok  parle", "Grok parle"),
    ("fr", f"Grok {NB}: lui", f"Grok{NB}: lui"),
    ("fr", "Et alors...", "Et alors…"),
    ("fr", "l'annonce", "l’annonce"),
    ("fr", "l'*annonce*", "l’*annonce*"),
    ("fr", "L'[annonce](x.md)", "L’[annonce](x.md)"),
    ("fr", 'le "mot" juste', f"le «{NB}mot{NB}» juste"),
    ("fr", "le “mot” juste", f"le «{NB}mot{NB}» juste"),
    ("fr", f"le « mot{NB}»", f"le «{NB}mot{NB}»"),
    ("fr", f"le «mot{NB}»", f"le «{NB}mot{NB}»"),
    ("fr", f"le «{NB}mot »", f"le «{NB}mot{NB}»"),
    ("fr", f"le «{NB}mot»", f"le «{NB}mot{NB}»"),
    ("fr", f"le «{NARROW}mot{NB}»", f"le «{NB}mot{NB}»"),
    ("fr", "oui ; non", f"oui{NARROW}; non"),
    ("fr", "oui; non", f"oui{NARROW}; non"),
    ("fr", f"oui{NB}; non", f"oui{NARROW}; non"),
    ("fr", "oui[^a]; non", f"oui[^a]{NARROW}; non"),
    ("fr", "Quoi ?", f"Quoi{NARROW}?"),
    ("fr", "Quoi ?[^a]", f"Quoi{NARROW}?[^a]"),
    ("fr", f"«{NB}Quoi?{NB}»", f"«{NB}Quoi{NARROW}?{NB}»"),
    ("fr", "Quoi?!", f"Quoi{NARROW}?!"),
    ("fr", "Non !", f"Non{NARROW}!"),
    ("fr", "ceci : cela", f"ceci{NB}: cela"),
    ("fr", "ceci: cela", f"ceci{NB}: cela"),
    ("fr", "**ceci:** cela", f"**ceci{NB}:** cela"),
    ("fr", f"ceci{NARROW}: cela", f"ceci{NB}: cela"),
    ("fr", "27 % de", f"27{NB}% de"),
    ("fr", "27% de", f"27{NB}% de"),
    ("fr", "oui , non .", "oui, non."),
    ("fr", "1 900 modèles", f"1{NARROW}900 modèles"),
    ("fr", f"1{NB}900 modèles", f"1{NARROW}900 modèles"),
    ("fr", f"2{NARROW}000 000 jetons", f"2{NARROW}000{NARROW}000 jetons"),
    ("fr", "256000 jetons", f"256{NARROW}000 jetons"),
    ("fr", "256,000 et 2,000,000", f"256{NARROW}000 et 2{NARROW}000{NARROW}000"),
    ("fr", "97.4 milliards", "97,4 milliards"),
    ("fr", f"le 1er{NB}mai", f"le 1ᵉʳ{NB}mai"),
    ("fr", f"le 1{NB}mai", f"le 1ᵉʳ{NB}mai"),
    ("fr", "le 19 mai 2025", f"le 19{NB}mai 2025"),
    ("fr", "le 1ᵉʳ mai", f"le 1ᵉʳ{NB}mai"),
    ("fr", "Les Etats-Unis", "Les États-Unis"),
    ("fr", "L’Etat, l’Eglise", "L’État, l’Église"),
    ("fr", "A propos de lui", "À propos de lui"),
    ("fr", "Oui. A l’heure", "Oui. À l’heure"),
    ("en", "Grok  talks", "Grok talks"),
    ("en", "So what...", "So what…"),
    ("en", "xAI's bot", "xAI’s bot"),
    ("en", "[Azure](x.md)'s", "[Azure](x.md)’s"),
    ("en", "the models' prices", "the models’ prices"),
    ("en", "“the 'so-called' word”", "“the ‘so-called’ word”"),
    ("en", 'the "right" word', "the “right” word"),
    ("en", f"the «{NB}right{NB}» word", "the “right” word"),
    ("en", "yes ; no", "yes; no"),
    ("en", f"yes{NARROW}? No{NB}: no .", "yes? No: no."),
    ("en", f"27{NB}% of", "27% of"),
    ("en", "1 900 models", "1,900 models"),
    ("en", f"2{NARROW}000{NARROW}000 tokens", "2,000,000 tokens"),
    ("en", "256000 tokens", "256,000 tokens"),
    ("en", "97,4 billion", "97.4 billion"),
    ("en", "19 May 2025", "May 19, 2025"),
    ("en", "On 19 May 2025 it came", "On May 19, 2025, it came"),
    ("en", "on Monday 19 May, it", "on Monday, May 19, it"),
    ("en", "on May 19 2025.", "on May 19, 2025."),
    ("en", "an unauthorised change", "an unauthorized change"),
    ("en", "the catalogue", "the catalog"),
    ("en", "Catalogue", "Catalog"),
    ("en", "its behaviour, its licence", "its behavior, its license"),
    ("en", "organised, recognises, Organisation", "organized, recognizes, Organisation"),
]
# What only a person can mend, with the sentence that says so.
LEFT: list[tuple[Locale, str, str]] = [
    ("fr", 'un " seul', "write ’ or « »"),
    ("fr", "les '90", "write ’ or « »"),
    ("fr", "dit-il «\nmot", "write « and » on the line of the words that they enclose"),
    ("en", 'one " only', "write ’ or “ ”"),
    ("en", "so » only", "write ’ or “ ”"),
    ("en", "on 18 and 19 May 2025", "write the date as May 19, 2025"),
]
# What the rules could be taken to mean, and do not.
FINE: list[tuple[Locale, str]] = [
    ("fr", "À 3:15, en 1900, Grok 4.2 a 131K jetons (?)"),
    ("fr", f"«{NB}Il a dit “non”{NB}»"),
    ("fr", "![image](x.png) et ![image](y.png)"),
    ("fr", "A-t-il parlé ? A été dit. Le bloc A la suit.".replace(" ?", f"{NARROW}?")),
    ("fr", "| a   | b |\n|:----|--:|\n| c   | d |"),
    ("fr", "-   un\n-   deux\n\n1.  trois\n\n:   quatre"),
    ("en", "In 1900, Grok 4.2 had 1,900 of 131K at 3:15"),
    ("en", "Grok 3 256 000 and July 4 300 guests; Grok 3 May come"),
    ("en", "“the catalogue” of the Labour Party; an organism, programmed"),
    ("fr", "Le décret 14204 et le décret américain 14204"),
    ("en", "Executive Order 14204 of 2025"),
    ("en", "the terms: *modification non autorisée ; l’annonce*{ lang=de }"),
]
# What is no words for readers, or not ours to change: it holds what both languages forbid.
LEFT_ALONE = [
    '`l\'a ;  b "c" 19 May 2025`',
    "<https://example.org/?a=1;b='c'>",
    "https://example.org/l'a?b=1;c",
    '[mot](l\'a.md "titre")',
    "[mot][l'a]",
    "[l'a ;  b](x.md){ lang=de }",
    "[^l'a]",
    '<!-- l\'a ;  b "c" -->',
    "<span title='a ;  b'>mot</span>",
    "<code>l'a ;  b</code>",
    '<q lang="de">l\'a ;  b</q>',
    "{: .lead  title='a ; b' }",
    '*l\'a ;  b "c"*{ lang=de }',
    "&nbsp;",
    "\\'",
    "\ue000",
]
LEFT_ALONE_ON_ITS_OWN_LINES = [
    '```\nl\'a ;  b "c"\n```',
    "~~~ py\nl'a ;  b\n~~~",
    "[l'a]: https://example.org \"l'a\"",
    "|  :---  |  --:  |",
]


@pytest.mark.parametrize(("locale", "broken", "fine"), BROKEN)
def test_a_broken_rule_is_found_and_mended(locale: Locale, broken: str, fine: str) -> None:
    mended, faults = fix_markdown(f"\n\n{broken}\n", locale)
    assert mended == f"\n\n{fine}\n"
    assert faults
    assert {(fault.line, fault.fixed) for fault in faults} == {(3, True)}
    assert fix_markdown(fine, locale) == (fine, [])


@pytest.mark.parametrize(("locale", "broken", "sentence"), LEFT)
def test_what_cannot_be_decided_is_left_to_a_person(
    locale: Locale, broken: str, sentence: str
) -> None:
    mended, faults = fix_markdown(f"\n{broken}", locale)
    assert mended == f"\n{broken}"
    assert [(fault.line, fault.fixed) for fault in faults] == [(2, False)]
    assert sentence in faults[0].message


@pytest.mark.parametrize(("locale", "fine"), FINE)
def test_what_breaks_no_rule_is_no_fault(locale: Locale, fine: str) -> None:
    assert fix_markdown(fine, locale) == (fine, [])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kept", LEFT_ALONE + LEFT_ALONE_ON_ITS_OWN_LINES)
def test_what_is_not_for_readers_is_left_alone(kept: str, locale: Locale) -> None:
    text = f"mot\n\n{kept}\n\nmot"
    assert fix_markdown(text, locale) == (text, [])


def test_a_quotation_follows_the_rules_of_its_language() -> None:
    quotation, block = "*We ; it's 27 %*{{ lang=en }}", "> It's so ;\n>\n> Yes ?\n{{: lang=en }}"
    text = f"Il dit: «{quotation}».\n\n{block}\n".format()
    assert fix_markdown(text, "fr")[0] == (
        f"Il dit{NB}: «{NB}*We; it’s 27%*{{ lang=en }}{NB}».\n\n"
        "> It’s so;\n>\n> Yes?\n{: lang=en }\n"
    )
    assert fix_markdown("so “*Quoi ?*{ lang=fr }”", "en")[0] == f"so “*Quoi{NARROW}?*{{ lang=fr }}”"


# Words, marks and what must stay, in any order: what no list of cases would think of.
PIECES = [
    *LEFT_ALONE,
    *LEFT_ALONE_ON_ITS_OWN_LINES,
    *(broken for _, broken, _ in BROKEN),
    *"  \n;:!?%«»“”\"'.,-*_()1aAE",
]
PIECES += [NB, NARROW, "\n\n", "- ", "...", "256", "*Oui ; non*{ lang=fr }", "\ue000"]


@pytest.mark.parametrize("locale", LOCALES)
@settings(deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_mended_needs_no_mending(locale: Locale, text: str) -> None:
    once, _ = fix_markdown(text, locale)
    twice, faults = fix_markdown(once, locale)
    assert twice == once
    assert [fault for fault in faults if fault.fixed] == []
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize("locale", LOCALES)
@settings(deadline=None)
@given(
    kept=st.lists(st.sampled_from(LEFT_ALONE), min_size=1, max_size=5),
    words=st.lists(st.sampled_from([broken for _, broken, _ in BROKEN]), min_size=6, max_size=6),
)
def test_mending_never_changes_what_is_to_be_left_alone(
    locale: Locale, kept: list[str], words: list[str]
) -> None:
    text = words[-1] + "".join(f" {piece} {word}" for piece, word in zip(kept, words, strict=False))
    mended, position = fix_markdown(text, locale)[0], 0
    for piece in kept:
        position = mended.index(piece, position) + len(piece)


PROOFS = proofread(ROOT)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: str(proof.file.relative_to(ROOT)))
def test_the_project_has_no_fault(proof: Proof) -> None:
    assert [str(fault) for fault in [*proof.fixable, *proof.unfixable]] == []
    assert proof.fixed_text == proof.text


def test_every_page_and_data_file_is_read() -> None:
    written = {*ROOT.glob("docs/*/**/*.md"), *ROOT.glob("data/**/*.yml")}
    assert {proof.file for proof in PROOFS} == written


def test_a_page_is_mended_in_its_text_and_in_what_readers_see_of_its_front_matter() -> None:
    page = "---\ntitle: L'un\nother: l'autre\ndescription: \"Il : l'un\"\n---\n\nQuoi ?\n"
    mended, faults = fix_page(page, "fr", Path("page.md"))
    assert mended == (
        f'---\ntitle: L’un\nother: l\'autre\ndescription: "Il{NB}: l’un"\n---\n\nQuoi{NARROW}?\n'
    )
    assert [fault.line for fault in faults] == [2, 4, 4, 7]


def test_data_is_mended_where_it_stands_in_the_characters_that_hold_it() -> None:
    data = """# l'a ; b
key:   # l'a
  fr:   'L''un ;  "deux"'   # l'a
  en: "yes ; \\"no\\" \\u2026"
  title: "It's ; so"
  quotation: {text: "It's", lang: en}
list: [{fr: l'un, en: 1 900 models}, {fr: 'oui', en: yes}]
folded:
  en: >-
    yes ;
    it's
nested: {fr: {definition: l'un, avoid: [l'autre]}}
"""
    mended, faults = fix_data(data, Path("data.yml"))
    assert (
        mended
        == f"""# l'a ; b
key:   # l'a
  fr:   'L’un{NARROW}; «{NB}deux{NB}»'   # l'a
  en: "yes; “no” \\u2026"
  title: "It's ; so"
  quotation: {{text: "It's", lang: en}}
list: [{{fr: l’un, en: "1,900 models"}}, {{fr: 'oui', en: yes}}]
folded:
  en: >-
    yes;
    it’s
nested: {{fr: {{definition: l’un, avoid: [l'autre]}}}}
"""
    )
    assert sorted({fault.line for fault in faults}) == [3, 4, 7, 10, 11, 12]


@pytest.mark.parametrize("style", ["'", '"', None])
@pytest.mark.parametrize("flow", [True, False])
@settings(deadline=None)
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_mended_data_is_still_yaml_and_says_the_mended_words(
    style: str | None, flow: bool, words: str
) -> None:
    words = re.sub(r"[\s\ue000]+", " ", words.replace("\\", ""))
    written = {"before": "l'a ; b", "fr": words, "after": ["l'a"]}
    text = yaml.dump(
        written, default_style=style, default_flow_style=flow, allow_unicode=True, width=10**6
    )
    read = yaml.load(fix_data(text, Path("data.yml"))[0], yaml.BaseLoader)
    assert read == {**written, "fr": fix_markdown(words, "fr")[0]}


def test_the_command_is_content_with_the_project() -> None:
    result = typo(ROOT)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "typography errors: 0\n"


def test_the_command_lists_the_faults_and_mends_when_told_to(tmp_path: Path) -> None:
    project = broken_project(tmp_path / "project")
    before = contents(project)
    listed = typo(project)
    assert (listed.returncode, listed.stderr) == (1, "")
    assert listed.stdout == (
        "data/wording.yml:4: “L'a”: write ’ for the apostrophe, not '\n"
        "docs/fr/index.md:3: “l'un”: write ’ for the apostrophe, not '\n"
        "docs/fr/index.md:7: “Quoi ?”: write a narrow no-break space (U+202F) before ; ! and ?\n"
        'docs/fr/index.md:9: “Un " seul”: write ’ or « », or mark the words as code\n'
        "typography errors: 4\n"
    )
    assert contents(project) == before

    mended = typo(project, "--fix")
    assert (mended.returncode, mended.stderr) == (1, "")
    assert mended.stdout.splitlines() == [
        *(f"{line} (fixed)" for line in listed.stdout.splitlines()[:3]),
        *listed.stdout.splitlines()[3:4],
        "typography errors: 1, fixed: 3",
    ]
    changed = {name for name, content in contents(project).items() if content != before[name]}
    assert changed == {"data/wording.yml", "docs/fr/index.md"}
    assert contents(project).keys() == before.keys()


def test_once_all_is_mended_the_command_is_content(tmp_path: Path) -> None:
    project = broken_project(tmp_path / "project")
    page = project / "docs/fr/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace(' "', ""), encoding="utf-8")
    assert typo(project, "--fix").stdout.endswith("typography errors: 0, fixed: 3\n")
    again = typo(project, "--fix")
    assert (again.returncode, again.stdout) == (0, "typography errors: 0, fixed: 0\n")


def test_mending_keeps_line_ends_byte_order_mark_and_rights(tmp_path: Path) -> None:
    project = broken_project(tmp_path / "project")
    page = project / "docs/fr/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    page.chmod(0o640)
    typo(project, "--fix")
    mended = text.replace("l'un", "l’un").replace("Quoi ?", f"Quoi{NARROW}?")
    assert page.read_bytes() == b"\xef\xbb\xbf" + mended.replace("\n", "\r\n").encode()
    assert page.stat().st_mode & 0o777 == 0o640


def test_a_malformed_file_is_told_and_nothing_is_mended(tmp_path: Path) -> None:
    project = broken_project(tmp_path / "project")
    (project / "data/sources.yml").write_text("a: [\n", encoding="utf-8")
    before = contents(project)
    result = typo(project, "--fix")
    assert (result.returncode, result.stdout) == (1, "")
    assert re.fullmatch(r"data/sources\.yml:2: not valid YAML .*\n", result.stderr)
    assert contents(project) == before


def test_a_file_that_cannot_be_replaced_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    project = broken_project(tmp_path / "project")
    before = contents(project)
    monkeypatch.setattr(Path, "replace", refuse)
    page = next(proof for proof in proofread(project) if proof.fixed_text != proof.text)
    with pytest.raises(DossierError, match="cannot be fixed"):
        write(page)
    assert contents(project) == before


def broken_project(target: Path) -> Path:
    """Make a project of one pair of pages, with three faults to mend and one to decide on."""
    copy_project(target)
    for locale in LOCALES:
        shutil.rmtree(target / "docs" / locale)
        (target / "docs" / locale).mkdir()
    (target / "docs/en/index.md").write_text(
        "---\ntitle: A\ndescription: B\nrevised: 2026-11-25\n---\n"
    )
    (target / "docs/fr/index.md").write_text(
        "---\ntitle: A\ndescription: l'un\nrevised: 2026-11-25\n---\n\nQuoi ?\n\nUn \" seul\n",
        encoding="utf-8",
    )
    (target / "data/wording.yml").write_text('# l\'a\n\na:\n  fr: "L\'a"\n  en: "a"\n')
    return target


def contents(project: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(project)): file.read_bytes()
        for folder in ("docs", "data")
        for file in (project / folder).rglob("*")
        if file.is_file()
    }


def typo(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", "typo", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

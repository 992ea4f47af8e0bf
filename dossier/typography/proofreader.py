"""The proofreader: checks and fixes the typography of pages and data."""

from dataclasses import dataclass
from pathlib import Path

from dossier.files.atomic import replace_file
from dossier.files.problems import DossierError, Problem, checking, gathering, read_text
from dossier.locales import LOCALES, Locale, as_locale
from dossier.pages.page import FRONT_MATTER, read_pages
from dossier.typography.fix_markdown import fix_markdown
from dossier.typography.fix_yaml import Keys, fix_yaml
from dossier.typography.rule import FixedText


@dataclass(frozen=True)
class Proof:
    """A file, what it contains, what it should, and its typos with a single fix or without."""

    file: Path
    text: str
    fixed_text: str
    fixable: list[Problem]
    unfixable: list[Problem]


def proofread(root: Path) -> list[Proof]:
    """Check every page and data file under `root`, by the rules of its language.

    Raises:
        DossierError: a file cannot be read or is malformed.
    """
    proofs = []
    with checking() as problems:
        with gathering(problems):
            for page in read_pages(root / "docs"):
                fixed = fix_page(page.source, page.locale, page.file)
                proofs.append(_proof(page.file, page.source, fixed))
        for file in sorted((root / "data").rglob("*.yml")):
            with gathering(problems):
                text = read_text(file)
                proofs.append(_proof(file, text, fix_data(text, file)))
    return proofs


def write(proof: Proof) -> None:
    """Write the fixed text to the file, with the line ends and byte order mark that it has.

    Raises:
        DossierError: the file cannot be written; it is unchanged.
    """
    if proof.fixed_text == proof.text:
        return
    before = proof.file.read_bytes()
    encoding = "utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8"
    line_end = "\r\n" if b"\r\n" in before else "\n"
    try:
        replace_file(proof.file, proof.fixed_text.replace("\n", line_end).encode(encoding))
    except OSError as error:
        message = f"the file cannot be fixed ({error.strerror}): make its folder writable"
        raise DossierError.at(proof.file, 1, message) from None


def fix_page(text: str, locale: Locale, file: Path) -> FixedText:
    """Fix the text of a page, and the title and description in its front matter.

    Raises:
        DossierError: the front matter is not YAML.
    """
    match = FRONT_MATTER.match(text)
    assert match, f"{file}: read_pages takes no page without front matter"
    start, end = match.span(1)

    def locale_of(keys: Keys) -> Locale | None:
        return locale if keys[0] in ("title", "description") else None

    top, top_typos = fix_yaml(match[1], file, locale_of, 1 + text.count("\n", 0, start))
    body, body_typos = fix_markdown(text[end:], locale, 1 + text.count("\n", 0, end))
    return text[:start] + top + body, top_typos + body_typos


def fix_data(text: str, file: Path) -> FixedText:
    """Fix the values of the keys `fr` and `en`, except lists of them: they hold search words.

    Raises:
        DossierError: the file is not YAML.
    """

    def locale_of(keys: Keys) -> Locale | None:
        for key in reversed(keys):
            if isinstance(key, int):
                return None
            if key in LOCALES:
                return as_locale(key)
        return None

    return fix_yaml(text, file, locale_of)


def _proof(file: Path, text: str, fixed: FixedText) -> Proof:
    fixed_text, typos = fixed
    fixable, unfixable = (
        sorted(Problem(file, typo.line, typo.message) for typo in typos if typo.fixed is wanted)
        for wanted in (True, False)
    )
    return Proof(file, text, fixed_text, fixable, unfixable)

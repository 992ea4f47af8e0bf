"""The typography of the project's own files: pages and data, read and mended."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from dossier.files.problems import DossierError, Problem, gathering, read_text
from dossier.locales import LOCALES, Locale
from dossier.pages.page import FRONT_MATTER, read_pages
from dossier.typography.in_markdown import Mended, mend_markdown, moved
from dossier.typography.in_yaml import Keys, mend_yaml

_FRONT_MATTER_PROSE = ("title", "description")


@dataclass(frozen=True)
class Proof:
    """A file and what its typography wants.

    Attributes:
        file: the file.
        text: what it holds.
        mended: what it would hold, line for line, without the faults in `mendable`.
        mendable: the faults that have one mend.
        left: those that a person must decide on.
    """

    file: Path
    text: str
    mended: str
    mendable: list[Problem]
    left: list[Problem]


def proofread(root: Path) -> list[Proof]:
    """Read every page and data file under `root`, by the rules of its language.

    Raises:
        DossierError: one cannot be read, or is malformed.
    """
    proofs = []
    problems: list[Problem] = []
    with gathering(problems):
        for page in read_pages(root / "docs"):
            text = read_text(page.file)
            proofs.append(_proof(page.file, text, mend_page(text, page.locale, page.file)))
    for file in sorted((root / "data").rglob("*.yml")):
        with gathering(problems):
            text = read_text(file)
            proofs.append(_proof(file, text, mend_data(text, file)))
    if problems:
        raise DossierError(problems)
    return proofs


def write(proof: Proof) -> None:
    """Write the mended text in the file's place, whole or not at all.

    The file keeps its rights, its line ends and its byte order mark.

    Raises:
        DossierError: it cannot be written.
    """
    if proof.mended == proof.text:
        return
    before = proof.file.read_bytes()
    encoding = "utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8"
    line_end = "\r\n" if b"\r\n" in before else "\n"
    new = proof.file.with_name(f".{proof.file.name}.new")
    try:
        new.write_text(proof.mended, encoding, newline=line_end)
        shutil.copymode(proof.file, new)
        new.replace(proof.file)
    except OSError as error:
        new.unlink(missing_ok=True)
        message = f"the file cannot be mended ({error.strerror}): make its folder writable"
        raise DossierError([Problem(proof.file, 1, message)]) from None


def mend_page(text: str, locale: Locale, file: Path) -> Mended:
    """Mend a page: its text, and what its front matter has readers read.

    Raises:
        DossierError: the front matter is not YAML.
    """
    match = FRONT_MATTER.match(text)
    assert match, f"{file}: read_pages takes no page without front matter"
    start, end = match.span(1)

    def language(path: Keys) -> Locale | None:
        return locale if path[0] in _FRONT_MATTER_PROSE else None

    top, top_faults = mend_yaml(match[1], file, language)
    body, body_faults = mend_markdown(text[end:], locale)
    faults = moved(top_faults, text.count("\n", 0, start))
    return text[:start] + top + body, faults + moved(body_faults, text.count("\n", 0, end))


def mend_data(text: str, file: Path) -> Mended:
    """Mend what stands under the keys `fr` and `en`; lists there hold words to look for.

    Raises:
        DossierError: the file is not YAML.
    """

    def language(path: Keys) -> Locale | None:
        for step in reversed(path):
            for locale in LOCALES:
                if step == locale:
                    return locale
            if isinstance(step, int):
                return None
        return None

    return mend_yaml(text, file, language)


def _proof(file: Path, text: str, mended: Mended) -> Proof:
    faults = sorted(mended[1], key=lambda fault: fault.line)
    mendable, left = (
        [Problem(file, fault.line + 1, fault.message) for fault in faults if fault.mended is wanted]
        for wanted in (True, False)
    )
    return Proof(file, text, mended[0], mendable, left)

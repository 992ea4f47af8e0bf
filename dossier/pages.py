"""The Markdown pages of both languages, as their authors wrote them."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field

from dossier.locales import LOCALES, Locale
from dossier.problems import DossierError, Problem, gathering, read_text
from dossier.yaml_files import parse_yaml, validate

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`)", re.M | re.S)


class FrontMatter(BaseModel):
    """What every page says of itself before its text."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str = Field(min_length=1)
    description: str = Field(min_length=1)


@dataclass(frozen=True)
class Page:
    """A page of one language.

    Attributes:
        locale: its language.
        file: the Markdown file.
        path: its address within its language: "" or "build-2025/".
        text: the whole file with code blanked out, line for line.
    """

    locale: Locale
    file: Path
    path: str
    front_matter: FrontMatter
    text: str


def read_pages(docs_dir: Path) -> list[Page]:
    """Read the pages of every language, sorted by language and path.

    Raises:
        DossierError: a page's front matter is missing or malformed, a page is in no
            language's folder, or two have one address.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for locale in LOCALES:
        for file in _written(docs_dir / locale):
            with gathering(problems):
                pages.append(_read_page(file, locale, docs_dir / locale))
    problems += _misplaced(docs_dir) + _in_one_place(pages)
    if problems:
        raise DossierError(problems)
    return pages


def _written(folder: Path) -> list[Path]:
    """Return the pages of a folder; editors' own files start with a dot."""
    return sorted(file for file in folder.rglob("*.md") if not file.name.startswith("."))


def _misplaced(docs_dir: Path) -> list[Problem]:
    folders = " or ".join(f"docs/{locale}" for locale in LOCALES)
    return [
        Problem(file, 1, f"the page is in no language's folder: move it to {folders}, as .md")
        for file in sorted(docs_dir.rglob("*.*"))
        if file.suffix in (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
        and (file.suffix != ".md" or file.relative_to(docs_dir).parts[0] not in LOCALES)
    ]


def _in_one_place(pages: list[Page]) -> list[Problem]:
    first: dict[tuple[Locale, str], Path] = {}
    problems = []
    for page in pages:
        other = first.setdefault((page.locale, page.path), page.file)
        if other is not page.file:
            message = f"the page has the address of {other}: rename one of the two"
            problems.append(Problem(page.file, 1, message))
    return problems


def _read_page(file: Path, locale: Locale, root: Path) -> Page:
    text = read_text(file)
    match = _FRONT_MATTER.match(text)
    if not match:
        message = "the page has no front matter: start it with title and description between ---"
        raise DossierError([Problem(file, 1, message)])
    parsed = parse_yaml(match[1], file, first_line=2)
    parsed.value = parsed.value or {}
    front_matter = validate(parsed, FrontMatter)
    return Page(
        locale, file, address(file.relative_to(root).as_posix()), front_matter, blank_code(text)
    )


def address(source: str) -> str:
    """Return the address, within its language, of the page written in `source`.

    "index.md" is at "", "build-2025/index.md" and "build-2025.md" at "build-2025/".
    """
    folder = PurePosixPath(source).with_suffix("")
    if folder.name in ("index", "README"):
        folder = folder.parent
    return "" if folder == PurePosixPath(".") else f"{folder}/"


def blank_code(markdown: str) -> str:
    """Return the text with code, fenced or inline, replaced by as many empty lines."""
    return _CODE.sub(lambda match: "\n" * match[0].count("\n"), markdown)

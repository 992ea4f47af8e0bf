"""The Markdown pages of both languages, as their authors wrote them."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field

from dossier.locales import LOCALES, Locale
from dossier.problems import DossierError, Problem, gathering
from dossier.yaml_files import parse_yaml, validate

_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`)", re.M | re.S)


class FrontMatter(BaseModel):
    """What every page says of itself before its text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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
        DossierError: a page's front matter is missing or malformed.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for locale in LOCALES:
        for file in sorted((docs_dir / locale).rglob("*.md")):
            with gathering(problems):
                pages.append(_read_page(file, locale, docs_dir / locale))
    if problems:
        raise DossierError(problems)
    return pages


def _read_page(file: Path, locale: Locale, root: Path) -> Page:
    text = file.read_text(encoding="utf-8")
    match = _FRONT_MATTER.match(text)
    if not match:
        message = "the page has no front matter: start it with title and description between ---"
        raise DossierError([Problem(file, 1, message)])
    data = parse_yaml(match[1], file, first_line=2) or {}
    front_matter = validate(data, FrontMatter, file, first_line=2)
    return Page(
        locale, file, address(file.relative_to(root).as_posix()), front_matter, blank_code(text)
    )


def address(source: str) -> str:
    """Return the address, within its language, of the page written in `source`.

    "index.md" is at "", "build-2025/index.md" and "build-2025.md" at "build-2025/".
    """
    folder = PurePosixPath(source).with_suffix("")
    if folder.name == "index":
        folder = folder.parent
    return "" if folder == PurePosixPath(".") else f"{folder}/"


def blank_code(markdown: str) -> str:
    """Return the text with code, fenced or inline, replaced by as many empty lines."""
    return _CODE.sub(lambda match: "\n" * match[0].count("\n"), markdown)

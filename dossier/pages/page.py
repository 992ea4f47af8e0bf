"""Markdown pages: their front matter, source and address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field

from dossier.files.dates import Date
from dossier.files.problems import DossierError, Problem, checking, gathering, read_text
from dossier.files.records import Key, StrictRecord, Yaml, parse_yaml, validate
from dossier.locales import LOCALES, ORIGINAL, Locale
from dossier.pages.syntax import CODE

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(CODE, re.MULTILINE | re.DOTALL)
_HASHES = re.compile(r"^translates:[ \t]*\n(?:[ \t]+.*\n)+", re.MULTILINE)


Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class FrontMatter(StrictRecord):
    """The front matter of a page.

    `translates` is in translations only: the hash, by id, of each section of the original
    when it was translated (dossier/translation/state.py).
    """

    title: str = Field(min_length=1)
    description: str = Field(min_length=1)
    revised: Date
    translates: dict[Key, Hash] = Field(default={})


@dataclass(frozen=True, eq=False)
class Page:
    """A page in one language. Compared by identity, so that results can be cached.

    Attributes:
        locale: its language.
        file: the Markdown file.
        path: its address within its language: "" or "build-2025/".
        source: the whole file.
    """

    locale: Locale
    file: Path
    path: str
    front_matter: FrontMatter
    source: str

    @cached_property
    def text(self) -> str:
        """The source with the lines of code and of `translates` blank."""
        return blank_code(_blank_lines(_HASHES, self.source))


def read_pages(docs_dir: Path) -> list[Page]:
    """Read the pages of both languages, sorted by language and path.

    Raises:
        DossierError: the front matter of a page is missing or malformed, a page is outside the
            folders of the languages, or two pages have the same address.
    """
    pages: list[Page] = []
    with checking() as problems:
        for locale in LOCALES:
            folder = docs_dir / locale
            for file in sorted(folder.rglob("*.md")):
                if not file.name.startswith("."):  # an editor's temporary file
                    with gathering(problems):
                        pages.append(_page(read_text(file), file, locale, folder))
        problems.extend(_misplaced(docs_dir))
        problems.extend(_with_one_address(pages))
    return pages


def edition(pages: Sequence[Page], locale: Locale) -> list[Page]:
    """Return the pages in one edition, sorted by path: the original if one is not translated."""
    own = {page.path: page for page in pages if page.locale == locale}
    originals = {page.path: page for page in pages if page.locale == ORIGINAL}
    return [page for _, page in sorted((originals | own).items())]


def _misplaced(docs_dir: Path) -> list[Problem]:
    folders = " or ".join(f"docs/{locale}" for locale in LOCALES)
    return [
        Problem(file, 1, f"the page is in no language's folder: move it to {folders}, as .md")
        for file in sorted(docs_dir.rglob("*.*"))
        if file.suffix in (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
        and (file.suffix != ".md" or file.relative_to(docs_dir).parts[0] not in LOCALES)
    ]


def _with_one_address(pages: Iterable[Page]) -> Iterator[Problem]:
    first: dict[tuple[Locale, str], Path] = {}
    for page in pages:
        other = first.setdefault((page.locale, page.path), page.file)
        if other is not page.file:
            message = f"the page has the address of {other}: rename one of the two"
            yield Problem(page.file, 1, message)


# Cached, so that an unchanged page is the same object, with the results cached for it.
@lru_cache(maxsize=1024)
def _page(source: str, file: Path, locale: Locale, root: Path) -> Page:
    front_matter = validate(parse_front_matter(source, file), FrontMatter)
    return Page(locale, file, address(file.relative_to(root).as_posix()), front_matter, source)


def parse_front_matter(source: str, file: Path) -> Yaml:
    """Parse the front matter of a page.

    Raises:
        DossierError: it is missing or not YAML.
    """
    match = FRONT_MATTER.match(source)
    if not match:
        message = "the page has no front matter: start it with title and description between ---"
        raise DossierError.at(file, 1, message)
    parsed = parse_yaml(match[1], file, first_line=2)
    return replace(parsed, value=parsed.value or {})


def without_front_matter(source: str) -> str:
    """Return a page's Markdown without its front matter."""
    return FRONT_MATTER.sub("", source)


def address(source: str) -> str:
    """Return the address of a page within its language.

    `source` is its path there: "index.md" is at "", "build-2025/index.md" and "build-2025.md"
    at "build-2025/".
    """
    folder = PurePosixPath(source).with_suffix("")
    if folder.name in ("index", "README"):
        folder = folder.parent
    return "" if folder == PurePosixPath(".") else f"{folder}/"


def named_path(name: str) -> str:
    """Return the address within its language of a page given by address or by file.

    "incident/", "/en/incident" and "docs/en/incident/index.md" are all "incident/".
    """
    path = name.strip().removeprefix("./").removeprefix("docs/").lstrip("/")
    for locale in LOCALES:
        path = path.removeprefix(f"{locale}/")
    return address(path if path.endswith(".md") else f"{path}/index.md".lstrip("/"))


def blank_code(markdown: str) -> str:
    """Return `markdown` with the lines of code blank, fenced or inline."""
    return _blank_lines(_CODE, markdown)


def _blank_lines(part: re.Pattern[str], text: str) -> str:
    return part.sub(lambda match: "\n" * match[0].count("\n"), text)

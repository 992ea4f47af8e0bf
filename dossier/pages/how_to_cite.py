"""The citation of a page, as a sentence and as a BibTeX entry (BibLaTeX's @online)."""

from dataclasses import dataclass

from dossier.locales import Locale
from dossier.pages.page import Page

# The escapes of LaTeX's special characters.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
        "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
_LANGUAGES: dict[Locale, str] = {"fr": "french", "en": "english"}


@dataclass(frozen=True)
class PageCitation:
    """The citation of a page: `text` for a bibliography, `bibtex` for reference managers."""

    text: str
    bibtex: str


def cite_page(page: Page, site_name: str, address: str) -> PageCitation:
    """Return the citation of a page at an absolute address, dated by its last revision.

    Readers add the day on which they read it.
    """
    title, revised = page.front_matter.title, page.front_matter.revised
    space = "\N{NO-BREAK SPACE}"
    quoted = f"«{space}{title}{space}»," if page.locale == "fr" else f"“{title},”"
    key = "-".join(["grok", *page.path.strip("/").split("/"), page.locale, str(revised.year)])
    fields = {
        "title": title.translate(_SPECIAL),
        "organization": site_name.translate(_SPECIAL),
        "date": str(revised),
        "url": address,
        "langid": _LANGUAGES[page.locale],
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return PageCitation(
        text=f"{quoted} {site_name}, {revised.format(page.locale)}, {address}",
        bibtex="\n".join([f"@online{{{key.replace('--', '-')},", *lines, "}"]),
    )

"""The site's two languages."""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Locale = Literal["fr", "en"]

LOCALES: tuple[Locale, ...] = get_args(Locale)
ORIGINAL: Locale = "fr"
"""The language that pages are written in first; it is served at the root."""
TRANSLATION: Locale = "en"
"""The language that they are translated into."""


def _stripped(written: Any) -> Any:
    """Return a text without the spaces around it; a no-break space belongs to the text."""
    return written.strip(" \n") if isinstance(written, str) else written


_Text = Annotated[str, BeforeValidator(_stripped), Field(min_length=1)]


class Bilingual(BaseModel):
    """A text in both languages; neither may be empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fr: _Text
    en: _Text

    def __getitem__(self, locale: Locale) -> str:
        """Return the text in one language."""
        return self.fr if locale == "fr" else self.en


def as_locale(language: str) -> Locale:
    """Return `language` as one of the site's locales.

    Raises:
        ValueError: the site has no such language.
    """
    for locale in LOCALES:
        if language == locale:
            return locale
    raise ValueError(f"“{language}” is not a language of this site: {', '.join(LOCALES)}")


def site_path(locale: Locale, path: str) -> str:
    """Return the address, relative to the site's root, of a page of either language.

    `path` is the page's address within its language ("" for the home page,
    "build-2025/" for a section): French stands at the root, English under en/.
    """
    return path if locale == ORIGINAL else f"{locale}/{path}"

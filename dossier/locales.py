"""The site's two languages, texts in both, and the addresses of their pages."""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Locale = Literal["fr", "en"]

LOCALES: tuple[Locale, ...] = get_args(Locale)
ORIGINAL: Locale = "fr"
"""The language that pages are written in first, served at the root."""
TRANSLATION: Locale = "en"
"""The language that pages are translated into."""


def _stripped(written: Any) -> Any:
    """Strip spaces and line ends, but not no-break spaces: they are part of the text."""
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


def other_locale(locale: Locale) -> Locale:
    """Return the other of the two languages."""
    return TRANSLATION if locale == ORIGINAL else ORIGINAL


def site_path(locale: Locale, path: str) -> str:
    """Return the address within the site of `path`, an address within a language.

    French is at the root, English below en/.
    """
    return path if locale == ORIGINAL else f"{locale}/{path}"

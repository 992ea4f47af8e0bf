"""The link preview of a page, 1200 by 630 pixels, the size of Open Graph's large previews.

Text is never cut: it is set smaller until it fits.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from dossier.locales import Locale

SIZE = (1200, 630)

_ASSETS = Path(__file__).parent.parent.parent / "docs" / "assets"
FONT = _ASSETS / "fonts" / "newsreader.woff2"
_MARK = _ASSETS / "icons" / "icon-512.png"

# The light colors of assets/stylesheets/identity.css.
_PAPER, _INK, _SOFT, _AZURE = "#fbfaf8", "#17191c", "#575b60", "#005a87"
_STEPS = 10
"""Shades between the background and each color: enough for the smooth edges of letters."""

_MARGIN = 80
_WIDTH = SIZE[0] - 2 * _MARGIN
_TOP, _BOTTOM = 150, 490
"""The space of the text, between the section above and the site's name below."""
_SIZES = [(90, 42), (80, 40), (72, 38), (64, 36), (58, 34), (52, 32), (46, 30), (40, 28)]
"""Font sizes of title and description in pixels, largest first."""
_LEADING = 1.2
# Replacements for what the font does not have: superior letters, the narrow no-break space.
_STAND_INS = str.maketrans({"ᵉ": "e", "ʳ": "r", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"})


class PreviewError(Exception):
    """A text does not fit; the message says which, and how to fix it."""


@dataclass(frozen=True)
class Preview:
    """The texts of a link preview; `section` may be empty."""

    section: str
    title: str
    description: str
    site_name: str


def preview_address(locale: Locale, path: str) -> str:
    """Return the address within the site of the preview of a page at `path` in its language."""
    name = path.strip("/").replace("/", "-") or "home"
    return f"assets/previews/{name}-{locale}.png"


@cache
def draw_preview(preview: Preview) -> bytes:
    """Draw the preview, as PNG.

    Raises:
        PreviewError: the text is too long, or the font does not have one of its letters.
    """
    image = Image.new("RGB", SIZE, _PAPER)
    canvas = ImageDraw.Draw(image)
    for row in range(0, 48, 16):  # the bands of the logo, at the top
        canvas.rectangle((0, row, SIZE[0], row + 7), fill=_AZURE)
    if preview.section:
        canvas.text((_MARGIN, 128), _written(preview.section), _AZURE, _font(32), "ls")
    y = float(_TOP)
    for lines, size, color, gap in _fitting(preview):
        for line in lines:
            canvas.text((_MARGIN, y), line, color, _font(size), "la")
            y += size * _LEADING
        y += gap
    mark = _mark()
    image.paste(mark, (_MARGIN, 530))
    name = (_MARGIN + mark.width + 20, 530 + mark.height // 2)
    canvas.text(name, _written(preview.site_name), _INK, _font(32), "lm")
    written = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


def _fitting(preview: Preview) -> list[tuple[list[str], int, str, float]]:
    """Return the lines of title and description with their font size, color and gap below."""
    title, description = _written(preview.title), _written(preview.description)
    for large, small in _SIZES:
        gap = large * 0.3
        heading, text = _lines(title, large), _lines(description, small)
        if (len(heading) * large + len(text) * small) * _LEADING + gap <= _BOTTOM - _TOP:
            return [(heading, large, _INK, gap), (text, small, _SOFT, 0)]
    raise PreviewError(
        f"the preview of “{preview.title}” has no room for its text: shorten its description"
    )


def _lines(text: str, size: int) -> list[str]:
    """Break text at spaces into lines no wider than the preview."""
    lines: list[str] = []
    end = 0.0
    for word in text.split(" "):
        width = _width(word, size)
        if width > _WIDTH:
            raise PreviewError(f"“{text}” contains a word wider than a preview: shorten it")
        end += _width(" ", size) + width
        if lines and end <= _WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            end = width
    return lines


@cache
def _width(word: str, size: int) -> float:
    """Return the width of a word; the basic layout has no kerning, so that widths add up."""
    return _font(size).getlength(word)


def _written(text: str) -> str:
    """Replace letters that the font does not have."""
    written = text.translate(_STAND_INS)
    missing = sorted({letter for letter in written if not _has(letter)})
    if missing:
        letters = " ".join(missing)
        raise PreviewError(f"the font of previews does not have {letters} (“{text}”): use others")
    return written


@cache
def _has(letter: str) -> bool:
    """Return True if the font has a letter; it draws the same sign for all missing ones."""
    absent = "\ue000"  # of private use
    drawn, missing = (bytes(_font(32).getmask(sign)) for sign in (letter, absent))
    return letter.isspace() or drawn != missing


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> Image.Image:
    """Return an image with the palette of all previews: a quarter of the bytes of true color."""
    paper = ImageColor.getrgb(_PAPER)
    shades = [
        round(start + (end - start) * step / _STEPS)
        for color in (_INK, _SOFT, _AZURE)
        for step in range(_STEPS + 1)
        for start, end in zip(paper, ImageColor.getrgb(color), strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades)
    return palette


@cache
def _mark() -> Image.Image:
    with Image.open(_MARK) as mark:
        return mark.convert("RGB").resize((64, 64), Image.Resampling.LANCZOS)

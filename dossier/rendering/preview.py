"""The link preview of a page, 1200 by 630 pixels, the size of Open Graph's large previews.

Text is never cut: it is set smaller until it fits.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
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
    title, description, (large, small) = _fit(preview)
    y = float(_TOP)
    for lines, size, color in ((title, large, _INK), (description, small, _SOFT)):
        for line in lines:
            canvas.text((_MARGIN, y), line, color, _font(size), "la")
            y += size * _LEADING
        y += _gap(large)
    mark = _mark()
    image.paste(mark, (_MARGIN, 530))
    name = (_MARGIN + mark.width + 20, 530 + mark.height // 2)
    canvas.text(name, _written(preview.site_name), _INK, _font(32), "lm")
    written = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


def _fit(preview: Preview) -> tuple[list[str], list[str], tuple[int, int]]:
    """Return the lines of title and description, and their font sizes."""
    for large, small in _SIZES:
        title = _lines(_written(preview.title), _font(large))
        description = _lines(_written(preview.description), _font(small))
        height = (len(title) * large + len(description) * small) * _LEADING + _gap(large)
        if height <= _BOTTOM - _TOP:
            return title, description, (large, small)
    raise PreviewError(
        f"the preview of “{preview.title}” has no room for its text: shorten its description"
    )


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break text at spaces into lines no wider than the preview."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    if any(font.getlength(line) > _WIDTH for line in lines):
        raise PreviewError(f"“{text}” contains a word wider than a preview: shorten it")
    return lines


def _gap(large: int) -> float:
    return large * 0.3


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
    drawn = bytes(_font(32).getmask(letter))
    return letter.isspace() or drawn != bytes(_font(32).getmask(absent))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
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


@lru_cache(maxsize=1)
def _mark() -> Image.Image:
    with Image.open(_MARK) as mark:
        return mark.convert("RGB").resize((64, 64), Image.Resampling.LANCZOS)

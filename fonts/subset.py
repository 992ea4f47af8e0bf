"""Cuts the headings' typeface out of its package: `make font PACKAGE=...`.

One weight, one optical size, the characters of French and English. Run once for each version of
the package, never by the build; its libraries are those that the Makefile names.
"""

import sys
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from fonts.characters import CHARACTERS

_MEMBER = "package/files/newsreader-latin-opsz-normal.woff2"
_AXES = {"wght": 500, "opsz": 28}
"""Between text and display: it sets both standfirsts and headlines."""
_TARGET = Path("docs/assets/fonts/newsreader.woff2")


def subset(package: Path, target: Path) -> None:
    """Write the subset of the font that a package of @fontsource-variable/newsreader holds."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(_MEMBER)
        if member is None:
            sys.exit(f"error: {package} has no {_MEMBER}")
        # The same package always gives the same bytes.
        font = TTFont(BytesIO(member.read()), recalcTimestamp=False)
    options = Options(hinting=False, layout_features=["kern", "liga", "rvrn"])
    cutter = Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in CHARACTERS])
    cutter.subset(font)
    font = instantiateVariableFont(font, _AXES)
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    subset(Path(sys.argv[1]), _TARGET)

"""Make docs/assets/fonts/newsreader.woff2 from its package: `make font PACKAGE=FILE.tgz`.

One weight, one optical size, French and English characters. Run once for each version of the
package, never by the build; the Makefile installs the libraries.
"""

import sys
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from publishing.typeface import CHARACTERS

_MEMBER = "package/files/newsreader-latin-opsz-normal.woff2"
_AXES = {"wght": 500, "opsz": 28}
"""Between text and display: it sets both standfirsts and headlines."""
_TARGET = Path("docs/assets/fonts/newsreader.woff2")


def subset(package: Path, target: Path) -> None:
    """Write the subset of the font in `package`, a release of @fontsource-variable/newsreader."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(_MEMBER)
        if member is None:
            sys.exit(f"error: {package} has no {_MEMBER}")
        # Without a timestamp, the same package always gives the same bytes.
        font = TTFont(BytesIO(member.read()), recalcTimestamp=False)
    subsetter = Subsetter(Options(hinting=False, layout_features=["kern", "liga", "rvrn"]))
    subsetter.populate(unicodes=[ord(character) for character in CHARACTERS])
    subsetter.subset(font)
    font = instantiateVariableFont(font, _AXES)
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    subset(Path(sys.argv[1]), _TARGET)

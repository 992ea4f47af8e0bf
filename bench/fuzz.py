"""Check sites of mutated files: `python -m bench.fuzz SITE_DIR` prints what makes the checker fail.

The mutations are the same in every run. Not part of `make bench`: 50,000 files take minutes.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tqdm import tqdm

from linkcheck.checker import check, open_site

PAGES = 50_000
_A_SITE = 250
_LARGEST = 20_000
_SLOW = 5.0
"""Seconds for a site."""

_AT_ROOT = ("404.html", "robots.txt", "sitemap.txt", "sitemap.xml")
_TOKENS = [
    *b"""< > & " ' = / \\ # ? % : ; { } [ ] ( ) * + . .. // \0 \xff \xc3 http://[ <a href= <base
    <template shadowrootmode=open> </template> <svg> <math> <![CDATA[ <!-- --> <!--[if ]]> <script>
    </script> <style> </style> <iframe srcdoc=' <noscript> data-linkcheck=ignore rel=canonical
    &#0; &#xD800; %00 %ff #:~:text= url( @import image-set( \\u00E9 \\ud800 ${ `""".split(),
    b" ", b"\n", b"\r", b"\x1b", "e\u0301".encode(), b"<meta http-equiv=refresh content='0;url=",
    *(token * 2000 for token in (b"1", b"(", b"[", b"{", b"<b>", b"a/")),
]  # fmt: skip


def main(folder: Path) -> int:
    """Print each file that fails or is slow by itself, and the number of files."""
    seeds = [
        (file.name, data)
        for file in sorted(folder.rglob("*"))
        if file.is_file() and 0 < len(data := file.read_bytes()) < _LARGEST
    ]
    chance = random.Random(0)
    failures = 0
    bar = tqdm(range(PAGES // _A_SITE), desc="fuzz", leave=False)
    for _ in bar:
        files = [_mutated(seeds, chance) for _ in range(_A_SITE)]
        if _problem(files):
            for file in files:
                if problem := _problem([file]):
                    failures += 1
                    bar.write(f"{problem}: {file[0]} {file[1][:300]!r}")
    print(f"{PAGES} mutated files, {failures} failures")
    return 1 if failures else 0


def _mutated(seeds: Sequence[tuple[str, bytes]], chance: random.Random) -> tuple[str, bytes]:
    name, data = chance.choice(seeds)
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + int(chance.paretovariate(0.5)))
        data = (
            data[:start] + chance.choice(list(_pieces(data[start:end], seeds, chance))) + data[end:]
        )
    return name, data[: 2 * _LARGEST]


def _pieces(
    piece: bytes, seeds: Sequence[tuple[str, bytes]], chance: random.Random
) -> Iterator[bytes]:
    """Yield what may replace a piece of a file."""
    yield b""
    yield piece * chance.randint(2, 20)
    yield piece[::-1]
    yield piece.swapcase()
    yield bytes(byte ^ chance.randrange(256) for byte in piece[:8]) + piece[8:]
    yield chance.choice(_TOKENS) + piece
    other = chance.choice(seeds)[1]
    start = chance.randrange(len(other))
    yield other[start : start + chance.randint(1, 200)]


def _problem(files: Sequence[tuple[str, bytes]]) -> str:
    """Return why a site of some files fails or is slow; empty if it is neither."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "index.html").write_text("<title>Home</title>", encoding="utf-8")
        for number, (name, data) in enumerate(files):
            file = folder / name
            if file.exists() or name not in _AT_ROOT:
                file = folder / str(number) / name
                file.parent.mkdir()
            file.write_bytes(data)
        start = time.perf_counter()
        try:
            check(open_site(folder, "https://owner.github.io/site/"))
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        seconds = time.perf_counter() - start
        return f"{seconds:.1f} s" if seconds > _SLOW else ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

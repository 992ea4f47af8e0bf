"""Blocks of a page made from data: `<!-- data: NAME -->` on a line of its own."""

import re
from collections.abc import Sequence

from dossier.files.problems import Problem
from dossier.pages.page import Page

BLOCKS = (
    "catalog", "chart-axis", "chart-grok", "chart-makers", "chart-may-14", "chart-money",
    "chart-prices", "chart-prompts", "chart-ties", "downloads", "glossary", "key-dates", "makers",
    "plan", "sources", "timeline", "translation-state",
)  # fmt: skip
"""The blocks that a page may hold; each has a template and, in fill.py, its values."""

BLOCK = re.compile(r"^<!-- data: *(\S*) *-->$", re.MULTILINE)

_MEANT = re.compile(r"^.*<!-- *data\b.*$", re.MULTILINE)


def check_blocks(pages: Sequence[Page]) -> list[Problem]:
    """Return the blocks, in all pages, that are written wrong, unknown or there twice."""
    problems = []
    for page in pages:
        seen = set()
        for match in _MEANT.finditer(page.text):
            line = page.text.count("\n", 0, match.start()) + 1
            block = BLOCK.fullmatch(match[0])
            if not block:
                message = "write the block as <!-- data: NAME -->, alone on its line"
            elif block[1] not in BLOCKS:
                message = f"there is no data block “{block[1]}”: name one of {', '.join(BLOCKS)}"
            elif block[1] in seen:
                message = f"the block “{block[1]}” stands already on this page: remove one"
            else:
                seen.add(block[1])
                continue
            problems.append(Problem(page.file, line, message))
    return problems

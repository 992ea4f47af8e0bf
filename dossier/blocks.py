"""Blocks of a page made from data: `<!-- data: NAME -->` on a line of its own."""

import re
from collections.abc import Sequence

from dossier.pages import Page
from dossier.problems import Problem

BLOCKS = ("grok-models", "sources")
"""The blocks that a page may hold; each has a template of its name and a renderer."""

BLOCK = re.compile(r"^<!-- data: *(\S*) *-->$", re.MULTILINE)


def check_blocks(pages: Sequence[Page]) -> list[Problem]:
    """Return the blocks, in all pages, that have an unknown name."""
    problems = []
    for page in pages:
        for match in BLOCK.finditer(page.text):
            if match[1] not in BLOCKS:
                line = page.text.count("\n", 0, match.start()) + 1
                message = f"there is no data block “{match[1]}”: name one of {', '.join(BLOCKS)}"
                problems.append(Problem(page.file, line, message))
    return problems

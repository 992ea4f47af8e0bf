"""Reader of llms.txt: the links of a list in Markdown (llmstxt.org)."""

import re

from linkcheck.document import ParsedDocument, Use

_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:.*?^ {0,3}\1|.*\Z)|(`+)(?!`)[^\n]*?(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(
    r"\]\([ \t]*(?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))+))"  # [text](address)
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)"  # [label]: address
    r"|(https?://[^\s<>()\[\]\"'`]*[^\s<>()\[\]\"'`.,;:!?*_])",
    re.MULTILINE,
)


def read_llms(text: str, document: ParsedDocument) -> None:
    """Add the addresses of an llms.txt, except those in code."""
    document.mention(text)
    text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    line, counted = 1, 0
    for match in _LINK.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        written = match[1] or match[2] or match[3] or match[4]
        if written:
            document.add(written, Use.DATA, "llms.txt", line)

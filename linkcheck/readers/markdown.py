"""Reader of llms.txt: the links of a list in Markdown (llmstxt.org), and of llms-full.txt."""

import re

from linkcheck.addresses import names_host
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


def read_llms(text: str, document: ParsedDocument, *, is_joined: bool = False) -> None:
    """Add the addresses of an llms.txt, except those in code.

    Args:
        text: its content.
        document: the document.
        is_joined: whether it is the text of many pages, so that only addresses with a host are
            known.
    """
    document.mention(text)
    text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    line, counted = 1, 0
    for match in _LINK.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        written = match[1] or match[2] or match[3] or match[4]
        if written and (names_host(written) or not is_joined):
            document.add(written, Use.DATA, "llms.txt", line)

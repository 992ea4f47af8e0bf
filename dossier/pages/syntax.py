"""Patterns of Markdown syntax, to compile with re.MULTILINE and re.DOTALL."""

CODE = (
    r"^(?P<indent> *)(?P<fence>```+|~~~+).*?^(?P=indent)(?P=fence)"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
)
"""Code, fenced or inline."""

MARKUP = (
    r"<!--.*?-->"
    r"|</?[A-Za-z][^<>]*>"
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # link target
    r"|\]\[[^\]\n]*\]"  # link reference
    r"|\[\^[^\]\n]*\]"  # citation
    r"|^\[[^\]\n]+\]:[^\n]*"  # link definition
    r"|\{[^{}\n]*\}"  # attribute list
)
"""What pages do not show: comments, tags, link targets, citations, attribute lists."""

ADDRESS = r"\b(?:https?://|www\.)[^\s<>()\[\]«»“”{}`]*[\w/]"

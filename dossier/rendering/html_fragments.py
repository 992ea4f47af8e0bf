"""HTML fragments that bypass Markdown: parsing them takes longer than all of a page's text.

Templates write `{% filter html %}`, which leaves a comment in the Markdown; `restore_fragments`
puts the HTML in place of the comment once the page is converted.
"""

import hashlib
import re

from markupsafe import Markup

_COMMENT = re.compile(r"<!-- html:([0-9a-f]{16}) -->")
_fragments: dict[str, str] = {}


def set_fragment_aside(html: str) -> Markup:
    """Keep a block of HTML without Markdown, ids or citations; return its comment."""
    key = hashlib.sha256(html.encode()).hexdigest()[:16]
    _fragments[key] = html.strip()
    return Markup(f"<!-- html:{key} -->\n")


def restore_fragments(html: str) -> str:
    """Return a page's HTML with its fragments in place of their comments."""
    return _COMMENT.sub(lambda match: _fragments[match[1]], html)

"""The security policy of each page, in its <head>: GitHub Pages lets no site send headers."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(
    r"<script(?![^>]* (?:src=|type=\"application/))[^>]*>(.*?)</script>", re.S
)
_HEAD = "<head>"
_RIGHT = ' style="text-align: right;"'


def with_policy(html: str) -> str:
    """Return a page that loads and runs only what the site itself serves, or holds as built.

    The policy allows inline scripts by their hash, no inline styles, WebAssembly for the search,
    and images inside style sheets. Links do not tell other sites where they are.
    Source: Content Security Policy Level 3.

    Raises:
        ValueError: the page has no <head>.
    """
    if _HEAD not in html:
        raise ValueError("the page has no <head>")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(html))
    hashes = dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    policy = "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )
    metas = (
        f'<meta http-equiv="content-security-policy" content="{policy}">'
        '<meta name="referrer" content="same-origin">'
    )
    return html.replace(_HEAD, _HEAD + metas, 1)


def without_inline_styles(html: str) -> str:
    """Return HTML with a class on cells that Markdown aligns by a style, which is refused."""
    return html.replace(_RIGHT, ' class="number"')

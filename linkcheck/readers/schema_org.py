"""Values of schema.org properties that are addresses, in JSON-LD and in microdata."""

import re

_ALWAYS = {
    "contentUrl", "embedUrl", "image", "logo", "photo", "screenshot", "thumbnailUrl", "url",
}  # fmt: skip
_OFTEN = {
    "archivedAt", "codeRepository", "discussionUrl", "downloadUrl", "hasMap", "installUrl",
    "isBasedOn", "item", "license", "mainEntityOfPage", "publishingPrinciples", "relatedLink",
    "sameAs", "significantLink", "target", "thumbnail", "urlTemplate",
}  # fmt: skip
"""Properties whose value may also be a name or a text."""

_ADDRESS = re.compile(r"https?:|//|/|\.\.?/", re.IGNORECASE)
_FILE_OR_FOLDER = re.compile(r"[\w./%~-]+(?:/|\.\w{2,5})(?:[?#]\S*)?")


def looks_like_address(key: str, text: str) -> bool:
    """Return True if `text`, the value of the property `key`, is an address."""
    # A URL template is an address only if its variables are in the query.
    if "{" in text.partition("?")[0] or "\n" in text:
        return False
    if key not in _ALWAYS | _OFTEN:
        return False
    if _ADDRESS.match(text):
        return True
    return key in _ALWAYS and _FILE_OR_FOLDER.fullmatch(text) is not None

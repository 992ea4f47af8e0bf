"""Which values of schema.org's vocabulary are addresses, in JSON-LD and in microdata."""

import re

_ALWAYS = {
    "contentUrl", "embedUrl", "image", "logo", "photo", "screenshot", "thumbnailUrl", "url",
}  # fmt: skip
_OFTEN = {
    "archivedAt", "codeRepository", "discussionUrl", "downloadUrl", "hasMap", "installUrl",
    "isBasedOn", "item", "license", "mainEntityOfPage", "publishingPrinciples", "relatedLink",
    "sameAs", "significantLink", "target", "thumbnail", "urlTemplate",
}  # fmt: skip
"""Properties whose value may as well be a name or a text."""

_ADDRESS = re.compile(r"https?:|//|/|\.\.?/", re.IGNORECASE)
_FILE_OR_FOLDER = re.compile(r"[\w./%~-]+(?:/|\.\w{2,5})(?:[?#]\S*)?")


def looks_like_address(key: str, text: str) -> bool:
    """Say whether `text`, the value of the property `key`, is an address."""
    # What a template leaves to be filled in is no address, but for its query.
    if "{" in text.partition("?")[0] or "\n" in text:
        return False
    if key not in _ALWAYS | _OFTEN:
        return False
    if _ADDRESS.match(text):
        return True
    return key in _ALWAYS and _FILE_OR_FOLDER.fullmatch(text) is not None

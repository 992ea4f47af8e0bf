"""Files that are requested by name, without a link to them."""

import re

_BY_NAME = {
    "BingSiteAuth.xml", "CNAME", "README.md", "_headers", "_redirects", "ads.txt", "app-ads.txt",
    "browserconfig.xml", "clientaccesspolicy.xml", "crossdomain.xml", "favicon.ico", "humans.txt",
    "keybase.txt", "llms-full.txt", "llms.txt", "objects.inv", "robots.txt", "security.txt",
    "sellers.json", "sitemap.txt", "sitemap.xml", "sitemap.xml.gz",
}  # fmt: skip
_BY_PATTERN = re.compile(
    r"apple-touch-icon(-\d+x\d+)?(-precomposed)?\.png"
    r"|[0-9a-f-]{8,128}\.txt"  # an IndexNow key
    # Pagefind's index, whose file names its script builds
    r"|(.*/)?(pagefind-entry\.json|[\w.-]+\.(pf_(meta|index|filter|fragment)|pagefind))"
    r"|(.*/)?search\.index/.*\.js"  # rustdoc's
)
# Licenses require their text beside the licensed files.
_LICENSE = re.compile(
    r"(?:.*[._-])?(?:third[._-]?party|3rdparty)?(?:licen[cs]e|copying|copyright|notice|ofl)s?"
    r"(?:[._-].*)?",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"(google|yandex_|pinterest-|naver|baidu_verify_\w*-?|mailru-verification)[0-9a-zA-Z]*\d\w*\.html"
)


def is_requested_by_name(file: str) -> bool:
    """Return True if browsers, crawlers or people look for the file at its path."""
    return (
        file in _BY_NAME
        or "/." in f"/{file}"  # hidden: .nojekyll, .well-known/
        or _BY_PATTERN.fullmatch(file) is not None
        or _LICENSE.fullmatch(file.rpartition("/")[2]) is not None
    )


def is_proof(file: str) -> bool:
    """Return True if the page only proves the ownership of the site to a search engine."""
    return _PROOF.fullmatch(file) is not None

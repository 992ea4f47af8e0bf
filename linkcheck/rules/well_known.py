"""Files that somebody asks for by their name, though nothing in the site leads to them."""

import re

_BY_NAME = {
    "BingSiteAuth.xml", "CNAME", "README.md", "ads.txt", "app-ads.txt", "browserconfig.xml",
    "clientaccesspolicy.xml", "crossdomain.xml", "favicon.ico", "humans.txt", "keybase.txt",
    "llms-full.txt", "llms.txt", "objects.inv", "robots.txt", "security.txt", "sellers.json",
    "sitemap.txt", "sitemap.xml", "sitemap.xml.gz",
}  # fmt: skip
_BY_PATTERN = re.compile(
    r"apple-touch-icon(-\d+x\d+)?(-precomposed)?\.png"
    r"|[0-9a-f-]{8,128}\.txt"  # the key of IndexNow
    # Pagefind's index, whose names its script puts together
    r"|(.*/)?(pagefind-entry\.json|[\w.-]+\.(pf_(meta|index|filter|fragment)|pagefind))"
)
# Licenses ask for their text to lie beside what they are of.
_LICENSE = re.compile(r"(licen[cs]e|copying|notice|ofl)s?([.-][\w.-]*)?", re.IGNORECASE)
_PROOF = re.compile(
    r"(google|yandex_|pinterest-|naver|baidu_verify_\w*-?|mailru-verification)[0-9a-zA-Z]*\d\w*\.html"
)


def is_asked_for_by_name(file: str) -> bool:
    """Say whether browsers, crawlers or people look for the file where it is."""
    return (
        file in _BY_NAME
        or file.startswith(".")
        or _BY_PATTERN.fullmatch(file) is not None
        or _LICENSE.fullmatch(file.rpartition("/")[2]) is not None
    )


def is_proof(file: str) -> bool:
    """Say whether the page only proves to a search engine whose the site is."""
    return _PROOF.fullmatch(file) is not None

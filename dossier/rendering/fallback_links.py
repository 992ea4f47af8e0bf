"""Marks the links of a translation to the pages that it gives in the original."""

import re
from urllib.parse import urljoin

from dossier.content import Dossier
from dossier.locales import Locale, site_path
from dossier.pages.page import Page, edition
from dossier.rendering.templating import render

# As MkDocs and the templates write them: attributes in double quotes, links not nested.
_LINK = re.compile(r'<a\b([^>]*?\shref="([^"#?]+)[^"]*"[^>]*)>(.*?)</a>', re.DOTALL)
_LABEL = re.compile(r'(\saria-label="[^"]*)"')


def mark_fallback_links(html: str, address: str, locale: Locale, dossier: Dossier) -> str:
    """Return a page's HTML in which such links say “(in French)” and have their hreflang.

    Args:
        html: the page, or a part of it.
        address: the page's address relative to the site's root, "en/incident/".
        locale: the edition that it belongs to.
        dossier: what holds the pages.
    """
    fallbacks = {
        site_path(locale, page.path): page
        for page in edition(dossier.pages, locale)
        if page.locale != locale
    }

    def mark(match: re.Match[str]) -> str:
        attributes, href, body = match.groups()
        page = fallbacks.get(urljoin(f"/{address}", href).removeprefix("/"))
        return _marked(attributes, body, page, dossier, locale) if page else match[0]

    return _LINK.sub(mark, html) if fallbacks else html


def _marked(attributes: str, body: str, page: Page, dossier: Dossier, locale: Locale) -> str:
    """Return the link; the page's own title, which is in the original, says so too."""
    title = page.front_matter.title
    title = title if title in body else ""
    said = render("fallback-link.html", dossier, locale, title=title, written=page.locale).strip()
    body = body.replace(title, said, 1) if title else f"{body} {said}"
    # A label replaces the text, so that it has to say so as well.
    label = f" {dossier.wording['in-french'][locale]}"
    attributes = _LABEL.sub(lambda match: f'{match[1]}{label}"', attributes)
    return f'<a hreflang="{page.locale}"{attributes}>{body}</a>'

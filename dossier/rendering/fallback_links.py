"""Mark the links in the English edition to pages that are not translated."""

import re
from urllib.parse import urljoin

from dossier.content import Dossier
from dossier.locales import Locale, site_path
from dossier.pages.page import Page
from dossier.rendering.templating import render

# MkDocs and the templates write attributes in double quotes, and links cannot be nested.
_LINK = re.compile(r'<a\b([^>]*?\shref="([^"#?]+)[^"]*"[^>]*)>(.*?)</a>', re.DOTALL)
_LABEL = re.compile(r'(\saria-label="[^"]*)"')


def mark_fallback_links(html: str, address: str, locale: Locale, dossier: Dossier) -> str:
    """Return the HTML of a page with “(in French)” and `hreflang` on links to fallback pages.

    `address` is the address of the page within the site: "en/incident/".
    """
    fallbacks = {
        site_path(locale, page.path): page
        for page in dossier.edition(locale)
        if page.locale != locale
    }

    def mark(match: re.Match[str]) -> str:
        attributes, href, body = match.groups()
        page = fallbacks.get(urljoin(f"/{address}", href).removeprefix("/"))
        return _marked(attributes, body, page, dossier, locale) if page else match[0]

    return _LINK.sub(mark, html) if fallbacks else html


def _marked(attributes: str, body: str, page: Page, dossier: Dossier, locale: Locale) -> str:
    """Return a link with “(in French)”, and with `lang` on the title of the page."""
    title = page.front_matter.title if page.front_matter.title in body else ""
    note = render("fallback-link.html", dossier, locale, title=title, written=page.locale).strip()
    body = body.replace(title, note, 1) if title else f"{body} {note}"
    # Screen readers read the label instead of the text.
    label = f" {dossier.wording['in-french'][locale]}"
    attributes = _LABEL.sub(lambda match: f'{match[1]}{label}"', attributes)
    return f'<a hreflang="{page.locale}"{attributes}>{body}</a>'

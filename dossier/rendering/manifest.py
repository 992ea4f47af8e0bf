"""The web app manifest, one per language (W3C, Web Application Manifest)."""

import json

from dossier.addresses import relative_root
from dossier.locales import Locale, site_path

MANIFEST = "manifest.webmanifest"
"""Its address, below the root of each language."""
_ICONS = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"),
          ("maskable-512.png", "512x512", "maskable"))  # fmt: skip
# The light background of assets/stylesheets/identity.css, that of the icons.
_BACKGROUND = "#fbfaf8"


def manifest(locale: Locale, name: str, description: str) -> str:
    """Return the manifest of one language, with addresses relative to the manifest.

    `display` is "browser", so that readers see the addresses.
    """
    up = relative_root(site_path(locale, ""))
    content = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": locale,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": _BACKGROUND,
        "theme_color": _BACKGROUND,
        "icons": [
            {"src": f"{up}assets/icons/{icon}", "sizes": sizes, "type": "image/png", "purpose": use}
            for icon, sizes, use in _ICONS
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)

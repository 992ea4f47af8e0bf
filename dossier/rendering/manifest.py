"""The web app manifest, one per language (W3C, Web Application Manifest)."""

import json

from dossier.locales import Locale, site_path

PATH = "manifest.webmanifest"
_ICONS = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"),
          ("maskable-512.png", "512x512", "maskable"))  # fmt: skip
# The light paper of assets/stylesheets/identity.css, on which the icons stand.
_PAPER = "#fbfaf8"


def manifest(locale: Locale, name: str, description: str) -> str:
    """Return the manifest of one language, whose addresses are relative to where it stands.

    It asks for no window of its own: a dossier is read in a browser, where addresses show.
    """
    up = "../" * site_path(locale, "").count("/")
    content = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": locale,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {"src": f"{up}assets/icons/{icon}", "sizes": sizes, "type": "image/png", "purpose": use}
            for icon, sizes, use in _ICONS
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)

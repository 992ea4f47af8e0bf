"""Which schemes links have: those that are registered or that programs are known to open."""

from difflib import get_close_matches

_KNOWN = {
    "about", "acct", "bitcoin", "blob", "callto", "cid", "data", "did", "doi", "ethereum",
    "facetime", "facetime-audio", "feed", "ftp", "ftps", "gemini", "geo", "git", "gopher", "http",
    "https", "im", "info", "intent", "ipfs", "ipns", "irc", "irc6", "ircs", "itms", "itms-apps",
    "javascript", "ldap", "ldaps", "lightning", "magnet", "mailto", "maps", "market", "matrix",
    "mid", "monero", "ms-settings", "msteams", "news", "ni", "nntp", "obsidian", "openid",
    "pres", "rtsp", "sftp", "sgnl", "sip", "sips", "skype", "sms", "smsto", "spotify", "ssh",
    "steam", "svn", "tag", "tel", "tg", "urn", "view-source", "viber", "vnc", "vscode", "wais",
    "webcal", "whatsapp", "ws", "wss", "xmpp", "zotero",
}  # fmt: skip
_OFTEN_MISSPELT = ("http", "https", "ftp", "mailto", "javascript")
_PREFIXES = ("web+", "ext+")


def is_scheme(scheme: str, href: str) -> bool:
    """Say whether links have this scheme.

    Args:
        scheme: its name, in lower case.
        href: the address, in full.
    """
    if scheme in _KNOWN or scheme.startswith(_PREFIXES):
        return True
    # An application's own, as in vendor://screen, unless it is https:// misspelt.
    if scheme == "file" or len(scheme) < 2 or "." in scheme:
        return False
    is_misspelt = get_close_matches(scheme, _OFTEN_MISSPELT, n=1, cutoff=0.6)
    return href.startswith(f"{scheme}://") and not is_misspelt

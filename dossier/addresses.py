"""Page addresses that the code knows, within each language ("" is the home page)."""

CATALOG = "catalogue/"
"""The catalog; the makers' pages and the files to download are below it."""
DATA = f"{CATALOG}data/"
"""The page on the files to download; those with a date are below it."""
GROK = f"{CATALOG}grok/"
GLOSSARY = "a-z/"
SITE_INDEX = "plan/"
"""The page that lists all others: the search when scripts are off."""
SOURCES = "sources/"
TIMELINE = "dates/"
"""The timeline; its feeds are below it."""
NOTES = "notes/"
"""The pages about the site itself."""
CORRECTIONS = f"{NOTES}corrections/"
"""The corrections; their feeds are below it."""


def relative_root(path: str) -> str:
    """Return the relative address of the root that `path` is below: "../../" for "en/dates/"."""
    return "../" * path.count("/")

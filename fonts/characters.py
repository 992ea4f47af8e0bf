"""What the headings' typeface can write."""

CHARACTERS = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ"
    + "«»‘’“”–—…·€°×\N{NO-BREAK SPACE}"
)
"""Those of French and English that it has; the narrow no-break space, which it lacks, comes from
the next font of the list, as wide there as here."""

"""The typeface of headings and standfirsts: its characters, origin and subset."""

CHARACTERS = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ"
    + "«»‘’“”–—…·€°×\N{NO-BREAK SPACE}"
)
"""The French and English characters of the subset. The typeface has no narrow no-break space: it
comes from the next font of the list, where it has the same width."""

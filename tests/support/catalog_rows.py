"""The rows of the catalog's table, as its HTML has them."""


def row_of(key: str) -> str:
    """Return a selector of the row with a key: its own, or else the end of its link."""
    own = f":not([data-key]):has(a[href$='#{key}'])"
    return f".catalog__table tr:is([data-key='{key}'], {own})"

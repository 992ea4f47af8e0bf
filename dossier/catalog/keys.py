"""How ids that are printed in several ways are matched."""

import re

_OTHER = re.compile(r"[^a-z0-9]+")


def key_of(printed: str) -> str:
    """Return the id in lower case, each run of other characters than a-z and 0-9 as one hyphen.

    Hyphens at either end are left out: “gpt-4 (turbo-2024-04-09)” is gpt-4-turbo-2024-04-09.
    """
    return _OTHER.sub("-", printed.lower()).strip("-")

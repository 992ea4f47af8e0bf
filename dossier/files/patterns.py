"""Regular expressions written in a YAML file, where long ones are made of named parts."""

import re
from collections.abc import Mapping


def fill(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with each {name} replaced by the part of that name, filled as well."""
    return re.sub(r"\{(\D[^{}]*)\}", lambda match: fill(parts[match[1]], parts), pattern)

"""Tables of cases, written as YAML beside the tests that read them."""

from functools import cache
from typing import Any

import yaml

from tests.support.site import ROOT


@cache
def read_table(name: str) -> Any:
    """Return the cases of a file, named from tests/; ⍽ is a no-break space, ˽ a narrow one."""
    text = (ROOT / "tests" / name).read_text(encoding="utf-8")
    text = text.replace("⍽", "\N{NO-BREAK SPACE}").replace("˽", "\N{NARROW NO-BREAK SPACE}")
    return yaml.load(text, yaml.CSafeLoader)

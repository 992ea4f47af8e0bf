"""JavaScript that tests run in a page, written in files beside them."""

from tests.support.site import ROOT


def read_script(name: str) -> str:
    """Return a function, or an object of functions, from a file named from tests/."""
    return (ROOT / "tests" / name).read_text(encoding="utf-8").strip()

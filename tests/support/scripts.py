"""JavaScript that tests run in a page, written in files beside them."""

from playwright.sync_api import Page

from tests.support.site import ROOT

_UNTIL = """new Promise((done, fail) => {
    let frames = 0;
    const look = () => {
        if (%s) done();
        else if (frames++ < 5000) requestAnimationFrame(look);
        else fail(new Error("it never became true"));
    };
    look();
})"""


def read_script(name: str) -> str:
    """Return a function, or an object of functions, from a file named from tests/."""
    return (ROOT / "tests" / name).read_text(encoding="utf-8").strip()


def wait_until(page: Page, condition: str) -> None:
    """Wait until a JavaScript condition holds in a page.

    Playwright's wait_for_function evaluates strings, which the pages' security policy refuses.
    """
    page.evaluate(_UNTIL % condition)

"""How long it takes, in Chromium, from a key pressed in the search to the rows painted."""

from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from publishing import chromium
from tests.github_pages import serve

KEYS = [*"gpt41", *["Backspace"] * 5] * 2
"""Twenty keystrokes: from all models to few, and back."""

# A message is answered after the frame that follows it is painted.
_RECORD = """() => {
    window.times = [];
    let pressed;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
    addEventListener("input", () => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - pressed);
        port2.postMessage(null);
    }));
}"""


def time_keystrokes(site: Path) -> float:
    """Return the median of KEYS, in milliseconds, on the catalog's French page."""
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.install(), args=list(chromium.ARGUMENTS)
        )
        page = browser.new_page()
        page.goto(f"{address}catalogue/")
        find = page.locator(".catalog__find input")
        find.press("g")  # what is fetched and prepared once is no part of a keystroke
        page.wait_for_function("document.querySelector('.catalog__spoken').textContent")
        find.press("Backspace")
        page.evaluate(_RECORD)
        for number, key in enumerate(KEYS, start=1):
            page.keyboard.press(key)
            page.wait_for_function("number => times.length === number", arg=number)
        times: list[float] = page.evaluate("times")
        browser.close()
    return median(times)

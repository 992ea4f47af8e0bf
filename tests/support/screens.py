"""The screens of the browser tests, and the type of their fixture `new_page`."""

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
NewPage = Callable[..., Page]
"""Opens a page as a new reader, with the options of a browser context."""

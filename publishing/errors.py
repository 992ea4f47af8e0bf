"""The error of this package."""


class PublishingError(Exception):
    """A file cannot be made; the message says why and how to fix it."""

"""The error that ends a command."""


class CannotRunError(Exception):
    """The check cannot run, or not to its end; the message is one sentence."""

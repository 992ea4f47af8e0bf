"""What can go wrong, told in one sentence."""


class PublishingError(Exception):
    """Something could not be made; the message says why, and what to do."""

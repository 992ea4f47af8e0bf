"""Settings of Hypothesis for the tests of languages."""

from hypothesis import settings

# An example has no deadline: how long it takes depends on what else the machine does.
settings.register_profile("timeless", deadline=None)
settings.load_profile("timeless")

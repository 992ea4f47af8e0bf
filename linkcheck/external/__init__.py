"""The command `python -m linkcheck.external [FILE]`, which requests addresses of other sites.

Separate from `python -m linkcheck`, because it needs the network. Servers often reject programs,
so an address counts as gone only if that is certain.
"""

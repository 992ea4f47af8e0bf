"""A link checker for built static sites, which answers as GitHub Pages would.

It imports nothing of the project around it. Imports point one way: the command, the checker,
`rules`, `readers`, and what they share (documents, addresses, findings).
"""

__version__ = "1.0.0"

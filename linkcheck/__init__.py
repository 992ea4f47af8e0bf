"""Checks every address of a built static site, as GitHub Pages would serve it.

Stands alone: it imports nothing of the project around it and reads any site's folder.
"""

"""The dossier's logic: loads and validates data/ and docs/, renders it, compares the languages.

Knows nothing of MkDocs, so that it is tested without a build and can move to another generator.
"""

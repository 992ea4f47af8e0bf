"""Glossary terms, links to them, and the renderings to avoid."""

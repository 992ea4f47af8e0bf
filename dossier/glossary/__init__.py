"""Glossary terms, links to them, and banned renderings."""

"""Markdown pages: front matter, sections, links, data blocks, how to cite a page."""

"""Files made in a browser from the built site: PDFs of the stories, screenshots, icons.

Also the typeface, and what tests and measures share: build the project, serve the site.
"""

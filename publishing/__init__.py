"""What a browser makes of the built site: a PDF of each story, icons, screenshots.

It reads site/ and the words of the interface, and knows nothing of how the site was built.
"""

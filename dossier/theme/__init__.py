"""Everything that the site relies on in Material's HTML and CSS."""

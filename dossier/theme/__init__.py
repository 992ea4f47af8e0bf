"""What the site knows of Material's HTML and CSS."""

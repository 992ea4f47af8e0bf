"""Scripts and style sheets joined, so that a page requests few files."""

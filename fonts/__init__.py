"""The headings' typeface: where it is from, and how it was cut."""

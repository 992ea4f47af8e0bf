"""Measures beside other tools: `make bench`. Speed is a ratio within one run, never a test."""

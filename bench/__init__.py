"""Measures of speed. Machines are noisy: each is a ratio within one run, and no test."""

"""Measures beside other tools. Machines are noisy: speed is a ratio within one run, and no test."""

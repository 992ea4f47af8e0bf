"""Rules: findings from what the readers found in the files of a site."""

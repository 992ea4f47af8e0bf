"""Typography rules of French and English, and the proofreader that applies them."""

"""Translation state of each section, its acceptance, history and report."""

"""Translation state of each section, acceptance, history and report."""

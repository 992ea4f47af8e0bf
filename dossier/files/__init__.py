"""Read and write files: YAML and CSV records with line numbers, dates, atomic writes."""

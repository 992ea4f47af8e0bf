"""Claims, their sources, the citations in pages, and the events of the timeline."""

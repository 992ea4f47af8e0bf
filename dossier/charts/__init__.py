"""The charts: data in, geometry out. Templates beside dossier/rendering.py write the SVG.

Every chart is drawn twice, for a phone and for a desk, and the style sheet shows one. Lengths
are in the units of the drawing, which is one pixel a unit where it is shown at its own width.
"""

"""The charts: data in, SVG geometry out; dossier/rendering/templates/charts writes the SVG.

axis, grok, makers and prices each draw the chart of that name; row_charts draws the others.
Every chart is drawn twice, for a phone and for a desk, and the style sheet shows one of the two.
Lengths are in user units of the SVG, one pixel each if the chart has its own width.
"""

"""The model catalog, from data/catalog/ to the table, the makers' pages and the downloads.

load reads the readings (readings, fields, kinds), and the rule computes the records of schema.
contradictions, history, model_table, maker_pages and downloads are computed from them.
refresh reads the newest documents and writes new readings.
"""

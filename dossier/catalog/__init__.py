"""The model catalog, from data/catalog/ to the table, the makers' pages and the downloads.

load reads the files (csv_rows) into the records of schema, whose cells have the types of values.
contradictions, model_table, maker_pages and downloads are computed from them.
refresh updates prices.csv from models_dev.
"""

"""The model catalog: what data/catalog/ holds, and what is made of it."""

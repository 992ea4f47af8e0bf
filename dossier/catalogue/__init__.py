"""The model catalog: what data/models/ holds, and what is made of it."""

"""Templates, and the functions that fill them."""

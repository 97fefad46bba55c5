"""The files that outlets are written in: how they are loaded, and what is wrong with them."""

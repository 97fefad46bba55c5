"""The history of each article: which states it had, and what follows from them."""

"""Articles that say nearly the same, in clusters."""

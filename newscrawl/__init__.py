"""A news archiving crawler."""

"""The kinds of rules there are, and how they match."""

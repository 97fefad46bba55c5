"""Every field of an article but its body and its dates."""

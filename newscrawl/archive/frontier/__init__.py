"""What is to be visited, when, by whom, and what became of it."""

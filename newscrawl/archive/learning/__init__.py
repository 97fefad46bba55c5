"""What an outlet repeats, and the rules that follow from it."""

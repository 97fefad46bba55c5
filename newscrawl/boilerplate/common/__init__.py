"""Rules for any outlet, by what they take."""

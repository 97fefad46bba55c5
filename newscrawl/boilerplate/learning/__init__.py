"""Tell from what an outlet repeats what is no journalism."""

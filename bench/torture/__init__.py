"""Kills, cuts, lies and rubbish by the thousand, and what must hold of the archive all the same."""

"""How outlets ask their readers for something, in the languages of the outlets."""

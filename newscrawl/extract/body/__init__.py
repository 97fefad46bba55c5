"""Where the story stands in a page, cut into blocks."""

"""What a page's bytes are made of, before anybody reads an article in them."""

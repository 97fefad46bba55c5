"""What a live blog is made of: its entries, wherever the page has them."""

"""Keep pages as they came, in WARC files, and read them back."""

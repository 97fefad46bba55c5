"""The rows that say where the bytes of pages are kept."""

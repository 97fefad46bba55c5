"""The archive in a browser: pages that read it, and their data as JSON and CSV."""

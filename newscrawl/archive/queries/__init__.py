"""What people ask the archive."""

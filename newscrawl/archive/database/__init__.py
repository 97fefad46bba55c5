"""The database itself: connections, schema, rights, copies, and what passes and what does not."""

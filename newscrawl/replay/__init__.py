"""Read kept pages again with today's outlets and rules, and pages that others kept."""

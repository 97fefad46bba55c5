"""Alembic's entry: ``migrate.upgrade`` hands over the connection that it locked."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

"""Alembic's entry: ``migrate.upgrade`` hands over the connection that it locked."""

from alembic import context

from newscrawl.archive.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()

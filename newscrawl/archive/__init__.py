"""The database: models, frontier, store, search. Nobody else imports SQLAlchemy."""

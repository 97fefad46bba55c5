"""The oldest schema that is upgraded; new archives are made of the models, and not from here."""

revision = "0007"
down_revision = None

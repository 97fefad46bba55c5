"""Marks that a database bears of all that it was ever brought to, the latest first.

They stand in a comment beside the schema's revision.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, text

#: So many are remembered; who comes back after them counts as new.
_MOST = 60
_COMMENTED = text("SELECT col_description(to_regclass('alembic_version'), :column)")


@dataclass(frozen=True, slots=True)
class RememberedMarks:
    """The marks of one kind."""

    #: What bears the comment, and the number of the column, or 0 for the table.
    place: str
    column: int
    #: What the comment says before the marks.
    says: str

    def read(self, connection: Connection) -> list[str]:
        told: str | None = connection.scalar(_COMMENTED, {"column": self.column})
        return told.removeprefix(self.says).split() if told and told.startswith(self.says) else []

    def put_first(self, connection: Connection, mark: str) -> None:
        others = [one for one in self.read(connection) if one != mark]
        told = " ".join([self.says, mark, *others[: _MOST - 1]])
        connection.execute(text(f"COMMENT ON {self.place} IS '{told}'"))

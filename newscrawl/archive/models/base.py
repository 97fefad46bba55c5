"""What all tables have in common: types, names of constraints, and identity."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, DateTime, Identity, Integer, LargeBinary, MetaData
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from newscrawl.archive.sanitize import SafeText

#: ``info`` of an index that no migration makes: see ``late_indexes.py``.
LATE = {"built": "late"}


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pkey",
            "uq": "%(table_name)s_%(column_0_N_name)s_key",
            "fk": "%(table_name)s_%(column_0_name)s_fkey",
            "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        }
    )
    type_annotation_map = {
        str: SafeText,
        datetime: DateTime(timezone=True),
        bytes: LargeBinary,
        int: BigInteger,
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
        list[str]: ARRAY(SafeText),
        list[int]: ARRAY(Integer),
    }


def identity() -> Mapped[int]:
    return mapped_column(Identity(), primary_key=True)

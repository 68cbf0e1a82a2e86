"""How values become columns and rows become values."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_type_hints

from sqlalchemy import BigInteger, DateTime, Integer, Table
from sqlalchemy.engine import Dialect, Row
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

V = TypeVar("V", bound="DataclassInstance")


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, UTC in the database. Refuses naive times."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time to UTC; SQLite keeps no zone, so it is dropped there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time has no place in storage")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware UTC time."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


# SQLite numbers rows by itself only for INTEGER keys; elsewhere the keys are 64 bits wide.
Key = BigInteger().with_variant(Integer, "sqlite")

# PostgreSQL's own names, given on SQLite as well: a migration can only change what has a name.
SQLModel.metadata.naming_convention = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
}


def table(model: type[SQLModel]) -> Table:
    """Return the table of a SQLModel class, typed: statements are built on tables, not on ORM."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]  # set by SQLModel at runtime


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _kinds(kind: Any) -> dict[str, Any]:
    """Enum fields of a value, which arrive from the database as plain strings."""
    hints = get_type_hints(kind)
    return {n: t for n, t in hints.items() if isinstance(t, type) and issubclass(t, Enum)}


def as_value(kind: type[V], row: Row[Any], prefix: str = "") -> V:
    """Make a frozen value of `rules` out of a row whose columns bear the value's field names."""
    mapping = row._mapping
    shape: Any = kind
    taken = {name: mapping[prefix + name] for name in _names(shape)}
    for name, enum in _kinds(shape).items():
        taken[name] = enum(taken[name])
    return kind(**taken)


def maybe_value(kind: type[V], row: Row[Any] | None) -> V | None:
    """`as_value` of a row that may not be there."""
    return None if row is None else as_value(kind, row)


def labelled(source: Table, kind: Any, prefix: str) -> Iterable[Any]:
    """The columns of `kind` in `source`, each named with a prefix, for joins read by `as_value`."""
    return [source.c[name].label(prefix + name) for name in _names(kind)]

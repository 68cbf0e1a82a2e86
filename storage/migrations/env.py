"""What Alembic runs: always on a connection that `storage.upgrade` or `make` hands over."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import BigInteger
from sqlmodel.sql.sqltypes import AutoString

from storage.columns import Moment
from storage.tables import metadata


def written(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """How types of ours are written in a migration, which must not change when they do."""
    if kind != "type":
        return False
    if isinstance(thing, Moment):
        return "MOMENT"
    if isinstance(thing, BigInteger):
        return "KEY"
    return "sa.String()" if isinstance(thing, AutoString) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=written,
    # SQLite can't alter a column: Alembic makes the table anew. The first migration alters none.
    render_as_batch=context.config.attributes.get("batch", True),
    compare_type=True,
)
context.run_migrations()

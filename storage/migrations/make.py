"""`python -m storage.migrations.make`: write 0001 anew from the tables, while nothing is released.

After the first release it stays as it is, and `make TITLE` writes the next one instead.
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from storage.door import Store, Writing
from storage.migrations import HERE, settings_for
from storage.upgrade import HEAD, REVISIONS, migrate

VERSIONS = HERE / "versions"
FIRST = "First tables"


async def make(title: str | None) -> None:
    """Compare the tables with what the migrations make, and write the difference down."""
    if title is None:
        for old in VERSIONS.glob("*.py"):
            old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite+aiosqlite:///{folder}/empty.db")
        async with store.rebuilding() as db:
            await _written(db, title)
        await store.close()
    _tidied()


async def _written(db: Writing, title: str | None) -> None:
    if title is not None:
        await migrate(db, HEAD)
    number = 1 if title is None else len(REVISIONS) + 1
    await db.connection.run_sync(_revision, title or FIRST, f"{number:04}")


def _revision(connection: Connection, title: str, name: str) -> None:
    settings = settings_for(connection)
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    settings.attributes["batch"] = title != FIRST
    command.revision(settings, title, autogenerate=True, rev_id=name)


def _tidied() -> None:
    for each in VERSIONS.glob("*.py"):
        lines = each.read_text("utf-8").splitlines(keepends=True)
        each.write_text("".join(line for line in lines if "# ###" not in line), "utf-8")
    ruff = Path(sys.executable).with_name("ruff")
    for order in (["format", "--quiet"], ["check", "--fix", "--quiet"]):
        subprocess.run([ruff, *order, VERSIONS], check=True)  # noqa: S603  # all of it is ours


if __name__ == "__main__":
    asyncio.run(make(sys.argv[1] if len(sys.argv) > 1 else None))

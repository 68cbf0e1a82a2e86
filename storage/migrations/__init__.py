"""How the database's shape changed from release to release."""

from pathlib import Path

from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).resolve().parent


def settings_for(connection: Connection) -> Config:
    """Alembic's settings for work on an open connection, inside the transaction it has begun."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config

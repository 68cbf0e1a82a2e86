"""Settings for what lies outside of the process: Telegram, its webhook, the database."""

import re
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from bot.settings_refused import TOKEN_SHAPE
from bot.settings_section import Section, parts_of, web_address

DATABASES = ("sqlite+aiosqlite", "postgresql+asyncpg", "postgresql+psycopg")
# https://core.telegram.org/bots/api#setwebhook, secret_token
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Telegram(Section):
    """How the bot reaches Telegram."""

    token: SecretStr = Field(
        default=SecretStr(""),
        description="The bot's token from BotFather. Never in this file: set TODAK_TELEGRAM__TOKEN,"
        " or name a file that holds it in TODAK_TELEGRAM__TOKEN_FILE.",
    )
    base_url: str = Field(
        default="https://api.telegram.org/bot",
        description="Where calls go; the token is appended to it. Change it for a Bot API server of"
        " your own, or for the sandbox.",
    )
    base_file_url: str = Field(
        default="https://api.telegram.org/file/bot",
        description="Where files are downloaded from; the token is appended to it.",
    )
    mode: Literal["polling", "webhook"] = Field(
        default="polling",
        description="How updates come in: polling (the bot asks; works behind any firewall) or"
        " webhook (Telegram calls the address of the section below).",
    )
    poll_timeout: int = Field(
        default=30,
        ge=0,
        le=50,
        description="Seconds that Telegram may hold one poll open while nothing happens (0 to 50).",
    )
    timeout: float = Field(
        default=10.0,
        ge=1,
        le=120,
        description="Seconds to wait for Telegram's answer to an ordinary call (1 to 120).",
    )
    connections: int = Field(
        default=64,
        ge=2,
        le=1024,
        description="The most connections to Telegram that may be open at once (2 to 1024).",
    )

    _web = field_validator("base_url", "base_file_url")(web_address)

    @field_validator("token")
    @classmethod
    def _shaped(cls, token: SecretStr) -> SecretStr:
        # The logs hide what has this shape, so nothing of another shape may be used as a token.
        if token.get_secret_value() and not TOKEN_SHAPE.fullmatch(token.get_secret_value()):
            raise ValueError("must look like BotFather's tokens, digits:letters (about 45 signs)")
        return token


class Webhook(Section):
    """Where Telegram calls the bot; used only in webhook mode."""

    listen: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address on this machine to listen on, usually behind a reverse proxy.",
    )
    port: int = Field(
        default=8080, ge=1, le=65535, description="The port on this machine to listen on."
    )
    path: str = Field(
        default="/telegram",
        pattern=r"^/[A-Za-z0-9._~/-]*$",
        description="The path on this machine to listen on; begins with a slash.",
    )
    url: str = Field(
        default="",
        description="The public https address that Telegram calls, with its path. It must lead to"
        " the path above.",
    )
    secret: SecretStr = Field(
        default=SecretStr(""),
        description="What Telegram must send along to be believed: 1 to 256 of A-Z a-z 0-9 _ -."
        " Never in this file: set TODAK_WEBHOOK__SECRET, or name a file that holds it in"
        " TODAK_WEBHOOK__SECRET_FILE.",
    )

    @field_validator("url")
    @classmethod
    def _public(cls, url: str) -> str:
        parts = parts_of(url)
        # The sandbox calls over plain http on this machine; Telegram itself never would.
        on_this_machine = parts.hostname in {"127.0.0.1", "localhost", "::1"}
        if url and not (parts.hostname and (parts.scheme == "https" or on_this_machine)):
            raise ValueError("must be an address that begins with https://")
        return url

    @field_validator("secret")
    @classmethod
    def _allowed(cls, secret: SecretStr) -> SecretStr:
        if secret.get_secret_value() and not WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("must be 1 to 256 of A-Z a-z 0-9 _ -")
        return secret


class Database(Section):
    """Where everything is kept."""

    url: str = Field(
        default="sqlite+aiosqlite:///var/todak.db",
        repr=False,
        description="The database's address. A path with three slashes is relative to where the bot"
        " is started. One with a password belongs into TODAK_DATABASE__URL, never into this file.",
    )

    @field_validator("url")
    @classmethod
    def _known(cls, url: str) -> str:
        if parts_of(url).scheme not in DATABASES or "://" not in url:
            raise ValueError(
                "must begin with sqlite+aiosqlite:/// and a path, or with postgresql+asyncpg://"
            )
        return url

    @property
    def shown(self) -> str:
        """The address for people to read, its password hidden."""
        password = urlsplit(self.url).password
        return self.url.replace(f":{password}@", ":***@") if password else self.url

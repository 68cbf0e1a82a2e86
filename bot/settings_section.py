"""What every section of the settings has in common.

A key's description is its comment in config.toml, word for word; a test holds them equal.
"""

from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """Frozen, strict, without unknown keys, and silent about the values it refuses."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        hide_input_in_errors=True,
        allow_inf_nan=False,
        validate_default=True,
    )


def parts_of(url: str) -> SplitResult:
    """Take an address apart; a ValueError says what is wrong without repeating the address."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError("must be a whole address such as https://bot.example.org/path") from None
    return parts


def web_address(url: str) -> str:
    parts = parts_of(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be an address that begins with https:// or http://")
    if parts.scheme == "http" and parts.hostname.endswith("telegram.org"):
        raise ValueError("must begin with https://, or the token would travel unprotected")
    return url

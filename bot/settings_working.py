"""Settings for how the process does its work: groups, delivery, intake, clock, logs."""

from typing import Literal

from pydantic import Field

from bot.settings_section import Section


class Matching(Section):
    """How groups are formed."""

    seconds: float = Field(
        default=10.0, ge=0.1, le=600, description="Seconds spent on a better draft (0.1 to 600)."
    )
    seed: int = Field(
        default=1,
        ge=0,
        le=2**31 - 1,
        description="Where chance begins: the same roster and seed give the same draft.",
    )


class Delivery(Section):
    """How fast messages go out. Telegram's limits are not published; stay below them."""

    per_second: float = Field(
        default=28.0, ge=0.1, le=1000, description="Messages a second to all chats together."
    )
    per_chat_per_second: float = Field(
        default=1.0, ge=0.01, le=1000, description="Messages a second to one chat, in the long run."
    )
    chat_burst: int = Field(
        default=5, ge=1, le=100, description="Messages one chat may get at once before that counts."
    )
    per_group_per_minute: int = Field(
        default=20, ge=1, le=60000, description="Messages a minute to one group."
    )
    lease_seconds: int = Field(
        default=60,
        ge=5,
        le=3600,
        description="Seconds after which a message whose sending was cut short is sent again.",
    )
    max_tries: int = Field(
        default=8,
        ge=1,
        le=100,
        description="How often a message is tried before it counts as undeliverable.",
    )


class Intake(Section):
    """How updates come in."""

    batch: int = Field(
        default=100, ge=1, le=100, description="The most updates fetched in one poll (1 to 100)."
    )
    deaf_after_seconds: float = Field(
        default=180.0,
        ge=1,
        le=3600,
        description="Seconds without a finished poll after which the process ends, so that its"
        " supervisor starts it anew. Longer than a poll may take.",
    )


class Inbox(Section):
    """What has come in and was handled."""

    keep_days: int = Field(
        default=14,
        ge=1,
        le=365,
        description="Days a handled update is kept so that a repeat is known (1 to 365).",
    )


class ClockChoice(Section):
    """Which clock is believed."""

    follow: Literal["system", "telegram"] = Field(
        default="system",
        description="system: this machine's clock. telegram: the time in Telegram's answers, for"
        " machines whose own clock can't be trusted.",
    )


class Logs(Section):
    """What is written down about the bot's work. Never a token, never a person's words."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least that is written: debug, info, warning or error."
    )
    format: Literal["json", "console"] = Field(
        default="json",
        description="json: one line of JSON per event. console: for reading along.",
    )
    file: str = Field(
        default="",
        description="A file to append to, instead of the standard error output. Its folder must"
        " exist; it may be rotated while the bot runs.",
    )

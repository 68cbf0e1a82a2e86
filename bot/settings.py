"""The settings: one frozen value, read once at start, or refused in sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings_office import OfficeDefaults, ProgrammeDefaults
from bot.settings_outside import Database, Telegram, Webhook
from bot.settings_refused import SettingsRefused, did_you_mean
from bot.settings_sources import (
    Values,
    chosen_file,
    is_secret,
    read_environment,
    read_file,
    variable,
)
from bot.settings_working import ClockChoice, Delivery, Inbox, Intake, Logs, Matching

__all__ = ["Described", "Settings", "SettingsRefused", "described", "load"]


class Settings(BaseSettings):
    """Everything an operator can choose. Made by `load`, never from the environment by itself."""

    model_config = SettingsConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    telegram: Telegram = Field(default_factory=Telegram)
    webhook: Webhook = Field(default_factory=Webhook)
    database: Database = Field(default_factory=Database)
    office: OfficeDefaults = Field(default_factory=OfficeDefaults)
    programme: ProgrammeDefaults = Field(default_factory=ProgrammeDefaults)
    matching: Matching = Field(default_factory=Matching)
    delivery: Delivery = Field(default_factory=Delivery)
    intake: Intake = Field(default_factory=Intake)
    inbox: Inbox = Field(default_factory=Inbox)
    clock: ClockChoice = Field(default_factory=ClockChoice)
    logs: Logs = Field(default_factory=Logs)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is the library's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as above
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as above
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as above
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what `load` gathered and nothing else: it refuses unknown variables and secrets."""
        return (init_settings,)

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.telegram.mode == "webhook" and not self.webhook.url:
            raise ValueError(
                "telegram.mode is webhook, but webhook.url is empty: set it to the public https"
                " address that leads to this bot, or set telegram.mode to polling."
            )
        longest_poll = self.telegram.poll_timeout + self.telegram.timeout
        if self.intake.deaf_after_seconds <= longest_poll:
            raise ValueError(
                "intake.deaf_after_seconds must be more than telegram.poll_timeout and"
                " telegram.timeout together: otherwise a quiet night looks like deafness."
            )
        return self

    def need_token(self) -> str:
        """Give the bot token; raises `SettingsRefused` when there is none."""
        token = self.telegram.token.get_secret_value()
        if not token:
            raise SettingsRefused(
                f"The bot has no token: get one from @BotFather (/newbot) and set"
                f" {variable('telegram', 'token')}, or name a file that holds it in"
                f" {variable('telegram', 'token')}_FILE."
            )
        return token

    def need_webhook_secret(self) -> str:
        """Give the webhook's secret; raises `SettingsRefused` when there is none."""
        secret = self.webhook.secret.get_secret_value()
        if not secret:
            raise SettingsRefused(
                "Webhook mode needs a secret, so that nobody but Telegram is believed: set"
                f" {variable('webhook', 'secret')} to a long random word of A-Z a-z 0-9 _ -."
            )
        return secret


@dataclass(frozen=True, slots=True)
class Described:
    """One key, as `doctor` and the documents show it. A secret's default is shown as None."""

    section: str
    key: str
    default: object
    description: str
    secret: bool

    @property
    def variable(self) -> str:
        """The environment variable that overrides the key."""
        return variable(self.section, self.key)


def described() -> tuple[Described, ...]:
    """Give every key in the order of config.toml."""
    return tuple(
        Described(
            section=section,
            key=key,
            default=None if is_secret(field) else field.default,
            description=field.description or "",
            secret=is_secret(field),
        )
        for (section, key), field in _keys().items()
    )


def load(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """Read the settings; raises `SettingsRefused` with a sentence for each reason.

    `path` None means the file that TODAK_CONFIG names, or ./config.toml where there is one.
    """
    keys = _keys()
    from_environment = read_environment(environ, keys)
    file = chosen_file(path, environ)
    from_file = read_file(file, keys) if file else {}
    try:
        return Settings(**_over(from_file, from_environment))
    except ValidationError as error:
        reasons = error.errors(include_url=False, include_input=False, include_context=False)
    # Outside of `except`: the validation error holds the values it refused, secrets among them.
    name = file.name if file else ""
    raise SettingsRefused(*(_sentence(reason, name, from_environment) for reason in reasons))


def _over(lower: Mapping[str, Any], upper: Values) -> dict[str, Any]:
    merged = dict(lower)
    for section, values in upper.items():
        below = merged.get(section, {})
        merged[section] = {**below, **values} if isinstance(below, dict) else below
    return merged


def _keys() -> dict[tuple[str, str], FieldInfo]:
    return {
        (section, key): field
        for section, model in _sections()
        for key, field in model.model_fields.items()
    }


def _sections() -> Iterator[tuple[str, type[BaseModel]]]:
    for section, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield section, field.annotation


def _sentence(reason: ErrorDetails, file: str, from_environment: Values) -> str:
    """Say which key is wrong, where it was set, and what it should be; never what it was."""
    loc = [str(part) for part in reason["loc"]]
    if not loc:
        return _plain(reason)
    sections = dict(_sections())
    if loc[0] not in sections:
        return f"{loc[0]} in {file} is no section: {did_you_mean(loc[0], sections)}"
    if len(loc) == 1:
        return f"{loc[0]} in {file} must be a section: write [{loc[0]}] and its keys below."
    section, key = loc[:2]
    field = _keys().get((section, key))
    if field is None:
        known = sections[section].model_fields
        return f"{section}.{key} in {file} is no setting: {did_you_mean(key, known)}"
    given = key in from_environment.get(section, {})
    place = variable(section, key) if given else f"{section}.{key} in {file}"
    return f"{place} {_plain(reason)}. {field.description}"


def _plain(reason: ErrorDetails) -> str:
    if reason["type"] == "tuple_type":
        return "must be a list of whole numbers"
    message = reason["msg"].removeprefix("Value error, ")
    return message.replace("Input should", "must").replace("String should", "must")

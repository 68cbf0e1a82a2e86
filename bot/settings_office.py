"""Settings for the organisation and its programmes: what holds when nobody has said otherwise."""

import re
from datetime import time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, field_validator

from bot.settings_section import Section

HOURS = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class OfficeDefaults(Section):
    """The organisation the bot serves, as it is first written into the database."""

    name: str = Field(
        default="우리 기관",
        min_length=1,
        max_length=100,
        description="What the organisation is called in texts.",
    )
    zone: str = Field(
        default="Asia/Seoul",
        description="The time zone that people's days and hours are in, by its IANA name.",
    )
    language: Literal["ko", "en"] = Field(
        default="ko", description="The language when a person has chosen none: ko or en."
    )
    contact: str = Field(
        default="",
        max_length=200,
        description="Whom a person may ask when something fails: a name, a phone number. It is"
        " shown in texts.",
    )

    @field_validator("zone")
    @classmethod
    def _on_the_map(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("must be a time zone's name such as Asia/Seoul") from None
        return zone


class ProgrammeDefaults(Section):
    """What a programme does when its coordinator has said nothing else."""

    invite_days: int = Field(
        default=30, ge=1, le=365, description="Days an invite link can be used (1 to 365)."
    )
    remind_before_hours: Annotated[tuple[int, ...], BeforeValidator(_as_tuple)] = Field(
        default=(24, 2),
        min_length=1,
        max_length=5,
        description="Hours before a mentoring day at which its group is reminded: up to five, the"
        " earliest first, each from 1 to 336.",
    )
    day_length_minutes: int = Field(
        default=120,
        ge=10,
        le=1440,
        description="Minutes a mentoring day lasts; the check-in opens afterwards (10 to 1440).",
    )
    checkin_again_hours: int = Field(
        default=20,
        ge=1,
        le=336,
        description="Hours until those who have not answered a check-in are reminded (1 to 336).",
    )
    working_hours: str = Field(
        default="09:00-18:00",
        description="When the silent may be asked once more, in the office's time zone.",
    )

    @field_validator("remind_before_hours")
    @classmethod
    def _in_order(cls, hours: tuple[int, ...]) -> tuple[int, ...]:
        if list(hours) != sorted(set(hours), reverse=True) or not 1 <= hours[-1] <= hours[0] <= 336:
            raise ValueError("must be hours from 1 to 336, the largest first, each once")
        return hours

    @field_validator("working_hours")
    @classmethod
    def _a_span(cls, hours: str) -> str:
        try:
            opens, closes = _span(hours)
        except ValueError:
            raise ValueError("must look like 09:00-18:00") from None
        if opens >= closes:
            raise ValueError("must begin before it ends, as in 09:00-18:00")
        return hours

    @property
    def opens_and_closes(self) -> tuple[time, time]:
        """The working hours as two times of day in the office's zone."""
        return _span(self.working_hours)


def _span(hours: str) -> tuple[time, time]:
    found = HOURS.fullmatch(hours)
    if found is None:
        raise ValueError(hours)
    return time.fromisoformat(found[1]), time.fromisoformat(found[2])

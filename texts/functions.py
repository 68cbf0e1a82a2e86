"""The functions texts may call: DAY, TIME, WHEN and JOSA."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from rules.language import Language
from texts.particles import particle
from texts.values import Moment, Whole, Word, number

Function = Callable[..., str]

_WEEKDAYS: Final = {
    Language.KO: ("월", "화", "수", "목", "금", "토", "일"),
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def day(date: dt.date, language: Language, *, year: bool = False) -> str:
    """Write a day: 11월 22일(일), Sun 22 Nov; with `year` 2026년 11월 22일(일), Sun 22 Nov 2026."""
    weekday = _WEEKDAYS[language][date.weekday()]
    if language is Language.KO:
        return (f"{date.year}년 " if year else "") + f"{date.month}월 {date.day}일({weekday})"
    return f"{weekday} {date.day} {_MONTHS[date.month - 1]}" + (f" {date.year}" if year else "")


def time(at: dt.datetime) -> str:
    """Write a time of day on the 24-hour clock: 09:05."""
    return f"{at.hour:02}:{at.minute:02}"


def functions(language: Language) -> Mapping[str, Function]:
    """Return what the texts of one language call, by the name they call it."""
    between = " " if language is Language.KO else ", "

    def write_day(at: Moment, *, year: int = 0) -> str:
        return day(at.value, language, year=bool(year))

    def write_when(at: Moment, *, year: int = 0) -> str:
        return f"{write_day(at, year=year)}{between}{write_time(at)}"

    return {"DAY": write_day, "TIME": write_time, "WHEN": write_when, "JOSA": write_particle}


def write_time(at: Moment) -> str:
    """TIME($at): a date without a time raises `TypeError`."""
    if not isinstance(at.value, dt.datetime):
        raise TypeError("a date has no time of day")
    return time(at.value)


def write_particle(word: Word | Whole | float, pair: str) -> str:
    """JOSA($word, "은/는"): the particle alone, fitting the word or number as it is shown."""
    return particle(word if isinstance(word, str) else number(word), pair)

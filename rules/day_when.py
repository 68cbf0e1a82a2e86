"""Reading a date, a time and a place as people type them: `12월 4일 저녁 6시 30분 구청 앞`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from rules.day import Refusal, Refused, place_of

HALF_A_YEAR = timedelta(days=183)
_WEEKDAYS = "월화수목금토일"
_SPOKEN = {"오늘": 0, "today": 0, "내일": 1, "tomorrow": 1, "모레": 2}
_MORNING = frozenset({"오전", "아침", "새벽", "am"})
_MIDDAY = frozenset({"낮", "점심"})
_NIGHT = "밤"


@dataclass(frozen=True, slots=True)
class When:
    """A day and a time by the wall clock of wherever the reader is. `clock` is None if left out."""

    day: date
    clock: time | None
    place: str


# "12. 4. 18:30" is a date and a time, not the year 12: what ends a date is not followed by : or 시.
_END = r"(?!\d|\s*[:시])"
_DATE = re.compile(
    r"(?:(?P<year>\d{4}|\d{2})\s*[-./년]\s*)?"
    rf"(?P<month>\d{{1,2}})\s*[-./월]\s*(?P<day>\d{{1,2}}){_END}\s*[.일]?"
    r"|(?P<spoken>오늘|내일|모레|today|tomorrow)"
    r"|(?P<week>이번\s*주|다음\s*주)?\s*(?P<named>[월화수목금토일])요일",
    re.IGNORECASE,
)
_SAID_WEEKDAY = re.compile(r"\s*(?:\(\s*([월화수목금토일])\s*\)|([월화수목금토일])요일)")
_TIME = re.compile(
    r"[\s,]*(?:(?P<noon>정오)"
    r"|(?P<before>오전|오후|아침|점심|저녁|새벽|낮|밤)?\s*(?P<hour>\d{1,2})\s*"
    r"(?::\s*(?P<minute>\d{2})(?!\d)|시(?:\s*(?P<minutes>\d{1,2})\s*분|\s*(?P<half>반))?|(?=[ap]m))"
    r"\s*(?P<after>[ap]m\b)?)(?:에(?=\s|$))?",
    re.IGNORECASE,
)
_BESIDE = " \n\t,"


def read_when(text: str, today: date) -> When | Refused:
    """Read a day, a time and a place, in that order; time and place may be missing.

    Understands 2026-12-04, 26.12.4., 12/4, 12월 4일(금), 내일, 다음 주 금요일; 18:30, 6:30pm,
    저녁 6시 30분, 6시 반, 정오. A date without a year is the next one there is; 1 to 7 o'clock
    without a word is in the afternoon, since nobody meets at night (07:00 is the morning).
    """
    found = _DATE.match(text.strip())
    if found is None:
        return Refused(Refusal.UNREADABLE)
    day = _day(found, today)
    if day is None:
        return Refused(Refusal.NO_SUCH_DAY)
    rest = text.strip()[found.end() :]
    said = _SAID_WEEKDAY.match(rest)
    if said:
        if _WEEKDAYS.index(said[1] or said[2]) != day.weekday():
            return Refused(Refusal.WRONG_WEEKDAY)
        rest = rest[said.end() :]
    return _timed(day, rest)


def _timed(day: date, rest: str) -> When | Refused:
    found = _TIME.match(rest)
    clock = _clock(found) if found else None
    if found and clock is None:
        return Refused(Refusal.NO_SUCH_TIME)
    after = rest[found.end() :] if found else rest
    place = place_of(after.strip(_BESIDE).removesuffix("에서"))
    return place if isinstance(place, Refused) else When(day, clock, place)


def _day(found: re.Match[str], today: date) -> date | None:
    if found["spoken"]:
        return today + timedelta(days=_SPOKEN[found["spoken"].lower()])
    if found["named"]:
        return _weekday(found["week"], _WEEKDAYS.index(found["named"]), today)
    month, day = int(found["month"]), int(found["day"])
    if not found["year"]:
        return _next(month, day, today)
    return next(_valid([int(found["year"][-2:]) + 2000], month, day), None)


def _weekday(week: str | None, weekday: int, today: date) -> date:
    if week is None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday + (7 if week.startswith("다음") else 0))


def _next(month: int, day: int, today: date) -> date | None:
    """The next such date, unless it is so far off that the one just past must be meant."""
    dates = list(_valid([today.year, today.year + 1], month, day))
    coming = [each for each in dates if each >= today]
    if coming and (coming[0] == dates[0] or coming[0] - today <= HALF_A_YEAR):
        return coming[0]
    return dates[0] if dates else None


def _valid(years: list[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:  # no such day, as the 31st of February
            continue


def _clock(found: re.Match[str]) -> time | None:
    if found["noon"]:
        return time(12)
    minute = 30 if found["half"] else int(found["minute"] or found["minutes"] or 0)
    hour = _hour((found["before"] or found["after"] or "").lower(), found["hour"])
    return time(hour, minute) if hour is not None and minute < 60 else None


def _hour(word: str, written: str) -> int | None:
    """The hour of 24 that is meant; None where word and figure don't go together."""
    hour = int(written)
    if word in _MORNING:
        return hour if hour < 12 else None
    if hour > 23 or (word == _NIGHT and hour in {0, 12}):
        return None
    if not word and written.startswith("0"):
        return hour
    afternoon = 11 if word and word not in _MIDDAY else 7
    return hour + 12 if 1 <= hour <= afternoon else hour

"""Dates as they are written in Korean personnel lists."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rules.roster_cells import Cell, cell_text

YOUNGEST, OLDEST = 15, 99
"""Ages, in years, between which a birth date is believed."""
OLDEST_AT_WORK = 66
"""The age up to which bare figures such as 30512 are taken for a birth date."""
LONGEST_SERVICE = 60
"""Years since an appointment that are believed."""


class DateFault(StrEnum):
    """Why a cell gives no date."""

    UNREADABLE = "unreadable_date"
    AMBIGUOUS = "ambiguous_date"
    FUTURE = "date_in_future"
    IMPOSSIBLE = "impossible_date"


@dataclass(frozen=True, slots=True)
class Window:
    """Which dates are believed (shorter than a century, so that two-digit years are plain)."""

    earliest: date
    latest: date
    earliest_guess: date
    future_from: date


def birth_window(today: date) -> Window:
    """Birth dates of people who may be on a roster on `today`."""
    return Window(
        earliest=_years_before(today, OLDEST),
        latest=_years_before(today, YOUNGEST),
        earliest_guess=_years_before(today, OLDEST_AT_WORK),
        future_from=today + timedelta(days=1),
    )


def appointment_window(today: date) -> Window:
    """Appointment dates seen on `today`; the coming year counts, lists are made beforehand."""
    latest = _years_before(today, -1)
    earliest = _years_before(today, LONGEST_SERVICE)
    return Window(earliest, latest, earliest, latest + timedelta(days=1))


def read_date(cell: Cell, window: Window) -> date | DateFault | None:
    """The date in a cell; None when the cell is empty.

    Understands date cells, 1998-02-12, 1998.2.12., 98.02.12, 1998년 2월 12일,
    19980212, 980212 and Excel serial numbers. Five figures may be a serial number
    or a six-figure date that lost its leading zero: the one that `window` believes
    wins, and when it believes both the cell is ambiguous.
    """
    match cell:
        case datetime():
            return _judge([cell.date()], window)
        case date():
            return _judge([cell], window)
        case bool():
            return DateFault.UNREADABLE
        case int() | float():
            return _from_figures(str(math.trunc(cell)), window) if math.isfinite(cell) else _BAD
        case _:
            return _from_text(cell_text(cell), window)


_BAD = DateFault.UNREADABLE
_WRITTEN = re.compile(
    r"'?(?P<year>\d{4}|\d{2})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})"
    r"\s*[.일]?(?:\s*\([월화수목금토일]\))?(?:\s*생)?(?:[T\s]\s*00?:00(?::00(?:\.0+)?)?)?"
)
# Day 0 of Excel's calendar, chosen so that days after its false 29 February 1900 are right:
# https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
_EXCEL_EPOCH = date(1899, 12, 30)


def _from_text(text: str, window: Window) -> date | DateFault | None:
    if not text:
        return None
    if text.isdecimal():
        return _from_figures(text, window)
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return DateFault.UNREADABLE
    return _judge(_in_each_century(found["year"], found["month"], found["day"]), window)


def _from_figures(figures: str, window: Window) -> date | DateFault:
    if not figures.isdecimal() or len(figures) not in (1, 2, 3, 4, 5, 6, 8):
        return DateFault.UNREADABLE
    if len(figures) >= 6:
        return _judge(_compact(figures), window)
    serial = _EXCEL_EPOCH + timedelta(days=int(figures))
    guesses = (serial, *_compact(figures.zfill(6)))
    return _choose([guess for guess in guesses if window.earliest_guess <= guess <= window.latest])


def _compact(figures: str) -> Iterator[date]:
    return _in_each_century(figures[:-4], figures[-4:-2], figures[-2:])


def _in_each_century(year: str, month: str, day: str) -> Iterator[date]:
    centuries = ("",) if len(year) == 4 else ("19", "20")
    for century in centuries:
        try:
            yield date(int(century + year), int(month), int(day))
        except ValueError:  # no such day, as the 30th of February
            continue


def _judge(candidates: Iterable[date], window: Window) -> date | DateFault:
    days = list(candidates)
    believed = [day for day in days if window.earliest <= day <= window.latest]
    if believed or not days:
        return _choose(believed)
    return DateFault.FUTURE if min(days) >= window.future_from else DateFault.IMPOSSIBLE


def _choose(believed: list[date]) -> date | DateFault:
    if len(set(believed)) > 1:
        return DateFault.AMBIGUOUS
    return believed[0] if believed else DateFault.UNREADABLE


def _years_before(day: date, years: int) -> date:
    # The 29th of February has its day in other years on the 28th.
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap_day else day.day)

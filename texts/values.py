"""What a text may be given, wrapped so that Fluent selects by it, reads it aloud and shows it."""

from __future__ import annotations

import datetime as dt
import math
from typing import Self

from babel import Locale
from fluent.runtime.types import FluentFloat, FluentInt, FluentType

Value = str | int | float | dt.date | dt.datetime
"""Strings (with `Markup` and every `StrEnum`), numbers, dates and aware datetimes."""


class Word(FluentType, str):
    """A string: selected by and read aloud as it is, shown as `shown`."""

    shown: str

    @classmethod
    def of(cls, raw: str, shown: str) -> Self:
        """Keep what a particle must see apart from what a message must show."""
        word = cls(raw)
        word.shown = shown
        return word

    def format(self, locale: Locale) -> str:  # type: ignore[override]  # Fluent's, not str's
        """Return the form a person sees; a text is written for its one language already."""
        del locale
        return self.shown


class Whole(FluentInt):
    """A whole number; plural forms see the number itself."""

    def format(self, locale: Locale) -> str:
        """Return the number as `number` writes it."""
        del locale
        return number(int(self))


class Decimal(FluentFloat):
    """A number with a fraction."""

    def format(self, locale: Locale) -> str:
        """Return the number as `number` writes it."""
        del locale
        return number(float(self))


class Moment(FluentType):
    """A date or a time. It has no form of its own: texts say which by DAY, TIME or WHEN."""

    def __init__(self, value: dt.date) -> None:
        self.value = value

    def format(self, locale: Locale) -> str:
        """Refuse: a bare date in a text is a slip."""
        del locale
        raise ValueError("a date is written with DAY, TIME or WHEN")


def number(value: float) -> str:
    """Write a number the same way in both languages.

    Whole numbers are grouped from 10,000 on, so that 2026 stays a year; fractions keep at most
    two places (4.25, 4.3, 4). Infinity and NaN raise `ValueError`.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number to show")
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")

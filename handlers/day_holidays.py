"""Public and substitute holidays, by the calendar of the country whose time an office keeps."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from rules.language import Language

COUNTRIES = {"Asia/Seoul": "KR"}
_LANGUAGES = {Language.KO: "ko", Language.EN: "en_US"}


@lru_cache(maxsize=16)
def holidays_of(zone: str, year: int, language: Language) -> Mapping[date, str]:
    """The holidays of a year with their names; none where the zone's country isn't known."""
    if zone not in COUNTRIES:
        return {}
    import holidays  # noqa: PLC0415  # 100 ms that only a calendar needs

    found = holidays.country_holidays(COUNTRIES[zone], years=year, language=_LANGUAGES[language])
    return dict(sorted(found.items()))


def holidays_in(zone: str, month: date, language: Language) -> Mapping[date, str]:
    """The holidays of the month a date lies in, in order."""
    year = holidays_of(zone, month.year, language)
    return {day: name for day, name in year.items() if day.month == month.month}

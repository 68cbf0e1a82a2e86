"""The languages people are spoken to in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language Todak speaks; the value names its folder in `texts/`."""

    KO = "ko"
    EN = "en"

    @classmethod
    def of(cls, code: str | None) -> Language:
        """Choose from Telegram's `language_code` (an IETF tag such as `en-GB`, or nothing).

        English for every kind of English, Korean for all the rest: the people
        Todak serves work in Korean, whatever their phone is set to.
        """
        primary = (code or "").replace("_", "-").partition("-")[0]
        return cls.EN if primary.strip().lower() == cls.EN else cls.KO

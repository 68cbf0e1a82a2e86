"""The way to a text: `words(language, zone).html("day-planned", at=day.starts_at)`."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from rules.language import Language
from texts.escape import Markup

if TYPE_CHECKING:
    from texts.engine import Texts
    from texts.values import Value


class Words:
    """Every text of one language; get one from `words`.

    Arguments are strings (every `StrEnum` too), whole numbers, floats, dates and aware
    datetimes. A key that doesn't exist, a variable left out or any other slip raises
    `texts.engine.TextMissing`: a text is shown whole or not at all.
    """

    def __init__(self, language: Language, zone: dt.tzinfo | None, texts: Texts) -> None:
        self.language = language
        self.zone = zone
        self._texts = texts

    def html(self, key: str, /, **args: Value) -> Markup:
        """Render for Telegram's HTML parse mode; strings are escaped unless they are `Markup`."""
        return Markup(self._texts.render(key, args, self.zone, html=True))

    def plain(self, key: str, /, **args: Value) -> str:
        """Render without escaping, for buttons, callback answers, chat titles and files.

        A `Markup` argument loses its tags.
        """
        return self._texts.render(key, args, self.zone, html=False)


@lru_cache(maxsize=256)
def words(language: Language, zone: dt.tzinfo | None = None) -> Words:
    """Return the texts of `language`; the same object each time.

    Datetimes are shown in `zone`, the programme's. Without one they are shown as they stand,
    and a stored `datetime.UTC` time is refused. The files are read at the first call.
    """
    from texts.engine import texts  # noqa: PLC0415 - Fluent takes 70 ms to import: not for nothing

    return Words(language, zone, texts(language))

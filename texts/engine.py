"""Mozilla Fluent behind `Words`: loading the files, binding values, refusing half a text.

Kept apart from `texts.words` because Fluent and its locale data take some 70 ms to import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.syntax import FluentParser, ast

from rules.language import Language
from texts.escape import Markup, escape, unescape
from texts.functions import functions
from texts.values import Decimal, Moment, Value, Whole, Word

FOLDER: Final = Path(__file__).parent
LONGEST_PART: Final = 2000
"""Fluent refuses parts over 2,500 characters; a list of names may well be longer."""

Bound = Word | Whole | Decimal | Moment


class TextMissing(Exception):
    """A text can't be rendered whole: no such key, a variable left out, a slip in the file.

    Always a defect of ours, never something a person did.
    """


def read(path: Path) -> list[ast.Message | ast.Term]:
    """Parse one file; anything Fluent can't read raises `TextMissing` with the file's name."""
    entries: list[ast.Message | ast.Term] = []
    for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
        if isinstance(entry, ast.Junk):
            raise TextMissing(f"{path.parent.name}/{path.name}: can't read {entry.content!r}")
        if isinstance(entry, ast.Message | ast.Term):
            entries.append(entry)
    return entries


def load(language: Language, folder: Path = FOLDER) -> FluentBundle:
    """Build the bundle of every file of a language; a key that stands twice is refused."""
    # The library's annotation asks for functions that return its own type; its guide and its
    # code take strings just as well.
    known: dict[str, Callable[..., object]] = dict(functions(language))
    bundle = FluentBundle([str(language)], functions=known, use_isolating=False)  # type: ignore[arg-type]  # see above
    seen: set[tuple[type, str]] = set()
    for path in sorted((folder / language).glob("*.ftl")):
        entries = read(path)
        for entry in entries:
            name = (type(entry), entry.id.name)
            if name in seen:
                raise TextMissing(f"{language}/{path.name}: {entry.id.name} stands twice")
            seen.add(name)
        bundle.add_resource(ast.Resource(list(entries)))
    return bundle


class Texts:
    """Every text of one language, ready to render."""

    def __init__(self, bundle: FluentBundle) -> None:
        self._bundle = bundle

    def render(
        self, key: str, args: Mapping[str, Value], zone: dt.tzinfo | None, *, html: bool
    ) -> str:
        """Render one text whole, or raise `TextMissing`."""
        long: dict[str, str] = {}
        try:
            bound = {name: _bind(value, zone, long, html=html) for name, value in args.items()}
            text, errors = _format(self._bundle, key, bound)
        except Exception as error:
            raise TextMissing(f"{key}: {error!r}") from error
        if errors:
            raise TextMissing(f"{key}: {errors[0]!r}") from errors[0]
        for mark, part in long.items():
            text = text.replace(mark, part)
        return text


@cache
def texts(language: Language) -> Texts:
    """Load a language once per process."""
    return Texts(load(language))


def _format(
    bundle: FluentBundle, key: str, bound: Mapping[str, Bound]
) -> tuple[str, list[Exception]]:
    """Do as `FluentBundle.format_pattern` does, which would wrap our numbers in its own again."""
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError("has no text of its own")
    errors: list[Exception] = []
    env = ResolverEnvironment(
        context=bundle, current=CurrentEnvironment(args=dict(bound)), errors=errors
    )
    return str(pattern(env)), errors


def _bind(value: Value, zone: dt.tzinfo | None, long: dict[str, str], *, html: bool) -> Bound:
    if isinstance(value, str):
        return _word(value, long, html=html)
    if isinstance(value, dt.date):
        return Moment(_in_zone(value, zone) if isinstance(value, dt.datetime) else value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{type(value).__name__} can't be put into a text")
    return Whole(value) if isinstance(value, int) else Decimal(value)


def _word(value: str, long: dict[str, str], *, html: bool) -> Word:
    raw = unescape(value) if isinstance(value, Markup) else str(value)
    shown = escape(value) if html else raw
    if len(shown) > LONGEST_PART:
        mark = f"\ue000{len(long)}\ue001"  # private-use characters: no person types them
        long[mark] = str(shown)
        return Word.of(raw, mark)
    return Word.of(raw, str(shown))


def _in_zone(at: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    if at.tzinfo is None:
        raise ValueError("a time without a zone can't be shown")
    if zone is not None:
        return at.astimezone(zone)
    if at.tzinfo is dt.UTC:
        raise ValueError("a stored UTC time would be shown hours wrong: give words() the zone")
    return at

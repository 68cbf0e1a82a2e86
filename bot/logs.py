"""What is written down: one line per event, with UTC time, without tokens and people's words.

Everything goes through one handler, our own events (structlog) and those of libraries (logging):

- tokens are hidden in the finished line, so nowhere in it can one be left over;
- of an exception, its type and where it was raised are written, with its causes; its text only
  when the type is known to hold none of a person's words;
- of values that are neither plain nor times nor paths, the type;
- of a library's event, the constant first line of its message; values are filled in only for
  libraries that handle none of a person's words.
"""

import logging
import logging.handlers
import sys
import traceback
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType

import structlog
from structlog.types import EventDict, ExcInfo, Processor
from telegram.error import TelegramError

from bot.clock import Clock, SystemClock
from bot.settings_refused import SettingsRefused, hide_tokens
from bot.settings_working import Logs

ROOMS = ("bot", "handlers", "storage", "texts", "rules", "sandbox")
# Their values are names of jobs and of migrations.
FILLED_IN = ("apscheduler", "alembic")
# Telegram describes what was wrong with a call and doesn't repeat what was said in it.
SPEAKABLE = (TelegramError, SettingsRefused)
ROOT = Path(__file__).resolve().parent.parent
MOST_CAUSES = 10


def setup(settings: Logs, clock: Clock | None = None) -> None:
    """Send every event of this process to one place; may be called again to change it.

    Rooms of Todak are heard from `settings.level` on, libraries from warning on. Raises
    `SettingsRefused` when the file can't be opened. `clock` stamps the lines.
    """
    handler = _handler(settings.file)
    handler.setFormatter(_Formatter(processors=_processors(settings, clock or SystemClock())))
    root = logging.getLogger()
    for old in root.handlers[:]:
        if isinstance(old.formatter, _Formatter):
            root.removeHandler(old)
            old.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for room in ROOMS:
        logging.getLogger(room).setLevel(settings.level.upper())
    # Otherwise a line that can't be written is printed with its values, past everything here.
    logging.raiseExceptions = False
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Renders both kinds of events; the last step hides tokens, whatever the steps before did."""

    def format(self, record: logging.LogRecord) -> str:
        ours = hasattr(record, "_logger")
        return hide_tokens(super().format(record if ours else _in_short(record)))


def _in_short(record: logging.LogRecord) -> logging.LogRecord:
    """Copy a library's record, with no more of its message than is sure to hold no words."""
    known = record.name.split(".")[0] in FILLED_IN
    text = record.getMessage() if known else str(record.msg)
    short = logging.makeLogRecord(record.__dict__)
    short.msg, short.args = text.partition("\n")[0], ()
    return short


def _handler(file: str) -> logging.Handler:
    if not file:
        return logging.StreamHandler(sys.stderr)
    try:
        return logging.handlers.WatchedFileHandler(file, encoding="utf-8")
    except OSError as error:
        raise SettingsRefused(
            f"logs.file {file} can't be opened ({error.strerror}): name one in a folder that exists"
            " and that the bot may write to."
        ) from None


def _processors(settings: Logs, clock: Clock) -> list[Processor]:
    def stamp(_logger: object, _name: str, event: EventDict) -> EventDict:
        at = clock.now().isoformat(timespec="milliseconds")
        return {"at": at, "event": event.pop("event"), **event}

    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.format == "json"
        else structlog.dev.ConsoleRenderer(colors=False, pad_event_to=30)
    )
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        stamp,
        _exceptions_by_type,
        renderer,
    ]


def _exceptions_by_type(_logger: object, _name: str, event: EventDict) -> EventDict:
    error = _raised(event.pop("exc_info", None))
    told = {key: _told(value) for key, value in event.items()}
    if error is not None:
        told["error"] = _named(error)
        told["traceback"] = " | caused by ".join(_story(error))
    return told


def _told(value: object) -> object:
    """Let through what is plain; of other things the type, since their texts may hold anything."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dict():
            return {str(key): _told(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_told(one) for one in value]
        case date() | timedelta() | Path():
            return str(value)
        case BaseException():
            return _named(value)
    return type(value).__qualname__


def _raised(exc_info: ExcInfo | BaseException | bool | None) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, error, _):
            return error
        case True:
            return sys.exception()
    return None


def _named(error: BaseException) -> str:
    name = type(error).__qualname__
    return f"{name}: {error}" if isinstance(error, SPEAKABLE) else name


def _story(error: BaseException) -> Iterator[str]:
    """Tell an exception and its causes by type and place: no texts, no values of variables."""
    cause: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if cause is None:
            return
        inside = ""
        if isinstance(cause, BaseExceptionGroup):
            inside = f" of {', '.join(_named(one) for one in cause.exceptions)}"
        yield f"{_named(cause)}{inside} at {_places(cause.__traceback__)}"
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _places(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return " > ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)


def _short(filename: str) -> str:
    path = Path(filename)
    if "site-packages" in path.parts:
        return Path(*path.parts[path.parts.index("site-packages") + 1 :]).as_posix()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name

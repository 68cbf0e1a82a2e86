"""What is written down: everything needed to find a fault, no token, no person's words."""

import asyncio
import json
import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from telegram.error import BadRequest

from bot.logs import setup
from bot.settings_refused import SettingsRefused
from bot.settings_working import Logs

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WORDS = "상사가 무서워요"
NOON = datetime(2026, 3, 2, 12, 0, 0, 5000, tzinfo=UTC)


class Noon:
    def now(self) -> datetime:
        return NOON


class Paper:
    """The log file of one test, read back line by line."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def start(self, **choice: Any) -> None:
        setup(Logs(file=str(self.path), **choice), Noon())

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    """Give a fresh log file, and put logging back as it was afterwards."""
    root = logging.getLogger()
    level, handlers, raising = root.level, root.handlers[:], logging.raiseExceptions
    paper = Paper(tmp_path / "todak.log")
    paper.start()
    yield paper
    for added in [one for one in root.handlers if one not in handlers]:
        root.removeHandler(added)
        added.close()
    root.setLevel(level)
    logging.raiseExceptions = raising
    structlog.reset_defaults()


def test_one_event_is_one_line_of_json_with_utc_time(paper: Paper) -> None:
    structlog.get_logger("bot.edge").info("turn done", update_id=7, took=0.25, until=None)
    assert paper.lines == [
        {
            "at": "2026-03-02T12:00:00.005+00:00",
            "event": "turn done",
            "update_id": 7,
            "took": 0.25,
            "until": None,
            "level": "info",
            "logger": "bot.edge",
        }
    ]


def test_what_is_bound_for_a_turn_stands_in_its_lines(paper: Paper) -> None:
    with structlog.contextvars.bound_contextvars(update_id=9):
        structlog.get_logger("handlers.checkin").warning("answered twice")
    assert paper.lines[0]["update_id"] == 9


def test_a_token_is_hidden_wherever_it_stands(paper: Paper) -> None:
    structlog.get_logger("bot.x").info(
        f"calling {TOKEN}", url=f"https://api.telegram.org/bot{TOKEN}/getMe", deep={TOKEN: [TOKEN]}
    )
    structlog.get_logger("bot.x").error("failed", exc_info=BadRequest(f"no {TOKEN}"))
    logging.getLogger("aiohttp.client").warning(f"GET https://h/bot{TOKEN}")  # noqa: G004 - as some do
    logging.getLogger("apscheduler").warning("job %s", TOKEN)
    assert TOKEN not in paper.text
    assert paper.text.count("[token]") == 8


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_persons_words_in_an_exception_are_not_written(paper: Paper, form: str) -> None:
    paper.start(format=form)
    try:
        try:
            int(WORDS)
        except ValueError as error:
            raise KeyError(WORDS) from error
    except KeyError as error:
        structlog.get_logger("bot.edge").exception("turn failed", update_id=4, why=error)
        structlog.get_logger("bot.edge").error("turn failed", exc_info=error, all=[error])
        logging.getLogger("telegram.ext").exception("failed on %s", WORDS)
        logging.getLogger("apscheduler").error("failed", exc_info=error, stack_info=True)
    assert WORDS not in paper.text
    assert paper.text.count("KeyError at tests/logs/test_logs.py:") == 4
    assert paper.text.count("caused by ValueError at tests/logs/test_logs.py:") == 4
    assert len(paper.text.splitlines()) == 4


def test_an_exception_is_told_by_type_and_place(paper: Paper) -> None:
    try:
        json.loads("{")
    except ValueError:
        structlog.get_logger("bot.edge").exception("turn failed")
    line = paper.lines[0]
    assert line["error"] == "JSONDecodeError"
    assert line["traceback"].startswith("JSONDecodeError at tests/logs/test_logs.py:")
    assert "decoder.py:" in line["traceback"]


def test_places_in_libraries_and_on_this_machine_are_told_without_their_folders(
    paper: Paper,
) -> None:
    try:
        Logs(level="loud")  # type: ignore[arg-type]  # wrong on purpose
    except ValueError:
        structlog.get_logger("bot.edge").exception("failed")
    assert " > pydantic/main.py:" in paper.lines[0]["traceback"]
    assert str(Path(__file__).parent) not in paper.text


def test_a_suppressed_cause_is_left_out_and_an_implicit_one_is_told(paper: Paper) -> None:
    log = structlog.get_logger("bot.edge")
    for suppress in (True, False):
        try:
            try:
                int("x")
            except ValueError:
                if suppress:
                    raise KeyError from None
                raise KeyError  # noqa: B904 - this is what is tested
        except KeyError:
            log.exception("failed")
    without, with_cause = (line["traceback"] for line in paper.lines)
    assert "ValueError" not in without
    assert "caused by ValueError" in with_cause


def test_a_long_chain_of_causes_ends(paper: Paper) -> None:
    error: Exception = ValueError()
    for _ in range(50):
        outer = ValueError()
        outer.__cause__ = error
        error = outer
    structlog.get_logger("bot.edge").error("failed", exc_info=error)
    assert paper.lines[0]["traceback"].count("ValueError") == 10


def test_the_members_of_a_group_are_named(paper: Paper) -> None:
    group = ExceptionGroup(WORDS, [ValueError(WORDS), BadRequest("Chat not found")])
    structlog.get_logger("bot.edge").error("failed", exc_info=group)
    told = paper.lines[0]["traceback"]
    assert told.startswith("ExceptionGroup of ValueError, BadRequest: Chat not found at ")
    assert WORDS not in paper.text


def test_a_task_nobody_waited_for_does_not_tell_its_words(paper: Paper) -> None:
    """Asyncio puts the failed task's repr, with the exception's text, into its message."""

    async def main() -> None:
        async def fails() -> None:
            raise ValueError(WORDS)

        task = asyncio.create_task(fails())
        await asyncio.wait([task])
        asyncio.get_running_loop().call_exception_handler(
            {"message": "Task failed", "task": task, "exception": task.exception()}
        )

    asyncio.run(main())
    assert paper.lines[0]["event"] == "Task failed"
    assert paper.lines[0]["error"] == "ValueError"
    assert WORDS not in paper.text


def test_what_telegram_or_todak_itself_said_is_written(paper: Paper) -> None:
    for error in (BadRequest("Chat not found"), SettingsRefused("Set the token.")):
        structlog.get_logger("bot.delivery").warning("refused", exc_info=error)
    assert [line["error"] for line in paper.lines] == [
        "BadRequest: Chat not found",
        "SettingsRefused: Set the token.",
    ]


def test_values_that_may_hold_words_are_told_by_type(paper: Paper) -> None:
    class Question:
        def __repr__(self) -> str:
            return WORDS

    structlog.get_logger("bot.edge").info(
        "asked",
        question=Question(),
        on=date(2026, 3, 2),
        after=timedelta(minutes=2),
        file=Path("var/x"),
        failed=ValueError(WORDS),
        exc_info=False,
    )
    line = paper.lines[0]
    assert line["question"].endswith("Question")
    assert (line["on"], line["after"], line["file"]) == ("2026-03-02", "0:02:00", "var/x")
    assert line["failed"] == "ValueError"
    assert WORDS not in paper.text


def test_libraries_are_heard_from_warning_on_without_the_values_they_fill_in(paper: Paper) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST %s", WORDS)
    logging.getLogger("telegram.request").warning('Can not load "%s"', WORDS)
    logging.getLogger("asyncio").error(f"Task was lost\nfuture: {WORDS}")  # noqa: G004 - as asyncio does
    logging.getLogger("apscheduler.scheduler").warning('Run time of job "%s" was missed', "tick")
    logging.getLogger("alembic").warning("")
    assert [line["event"] for line in paper.lines] == [
        'Can not load "%s"',
        "Task was lost",
        'Run time of job "tick" was missed',
        "",
    ]


def test_the_level_counts_for_our_own_rooms(paper: Paper) -> None:
    paper.start(level="debug")
    structlog.get_logger("handlers.ask").debug("heard")
    paper.start(level="error")
    structlog.get_logger("handlers.ask").warning("unheard")
    assert [line["event"] for line in paper.lines] == ["heard"]


def test_a_line_that_cannot_be_written_is_not_printed_elsewhere(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("apscheduler").warning("%d jobs", WORDS)
    assert capsys.readouterr() == ("", "")


def test_without_a_file_the_lines_go_to_standard_error(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    setup(Logs())
    structlog.get_logger("bot.edge").info("started")
    out, err = capsys.readouterr()
    assert out == ""
    assert json.loads(err)["event"] == "started"
    assert datetime.fromisoformat(json.loads(err)["at"]).utcoffset() == timedelta(0)
    assert not paper.text


def test_a_file_that_cannot_be_opened_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="name one in a folder that exists"):
        setup(Logs(file=str(tmp_path / "missing" / "todak.log")))

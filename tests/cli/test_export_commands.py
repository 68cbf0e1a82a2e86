"""`export` and `feedback`: a programme's rows, and its round, in a script's hands."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Table, select

from bot.cli.export import What
from rules.people import Role
from storage.checkins import checkins
from storage.days import days
from storage.feedback import begin, end, feedback_rounds, hand_in
from storage.groups import groups
from storage.jobs import jobs
from storage.members import members
from storage.offices import ensure_office, ensure_programme
from storage.outbox import outbox
from storage.people import people
from storage.reports import EXPORTS
from tests.cli.conftest import Shell

LONG_AGO = datetime(2026, 1, 5, tzinfo=UTC)
NAMES = ("박대표", "김하늘", "정바다", "최나무", "윤솔")
SECRET = "아무도 읽으면 안 되는 말"


@pytest.fixture
async def full_shell(shell: Shell) -> Shell:
    """A shell whose database holds a group of five, one check-in, and one message on its way."""
    assert (await shell.run("db", "upgrade")).exit_code == 0
    store = shell.store()
    async with store.writing() as db:
        own = {"name": "우리 기관", "zone": "Asia/Seoul", "language": "ko", "contact": ""}
        office_id = await ensure_office(db, **own)
        programme = await ensure_programme(db, office_id, "2026", LONG_AGO)
        group_id = await db.add(groups, programme_id=programme.id, number=1, formed_at=LONG_AGO)
        since = {"registered_at": LONG_AGO, "created_at": LONG_AGO, "language": "ko"}
        about = dict.fromkeys(("department", "job_series", "grade", "interests"), "")
        for at, name in enumerate(NAMES, 1):
            person_id = await db.add(people, office_id=office_id, name=name, user_id=at, **since)
            ids = {"programme_id": programme.id, "person_id": person_id, "group_id": group_id}
            role = Role.MENTEE if at > 1 else Role.LEAD
            await db.add(members, role=role.value, **ids, **about)
        held = {"group_id": group_id, "starts_at": LONG_AGO, "place": "구청", "state": "planned"}
        day_id = await db.add(days, **held, set_at=LONG_AGO)
        given = {"day_id": day_id, "member_id": 2, "score": 5, "word": "=좋아요"}
        await db.add_once(checkins, [{**given, "tapped_at": LONG_AGO + timedelta(hours=1)}])
        call = {"key": "in:1:0", "method": "sendMessage", "chat_id": 2, "person_id": 2}
        times = {"due_at": LONG_AGO, "made_at": LONG_AGO}
        await db.add(outbox, **call, **times, params=json.dumps({"text": SECRET}), urgency=0)
    await store.close()
    return shell


async def rows(shell: Shell, table: Table) -> Sequence[Any]:
    store = shell.store()
    async with store.reading() as db:
        found = await db.all(select(table))
    await store.close()
    return found


def test_everything_that_is_listed_can_be_exported() -> None:
    assert {each.value for each in What} == set(EXPORTS)


async def test_csv_has_the_same_columns_in_each_release_and_nothing_a_spreadsheet_computes(
    full_shell: Shell,
) -> None:
    done = await full_shell.run("export", "checkins")
    assert done.exit_code == 0
    headings, row = csv.reader(io.StringIO(done.stdout))
    assert ",".join(headings) == "group,starts_at,place,name,role,score,word,tapped_at"
    assert row == [
        *("1", "2026-01-05 09:00", "구청", "김하늘", "mentee", "5", "'=좋아요"),
        "2026-01-05 10:00",
    ]
    assert done.stderr == "1 rows\n"


async def test_json_holds_numbers_as_numbers_and_times_with_their_zone(full_shell: Shell) -> None:
    done = await full_shell.run("export", "checkins", "--format", "json")
    (row,) = json.loads(done.stdout)
    assert (row["score"], row["word"]) == (5, "=좋아요")
    assert row["tapped_at"] == "2026-01-05T10:00:00+09:00"


async def test_xlsx_has_the_office_s_words_and_goes_to_a_file(full_shell: Shell) -> None:
    done = await full_shell.run("export", "people", "--format", "xlsx")
    assert (done.exit_code, done.stdout) == (0, "")
    file = full_shell.folder / "people.xlsx"
    assert file.stat().st_mode & 0o077 == 0
    headings, *people_rows = load_workbook(file)["명단"].iter_rows(values_only=True)
    assert headings[:3] == ("이름", "구분", "조")
    assert [row[0] for row in people_rows] == list(NAMES)
    assert people_rows[0][1:3] == ("대표멘토", 1)


@pytest.mark.parametrize("what", What)
@pytest.mark.parametrize("how", ["csv", "json", "xlsx"])
async def test_every_listing_can_be_written_in_every_way(
    full_shell: Shell, what: What, how: str
) -> None:
    out = full_shell.folder / "out"
    done = await full_shell.run("export", what.value, "--format", how, "--out", str(out))
    assert done.exit_code == 0, done.stderr
    assert out.stat().st_size > 0


async def test_the_outbox_goes_out_without_a_word_of_what_was_said(full_shell: Shell) -> None:
    done = await full_shell.run("export", "outbox", "--format", "json")
    (call,) = json.loads(done.stdout)
    assert (call["key"], call["person"], call["state"]) == ("in:1:0", "김하늘", "waiting")
    assert "params" not in call
    assert SECRET not in done.stdout


async def test_the_outbox_does_not_say_to_whom_an_answer_was_carried(full_shell: Shell) -> None:
    store = full_shell.store()
    async with store.writing() as db:
        await db.run(outbox.update().values(key="answer:1:asker"))
    await store.close()
    done = await full_shell.run("export", "outbox", "--format", "json")
    (call,) = json.loads(done.stdout)
    assert (call["key"], call["person"], call["chat_id"]) == ("answer:1:asker", None, None)


async def test_a_file_that_can_t_be_written_is_named(full_shell: Shell) -> None:
    done = await full_shell.run("export", "people", "--out", str(full_shell.folder / "no" / "x"))
    assert done.exit_code == 2
    assert "can't be written" in done.stderr


async def test_without_a_programme_there_is_nothing_to_export(shell: Shell) -> None:
    done = await shell.run("export", "people")
    assert done.exit_code == 2
    assert "import a roster" in done.stderr


async def test_a_programme_can_be_named_and_an_unknown_one_is_refused(full_shell: Shell) -> None:
    assert (await full_shell.run("export", "people", "--programme", "2026")).exit_code == 0
    done = await full_shell.run("export", "people", "--programme", "1999")
    assert done.exit_code == 2
    assert "no programme called 1999" in done.stderr


@pytest.mark.parametrize(("sheets", "closed"), [(4, True), (5, False)])
async def test_feedback_of_too_few_or_still_open_is_not_exported(
    full_shell: Shell, sheets: int, closed: bool
) -> None:
    await hand_in_all(full_shell, sheets, closed=closed)
    done = await full_shell.run("export", "feedback", "--format", "json")
    assert json.loads(done.stdout) == []
    assert "nobody can be guessed" in done.stderr


async def test_feedback_is_exported_once_it_may_be_shown(full_shell: Shell) -> None:
    await hand_in_all(full_shell, 5, closed=True)
    done = await full_shell.run("export", "feedback", "--format", "json")
    sheets = json.loads(done.stdout)
    assert len(sheets) == 5
    assert set(sheets[0]) == {"closed_at", "meetings", "work", "ease", "recommend", "word"}
    assert {sheet["meetings"] for sheet in sheets} == {5}


async def hand_in_all(shell: Shell, sheets: int, *, closed: bool) -> None:
    store = shell.store()
    async with store.writing() as db:
        found = await begin(db, 1, LONG_AGO)
        for person in range(1, sheets + 1):
            await hand_in(db, found.id, person, "5432", None)
        if closed:
            await end(db, found.id, LONG_AGO)
    await store.close()


async def test_a_round_is_opened_and_closed_for_the_running_bot_to_tell(full_shell: Shell) -> None:
    done = await full_shell.run("feedback", "open")
    assert (done.exit_code, done.stdout) == (0, "feedback is open: 5 asked\n")
    asked = [row for row in await rows(full_shell, outbox) if row.key.startswith("feedback:1:")]
    assert len(asked) == 5
    again = await full_shell.run("feedback", "open")
    assert (again.exit_code, again.stderr) == (2, "A feedback round is open already.\n")
    assert (await full_shell.run("feedback", "close")).stdout == "feedback is closed\n"
    (found,) = await rows(full_shell, feedback_rounds)
    assert found.closed_at is not None
    assert [job.name for job in await rows(full_shell, jobs)] == ["feedback.clean"]
    again = await full_shell.run("feedback", "close")
    assert (again.exit_code, again.stderr) == (2, "No feedback round is open.\n")


async def test_a_round_nobody_could_answer_is_not_opened(full_shell: Shell) -> None:
    store = full_shell.store()
    async with store.writing() as db:
        await db.run(people.update().values(registered_at=None))
    await store.close()
    done = await full_shell.run("feedback", "open")
    assert done.exit_code == 2
    assert "Nobody has registered yet" in done.stderr

"""`roster import`: the right rows go in, each wrong one is named, and the exit code says which."""

from pathlib import Path

import pytest

from storage.members import members
from storage.offices import programmes
from tests.cli.conftest import Shell
from tests.roster.rosters import CIRCLE, SAMPLE, csv_of


def written(shell: Shell, body: bytes, name: str = "명단.csv") -> str:
    path = shell.folder / name
    path.write_bytes(body)
    return str(path)


async def enrolled(shell: Shell) -> int:
    store = shell.store()
    async with store.reading() as db:
        found = len(await db.all(members.select()))
    await store.close()
    return found


async def test_the_sample_is_entered_whole_and_a_second_time_nobody_is(shell: Shell) -> None:
    first = await shell.run("roster", "import", str(SAMPLE))
    assert first.exit_code == 0, first.output
    assert first.stdout.splitlines() == [
        "programme: 2026년 신규공무원 멘토링 (new)",
        (
            "columns: number, role, name, department, job series, grade, birth date,"
            " appointment date, interests"
        ),
        "lead 19, mentor 19, mentee 73",
        "new 111, already there 0, wrong 0",
    ]
    again = await shell.run("roster", "import", str(SAMPLE))
    assert "new 0, already there 111, wrong 0" in again.stdout
    assert await enrolled(shell) == 111


async def test_wrong_rows_are_named_by_line_and_the_right_ones_go_in(shell: Shell) -> None:
    wrong = [("교장", *CIRCLE[2][1:]), ("멘티", "", *CIRCLE[2][2:])]
    file = written(shell, csv_of(*CIRCLE, *wrong))
    done = await shell.run("roster", "import", file)
    assert done.exit_code == 1
    assert "line 6: the role is unknown (교장)\nline 7: there is no name\n" in done.stderr
    assert await enrolled(shell) == 4


async def test_a_dry_run_says_the_same_and_enters_nobody(shell: Shell) -> None:
    file = written(shell, csv_of(*CIRCLE))
    done = await shell.run("roster", "import", file, "--dry-run")
    assert done.exit_code == 0
    assert "new 4, already there 0, wrong 0" in done.stdout
    assert "dry run" in done.stderr
    assert await enrolled(shell) == 0


async def test_the_programme_may_be_named(shell: Shell) -> None:
    file = written(shell, csv_of(*CIRCLE))
    await shell.run("roster", "import", file, "--programme", "2026 토닥토닥")
    other = await shell.run("roster", "import", file)
    assert "programme: 2026 토닥토닥\n" in other.stdout
    assert "new 0, already there 4" in other.stdout


async def test_a_programme_that_has_ended_is_refused(shell: Shell) -> None:
    file = written(shell, csv_of(*CIRCLE))
    await shell.run("roster", "import", file, "--programme", "작년")
    store = shell.store()
    async with store.writing() as db:
        await db.run(programmes.update().values(stage="closed"))
    await store.close()
    for more in ([], ["--dry-run"]):
        done = await shell.run("roster", "import", file, "--programme", "작년", *more)
        assert done.exit_code == 2
        assert "'작년' has ended" in done.stderr


@pytest.mark.parametrize("name", ["", " ", "가" * 61])
async def test_a_name_that_is_none_is_refused(shell: Shell, name: str) -> None:
    done = await shell.run("roster", "import", written(shell, csv_of(*CIRCLE)), "--programme", name)
    assert done.exit_code == 2
    assert "1 to 60 characters" in done.stderr


async def test_files_that_are_no_roster_are_refused_with_a_reason(shell: Shell) -> None:
    for body, reason in [
        (b"x" * (5 * 1024 * 1024 + 1), "too big"),
        (b"\x89PNG\r\n\x1a\n\0\0", "can't read this file as a roster"),
        ("성명,부서\n김하늘,총무과\n".encode(), "no heading for these columns: role."),
    ]:
        done = await shell.run("roster", "import", written(shell, body))
        assert done.exit_code == 2
        assert reason in done.stderr


async def test_a_file_that_is_not_there_is_refused(shell: Shell) -> None:
    done = await shell.run("roster", "import", str(Path("nowhere.xlsx")))
    assert done.exit_code == 2
    assert "nowhere.xlsx can't be read (No such file or directory)" in done.stderr

"""`groups form`, `groups approve` and `groups show`: the draft in a script's hands."""

from sqlalchemy import func, select

from storage.due import due_rows
from storage.groups import groups
from storage.members import members
from tests.cli.conftest import Shell
from tests.roster.rosters import CIRCLE, SAMPLE, csv_of


async def with_roster(shell: Shell, *people: tuple[str, ...]) -> None:
    file = shell.folder / "명단.csv"
    file.write_bytes(csv_of(*people))
    await shell.run("roster", "import", str(file))


async def test_the_sample_is_formed_approved_and_shown(shell: Shell) -> None:
    await shell.run("roster", "import", str(SAMPLE))
    formed = await shell.run("groups", "form")
    assert formed.exit_code == 0, formed.output
    first, worth, headings, *people = formed.stdout.splitlines()
    assert first == "draft 1"
    assert worth.startswith("value 0.8")
    assert worth.endswith("search finished")
    assert headings.split("\t")[:3] == ["group", "role", "name"]
    assert len(people) == 111
    approved = await shell.run("groups", "approve")
    assert approved.stdout == "groups 19, people 111, not registered yet 111\n"
    shown = await shell.run("groups", "show")
    assert "draft 1, approved" in shown.stderr
    assert shown.stdout.splitlines() == [worth, headings, *people]
    store = shell.store()
    async with store.reading() as db:
        assert await db.scalar(select(func.count()).select_from(groups)) == 19
        assert await db.scalar(select(func.count()).where(members.c.group_id.is_(None))) == 0
        assert await db.scalar(select(func.count()).select_from(due_rows)) == 19
    await store.close()


async def test_what_cannot_be_done_is_refused_with_a_sentence(shell: Shell) -> None:
    for words, sentence in [
        (["form"], "There is no programme yet"),
        (["approve"], "There is no programme yet"),
        (["show"], "There is no programme yet"),
    ]:
        done = await shell.run("groups", *words)
        assert (done.exit_code, sentence in done.stderr) == (2, True)
    await with_roster(shell, *CIRCLE)
    for words, sentence in [
        (["show"], "There is no draft"),
        (["approve"], "no such draft"),
        (["approve", "7"], "no such draft"),
    ]:
        done = await shell.run("groups", *words)
        assert (done.exit_code, sentence in done.stderr) == (2, True)


async def test_groups_are_formed_once(shell: Shell) -> None:
    await with_roster(shell, *CIRCLE)
    await shell.run("groups", "form", "--seed", "5")
    waiting = await shell.run("groups", "show")
    assert "draft 1, ready" in waiting.stderr
    await shell.run("groups", "approve", "1")
    for words, sentence in [
        (["form"], "can't be formed anew"),
        (["approve"], "can't be formed anew"),
        (["approve", "1"], "approved already"),
    ]:
        done = await shell.run("groups", *words)
        assert (done.exit_code, sentence in done.stderr) == (2, True)


async def test_people_who_cannot_be_grouped_are_refused_with_the_reason(shell: Shell) -> None:
    await with_roster(shell, *CIRCLE[2:])
    done = await shell.run("groups", "form")
    assert done.exit_code == 2
    assert "There is no mentor on the roster" in done.stderr

"""Inbox, outbox, due rows, jobs and steps: what is claimed, held, given back and swept."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import documents, due, inbox, jobs, outbox, steps
from storage.door import Store
from storage.outbox import Urgency
from storage.steps import Step

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SOON, LATER = NOW + timedelta(seconds=1), NOW + timedelta(minutes=1)


async def keys(store: Store, now: datetime, limit: int = 10) -> list[str]:
    async with store.reading() as db:
        return [row.key for row in await inbox.waiting(db, now, limit)]


async def arrived(store: Store, *rows: tuple[str, int]) -> None:
    async with store.writing() as db:
        await inbox.put(db, [(key, lane, "{}") for key, lane in rows], NOW)


async def test_an_update_that_comes_twice_is_kept_once(store: Store) -> None:
    async with store.writing() as db:
        assert await inbox.put(db, [("u:1", 1, "{}"), ("u:2", 1, "{}")], NOW) == 2
        assert await inbox.put(db, [("u:2", 1, "other"), ("u:3", 1, "{}")], NOW) == 1
        assert [row.body for row in await inbox.waiting(db, NOW, 10)] == ["{}"] * 3


async def test_updates_wait_in_the_order_they_came(store: Store) -> None:
    await arrived(store, ("u:9", 1), ("u:3", 2), ("u:5", 1))
    assert await keys(store, NOW) == ["u:9", "u:3", "u:5"]
    assert await keys(store, NOW, limit=2) == ["u:9", "u:3"]


async def test_a_failed_row_holds_its_lane_and_nobody_elses(store: Store) -> None:
    await arrived(store, ("u:1", 1), ("u:2", 2), ("u:3", 1))
    async with store.writing() as db:
        await inbox.again(db, 1, SOON, "RuntimeError")
    assert await keys(store, NOW) == ["u:2"]
    assert await keys(store, SOON) == ["u:1", "u:2", "u:3"]
    async with store.reading() as db:
        assert (await inbox.waiting(db, SOON, 1))[0].tries == 1


async def test_what_was_dealt_with_keeps_its_key_but_no_words(store: Store) -> None:
    await arrived(store, ("u:1", 1), ("u:2", 1))
    async with store.writing() as db:
        await inbox.done(db, [1], NOW)
        await inbox.set_aside(db, 2, NOW, "unreadable")
        rows = await db.all(select(inbox.inbox).order_by(inbox.inbox.c.id))
        assert await inbox.put(db, [("u:1", 1, "{}")], NOW) == 0
    assert [(row.state, row.body) for row in rows] == [("done", None), ("aside", "{}")]
    assert await keys(store, LATER) == []


async def test_a_lane_is_free_again_once_its_row_is_set_aside(store: Store) -> None:
    await arrived(store, ("u:1", 1), ("u:2", 1))
    async with store.writing() as db:
        await inbox.again(db, 1, LATER, "RuntimeError")
        await inbox.set_aside(db, 1, NOW, "RuntimeError")
    assert await keys(store, NOW) == ["u:2"]


async def test_sweeping_removes_what_was_settled_before_and_nothing_that_waits(
    store: Store,
) -> None:
    await arrived(store, ("u:1", 1), ("u:2", 1), ("u:3", 1))
    async with store.writing() as db:
        await inbox.done(db, [1], NOW)
        await inbox.done(db, [2], SOON)
        assert await inbox.sweep(db, SOON) == 1
        assert list(await db.column(select(inbox.inbox.c.key))) == ["u:2", "u:3"]


def call(key: str, **more: Any) -> dict[str, Any]:
    row = {"key": key, "method": "sendMessage", "chat_id": 7, "params": '{"text": "안녕하세요"}'}
    return row | {"urgency": 1, "state": "waiting", "due_at": NOW, "made_at": NOW} | more


async def said(store: Store, *rows: dict[str, Any]) -> None:
    """Every row of one call must have the same columns."""
    async with store.writing() as db:
        for row in rows:
            await outbox.put(db, [row])


async def claimed(
    store: Store, urgency: Urgency = Urgency.ORDINARY, now: datetime = NOW, limit: int = 10
) -> Sequence[outbox.Call]:
    async with store.writing() as db:
        return await outbox.claim(db, urgency, limit, now, now + timedelta(seconds=30))


async def test_what_is_said_twice_under_one_key_is_kept_once(store: Store) -> None:
    async with store.writing() as db:
        assert await outbox.put(db, [call("day:1"), call("day:1"), call("day:2")]) == 2
        assert await outbox.put(db, [call("day:2")]) == 0


async def test_a_call_is_claimed_once_until_its_lease_ends(store: Store) -> None:
    await said(store, call("a"), call("b"))
    assert [each.key for each in await claimed(store, limit=1)] == ["a"]
    assert [each.key for each in await claimed(store)] == ["b"]
    assert await claimed(store) == []
    async with store.reading() as db:
        assert not await outbox.waiting(db, NOW)
        assert await outbox.waiting(db, NOW + timedelta(seconds=30))
    assert len(await claimed(store, now=NOW + timedelta(seconds=30))) == 2


async def test_each_urgency_is_claimed_by_itself_and_nothing_before_its_time(store: Store) -> None:
    await said(store, call("notice", urgency=2), call("answer", urgency=0), call("c", due_at=LATER))
    assert [each.key for each in await claimed(store, Urgency.ANSWER)] == ["answer"]
    assert [each.key for each in await claimed(store, Urgency.BULK)] == ["notice"]
    assert await claimed(store) == []
    assert [each.key for each in await claimed(store, now=LATER)] == ["c"]


async def test_leases_are_given_back_by_name_and_all_at_once(store: Store) -> None:
    await said(store, call("a"), call("b"), call("c"))
    first, *_ = await claimed(store)
    async with store.writing() as db:
        await outbox.release(db, [first.id])
    assert [each.key for each in await claimed(store)] == ["a"]
    async with store.writing() as db:
        assert await outbox.release_all(db) == 3
    assert len(await claimed(store)) == 3


async def test_a_sent_call_keeps_where_it_went_but_no_words(store: Store) -> None:
    await said(store, call("question:1", tag="question:12"))
    async with store.writing() as db:
        assert await outbox.message_of(db, "question:1") is None
        await outbox.settle(db, 1, "sent", NOW, message_id=99)
        assert await outbox.message_of(db, "question:1") == (7, 99)
        assert await outbox.message_of(db, "question:2") is None
        assert await outbox.tag_of(db, 7, 99) == "question:12"
        assert await outbox.tag_of(db, 7, 98) is None
        row = (await db.all(select(outbox.outbox)))[0]
    assert (row.state, row.params) == ("sent", None)


async def test_what_has_not_left_can_be_taken_back_by_the_beginning_of_its_key(
    store: Store,
) -> None:
    await said(store, call("day:1:a"), call("day:1:b"), call("day:10:a"), call("day_1:a"))
    async with store.writing() as db:
        await outbox.settle(db, 1, "sent", NOW)
        assert await outbox.withdraw(db, "day:1:", NOW) == 1
        assert await outbox.withdraw(db, "day_", NOW) == 1
    assert [each.key for each in await claimed(store)] == ["day:10:a"]


async def test_what_waits_for_a_group_follows_it_when_it_grows(store: Store) -> None:
    await said(store, call("old"), call("new"), call("other", chat_id=8))
    async with store.writing() as db:
        await outbox.settle(db, 1, "sent", NOW)
        await outbox.move_chat(db, 7, -100)
        rows = await db.all(select(outbox.outbox).order_by(outbox.outbox.c.id))
    assert [row.chat_id for row in rows] == [7, -100, 8]


async def test_plumbing_is_swept_and_what_features_look_for_stays(store: Store) -> None:
    await said(store, call("plain"), call("tagged", tag="question:1"), call("waiting"))
    async with store.writing() as db:
        await outbox.settle(db, 1, "sent", NOW)
        await outbox.settle(db, 2, "sent", NOW)
        await outbox.sweep(db, LATER)
        kept = await db.column(select(outbox.outbox.c.key).order_by(outbox.outbox.c.id))
    assert list(kept) == ["tagged", "waiting"]


async def test_due_rows_ripen_in_the_order_of_their_time(store: Store) -> None:
    async with store.writing() as db:
        assert await due.next_at(db) is None
        for key, at in (("late", LATER), ("now", NOW), ("soon", SOON)):
            await due.plan(db, ("day", "remind"), 1, at, key)
        assert [one.key for one in await due.ripe(db, SOON, 10)] == ["now", "soon"]
        assert [one.key for one in await due.ripe(db, LATER, 1)] == ["now"]
        assert await due.next_at(db) == NOW


async def test_planning_one_key_twice_keeps_the_first_plan(store: Store) -> None:
    async with store.writing() as db:
        await due.plan(db, ("day", "remind"), 1, NOW, "day:1")
        await due.plan(db, ("day", "remind"), 1, LATER, "day:1")
        assert [one.at for one in await due.ripe(db, LATER, 10)] == [NOW]


async def test_dropping_settles_what_waits_for_one_thing_of_one_feature(store: Store) -> None:
    async with store.writing() as db:
        for feature, ref in (("day", 1), ("day", 2), ("checkin", 1)):
            await due.plan(db, (feature, "remind"), ref, NOW, f"{feature}:{ref}")
        assert await due.drop(db, "day", 1, NOW, "cancelled") == 1
        assert await due.drop(db, "day", 1, NOW) == 0
        assert [one.key for one in await due.ripe(db, NOW, 10)] == ["day:2", "checkin:1"]
        kept = await db.scalar(select(due.due_rows.c.outcome).where(due.due_rows.c.id == 1))
        assert kept == "cancelled"


async def test_what_was_done_does_not_ripen_again_and_what_failed_does_later(store: Store) -> None:
    async with store.writing() as db:
        for key in ("done", "failed"):
            await due.plan(db, ("day", "remind"), 1, NOW, key)
        await due.settle(db, [1], "done", NOW)
        await due.postpone(db, 2, LATER)
        assert await due.ripe(db, SOON, 10) == []
        (again,) = await due.ripe(db, LATER, 10)
    assert (again.key, again.tries) == ("failed", 1)


def job(key: str) -> dict[str, Any]:
    row = {"key": key, "name": "roster.read", "args": '{"file": "x"}', "then": "r:1", "lane": 5}
    return row | {"state": "waiting", "made_at": NOW}


async def test_a_job_is_done_by_one_and_again_by_another_when_the_first_is_gone(
    store: Store,
) -> None:
    async with store.writing() as db:
        assert await jobs.put(db, [job("a"), job("a"), job("b")]) == 2
        assert await jobs.waiting(db, NOW)
        taken = [await jobs.claim(db, NOW, LATER) for _ in range(3)]
        assert [one and one.key for one in taken] == ["a", "b", None]
        assert not await jobs.waiting(db, NOW)
        again = await jobs.claim(db, LATER, LATER)
        assert again
        assert (again.key, again.tries) == ("a", 1)


async def test_an_ended_job_keeps_no_arguments_and_is_not_claimed(store: Store) -> None:
    async with store.writing() as db:
        await jobs.put(db, [job("a"), job("b")])
        await jobs.claim(db, NOW, LATER)
        await jobs.settle(db, 1, "done", NOW)
        row = (await db.all(select(jobs.jobs).order_by(jobs.jobs.c.id)))[0]
        assert (row.state, row.args, row.leased_until) == ("done", None, None)
        rest = await jobs.claim(db, NOW, LATER)
        assert rest
        await jobs.release(db, rest.id)
        assert await jobs.claim(db, NOW, LATER)
        assert await jobs.release_all(db) == 1


async def test_a_person_is_in_one_step_at_a_time(store: Store) -> None:
    async with store.writing() as db:
        assert await steps.of_user(db, 1) is None
        await steps.enter(db, 1, Step("day.when", {"group": 3}), NOW)
        await steps.enter(db, 1, Step("day.place", {"group": 3, "말": "시장"}), NOW)
        await steps.enter(db, 2, Step("ask.text", {}), NOW)
        assert await steps.of_user(db, 1) == Step("day.place", {"group": 3, "말": "시장"})
        await steps.leave(db, 1)
        assert await steps.of_user(db, 1) is None
        assert await steps.of_user(db, 2) == Step("ask.text", {})


@pytest.mark.parametrize("state", ["sent", "failed"])
async def test_a_file_is_kept_until_its_call_has_ended(store: Store, state: str) -> None:
    async with store.writing() as db:
        kept = await documents.keep(db, "명단.csv", "text/csv", b"a,b", NOW)
        await outbox.put(db, [call("file", document_id=kept)])
        await outbox.settle(db, 1, state, NOW)
        assert await db.scalar(select(documents.documents.c.body)) == b"a,b"
        await documents.drop(db, [kept])
        assert await db.one(select(documents.documents.c.id)) is None

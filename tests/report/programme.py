"""A programme with something of everything, its rows put in place; and sums done by hand in SQL."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox.player import Player
from storage.checkins import checkins
from storage.days import days
from storage.door import Writing
from storage.feedback import begin, end, hand_in
from storage.notices import notice_people, notices
from storage.outbox import outbox
from storage.questions import answers, questions
from storage.summaries import summaries
from tests.town import Circle, Town

EVENING = timedelta(hours=9, minutes=30)
NAMELESS = "이름 없이 여쭤봐요. 연가는 어떻게 쓰나요?"
FORMULA = "=1+1"


async def full(town: Town) -> tuple[Player, Circle, Circle]:
    """A coordinator and two groups: one busy, one that met and was silent."""
    boss = await town.coordinator("한지우")
    busy = await town.group(1)
    await busy.chat()
    quiet = await town.group(2, lead="서대표", mentor=None, mentees=("조용히", "윤솔"))
    await town.on_roster("아직이")
    await _meet(town, busy, quiet)
    await _ask(town, busy)
    await _notify(town, boss, busy)
    return boss, busy, quiet


async def _meet(town: Town, busy: Circle, quiet: Circle) -> None:
    """A day held by each group, one to come, one called off; answers in the busy group."""
    haneul, bada = [await town.member_id(each) for each in busy.mentees]
    lead = await town.member_id(busy.lead)
    before, after = town.now - timedelta(days=3), town.now + timedelta(days=4)
    async with town.writing() as db:
        held = await day(db, busy, before, "망우역사문화공원")
        await day(db, quiet, before - timedelta(days=1), "")
        await day(db, busy, after, "용마산")
        await day(db, busy, after, "구청", state="cancelled")
        for member, score, word in ((haneul, 5, "든든했어요"), (bada, 4, FORMULA), (lead, 4, None)):
            answer = {"day_id": held, "member_id": member, "score": score, "word": word}
            await db.add_once(checkins, [{**answer, "tapped_at": before + EVENING}])
        told = {"day_id": held, "member_id": lead, "body": "공원을 함께 걸었어요.\n다음은 용마산."}
        await db.add_once(summaries, [{**told, "written_at": before + EVENING}])


async def day(db: Writing, circle: Circle, at: datetime, place: str, state: str = "planned") -> int:
    row = {"group_id": circle.group_id, "starts_at": at, "place": place, "state": state}
    return await db.add(days, **row, set_at=at)


async def _ask(town: Town, busy: Circle) -> None:
    """Haneul asks by name and is answered; Bada asks without a name; one never got out."""
    haneul, bada = [await town.member_id(each) for each in busy.mentees]
    lead = await town.member_id(busy.lead)
    async with town.writing() as db:
        base = {"group_id": busy.group_id, "asked_at": town.now}
        who = {"asker_id": haneul, "named": True}
        body = "출장은 어디에서 신청하나요?"
        solved = await db.add(questions, **base, **who, body=body, state="accepted")
        for given, accepted in (("모르겠어요", None), ("새올에서 하세요", town.now)):
            answer = {"question_id": solved, "member_id": lead, "given_at": town.now}
            await db.add(answers, **answer, body=given, accepted_at=accepted)
        await db.add(questions, **base, asker_id=bada, named=False, body=NAMELESS, state="open")
        await db.add(questions, **base, **who, body="", state="unposted")


async def _notify(town: Town, boss: Player, busy: Circle) -> None:
    """A notice to three people: confirmed, delivered, not reached; and a draft."""
    people = [await town.person_id(each) for each in busy.everyone[:3]]
    written = {"programme_id": 1, "audience": "mentors", "written_at": town.now}
    async with town.writing() as db:
        sent = await db.add(
            notices,
            **written,
            body="다음 주에 만나요",
            state="sent",
            sent_at=town.now,
            written_by=await town.person_id(boss),
        )
        await db.add(notices, **written, body="쓰다 만 것", state="draft")
        for person, state, read in zip(
            people, ("sent", "sent", "failed"), (town.now, None, None), strict=True
        ):
            one = {"notice_id": sent, "person_id": person, "confirmed_at": read}
            await db.add_once(notice_people, [one])
            call = {"key": f"notice:{sent}:{person}", "method": "sendMessage", "state": state}
            times = {"due_at": town.now, "made_at": town.now, "settled_at": town.now}
            await db.add(outbox, **call, **times, urgency=2, tag="notice:1")


async def feedback(town: Town, players: list[Player], *, close: bool = True) -> int:
    """A round with a sheet from each of these; returns its id."""
    people = [await town.person_id(each) for each in players]
    async with town.writing() as db:
        found = await begin(db, 1, town.now)
        for at, person in enumerate(people):
            await hand_in(db, found.id, person, f"54{1 + at % 5}3", f"한마디 {at}")
        if close:
            await end(db, found.id, town.now)
    return found.id


def sums(path: Path, query: str) -> Any:
    """What the bare database says."""
    with sqlite3.connect(path) as bare:
        return bare.execute(query).fetchone()[0]

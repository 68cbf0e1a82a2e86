"""A crowd for benchmarks: people in groups whose mentoring day is over."""

from datetime import datetime

from handlers.buttons import pack
from handlers.checkin_asking import Tap
from rules.checkin import Score
from rules.programme import Stage
from storage.days import days
from storage.door import Store
from storage.groups import groups
from storage.members import members
from storage.offices import ensure_office, ensure_programme, set_stage
from storage.people import people
from storage.upgrade import upgrade

SIZE = 5
FIRST_USER = 5_000_000


async def crowd(url: str, count: int, held_at: datetime) -> list[tuple[int, int]]:
    """Put `count` registered people in place; returns (Telegram id, day id) of each."""
    store = Store.open(url)
    await upgrade(store)
    async with store.writing() as db:
        office = await ensure_office(
            db, name="우리 기관", zone="Asia/Seoul", language="ko", contact=""
        )
        programme = (await ensure_programme(db, office, "2026", held_at)).id
        await set_stage(db, programme, Stage.RUNNING)
        numbers = range(1, count // SIZE + 2)
        row = {"programme_id": programme, "formed_at": held_at}
        await db.add_all(groups, [row | {"id": n, "number": n} for n in numbers])
        day = {"starts_at": held_at, "place": "", "state": "planned", "set_at": held_at}
        await db.add_all(days, [day | {"id": n, "group_id": n} for n in numbers])
        await db.add_all(people, [_person(n, office, held_at) for n in range(1, count + 1)])
        await db.add_all(members, [_member(n, programme) for n in range(1, count + 1)])
    await store.close()
    return [(FIRST_USER + n, _group(n)) for n in range(1, count + 1)]


def tap_data(day: int) -> str:
    """The callback data of a check-in tap."""
    return pack(Tap(day, 0, Score.FOUR))


def _group(number: int) -> int:
    return (number - 1) // SIZE + 1


def _person(number: int, office: int, now: datetime) -> dict[str, object]:
    since = {"created_at": now, "consented_at": now, "registered_at": now}
    who = {"id": number, "office_id": office, "name": f"멘티{number}", "language": "ko"}
    return who | since | {"user_id": FIRST_USER + number}


def _member(number: int, programme: int) -> dict[str, object]:
    texts: dict[str, object] = {"department": "", "job_series": "", "grade": "", "interests": ""}
    ids = {"id": number, "person_id": number, "programme_id": programme}
    return ids | texts | {"role": "mentee", "group_id": _group(number)}

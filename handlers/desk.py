"""The desk: where a feature says things, asks for calls and plans what is due.

Nothing here talks to Telegram. Whatever is said becomes rows of the transaction the desk belongs
to, and is gone again if that transaction fails.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.buttons import pack
from handlers.fit import fitted
from handlers.keys import Keys, inline
from rules.programme import Office, Person, Post
from rules.working_hours import USUAL, WorkingHours, within
from storage import documents, due, jobs, outbox
from storage.door import Writing
from storage.outbox import Urgency
from texts.words import Words, words

TOAST_LIFE = timedelta(seconds=150)  # Telegram forgets a button press after that


@dataclass(frozen=True, slots=True)
class Terms:
    """What the operator settled: numbers and names that features may know."""

    bot_name: str
    invite_days: int = 30
    remind_before_hours: tuple[int, ...] = (24, 2)
    day_minutes: int = 120
    again_hours: int = 20
    working_hours: WorkingHours = USUAL
    matching_seconds: float = 10
    matching_seed: int = 1


@dataclass(slots=True)
class Desk:
    """One transaction's worth of speaking. `now` is aware UTC and stays the same throughout.

    `name` makes the keys of what is said without a key of its own; it must be unique per
    transaction part (an inbox row, a due row, a command line run).
    """

    now: datetime
    db: Writing
    office: Office
    terms: Terms
    name: str
    urgency: Urgency = Urgency.ORDINARY
    calls: list[dict[str, Any]] = field(default_factory=list)
    work: list[dict[str, Any]] = field(default_factory=list)

    @property
    def zone(self) -> ZoneInfo:
        """The zone people's days are walked in."""
        return ZoneInfo(self.office.zone)

    def local(self, moment: datetime) -> datetime:
        """A point in time as people here read it."""
        return moment.astimezone(self.zone)

    @property
    def again_at(self) -> datetime:
        """When who does not answer what is asked now is asked once more: never at night."""
        later = self.local(self.now + timedelta(hours=self.terms.again_hours))
        return within(later, self.terms.working_hours).astimezone(UTC)

    def words_for(self, person: Person | None) -> Words:
        """The words of a person's language; the office's for a group chat."""
        return words(person.language if person else self.office.language, self.zone)

    def contact(self, spoken: Words) -> str:
        """Whom people may ask in person, as a word for texts."""
        return self.office.contact or spoken.plain("common-role", role=Post.COORDINATOR)

    def tell(
        self,
        person: Person,
        text: str,
        /,
        *,
        keys: Keys = (),
        markup: dict[str, Any] | None = None,
        once: str | None = None,
        tag: str | None = None,
        urgency: Urgency | None = None,
        expires_at: datetime | None = None,
        **args: Any,
    ) -> None:
        """Say something to a person in private, in their language.

        `once` is a key of domain words: saying it again under the same key is a no-op. After
        `expires_at` it is not said any more.
        Nothing is said to somebody who has no Telegram account yet.
        """
        if person.user_id is None:
            return
        spoken = self.words_for(person)
        params = self.message(spoken, text, keys, markup, args)
        self.call(
            "sendMessage",
            person.user_id,
            params,
            once=once,
            tag=tag,
            person_id=person.id,
            urgency=urgency,
            expires_at=expires_at,
        )

    def post(
        self,
        chat_id: int,
        text: str,
        /,
        *,
        keys: Keys = (),
        once: str | None = None,
        tag: str | None = None,
        then: object | None = None,
        reply_to: int | None = None,
        expires_at: datetime | None = None,
        **args: Any,
    ) -> None:
        """Say something in a group's chat, in the office's language."""
        params = self.message(self.words_for(None), text, keys, None, args)
        if reply_to is not None:
            params["reply_parameters"] = quote(reply_to)
        self.call(
            "sendMessage", chat_id, params, once=once, tag=tag, then=then, expires_at=expires_at
        )

    def message(
        self,
        spoken: Words,
        text: str,
        keys: Keys,
        markup: dict[str, Any] | None,
        args: dict[str, Any],
    ) -> dict[str, Any]:
        """The parameters every message shares."""
        params: dict[str, Any] = {"text": spoken.html(text, **args), "parse_mode": "HTML"}
        params["link_preview_options"] = {"is_disabled": True}
        if markup or keys:
            params["reply_markup"] = markup or inline(keys, spoken)
        return params

    def call(
        self,
        method: str,
        chat_id: int | None,
        params: dict[str, Any],
        *,
        once: str | None = None,
        tag: str | None = None,
        then: object | None = None,
        person_id: int | None = None,
        urgency: Urgency | None = None,
        document_id: int | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Ask for any Bot API call. `then` is a packed value: its feature gets the outcome.

        A message too long for Telegram goes out in parts; tag and outcome are the last part's.
        """
        key = once or f"{self.name}:{len(self.calls)}"
        row: dict[str, Any] = {
            "method": method,
            "chat_id": chat_id,
            "person_id": person_id,
            "document_id": document_id,
            "urgency": int(self.urgency if urgency is None else urgency),
            "tag": None,
            "then": None,
            "state": "waiting",
            "due_at": self.now,
            "expires_at": expires_at,
            "made_at": self.now,
        }
        *before, last = (json.dumps(each, ensure_ascii=False) for each in fitted(method, params))
        for number, part in enumerate(before, 1):
            self.calls.append({**row, "key": f"{key}:part{number}", "params": part})
        wanted = {"tag": tag, "then": None if then is None else pack(then)}
        self.calls.append({**row, **wanted, "key": key, "params": last})

    async def send_file(
        self, person: Person, file: tuple[str, bytes], text: str, /, **args: Any
    ) -> None:
        """Send a file (name, content) to a person in private, with a caption."""
        name, body = file
        if person.user_id is None:
            return
        kept = await documents.keep(self.db, name, _mime(name), body, self.now)
        self.send_kept(person, kept, text, **args)

    def send_kept(self, person: Person, document_id: int, text: str, /, **args: Any) -> None:
        """Send a file that is kept already to a person in private; it is forgotten once sent."""
        params = {"caption": self.words_for(person).html(text, **args), "parse_mode": "HTML"}
        chat_id = person.user_id
        self.call("sendDocument", chat_id, params, person_id=person.id, document_id=document_id)

    def job(self, name: str, args: dict[str, Any], then: object, lane: int) -> None:
        """Have slow work done outside the event loop; `then`'s feature gets the outcome."""
        self.work.append(
            {
                "key": f"{self.name}:{len(self.work)}",
                "name": name,
                "args": json.dumps(args, ensure_ascii=False),
                "then": pack(then),
                "lane": lane,
                "state": "waiting",
                "made_at": self.now,
            }
        )

    async def plan(self, feature: str, kind: str, ref: int, at: datetime, key: str) -> None:
        """Wake a feature at a time; planning the same key twice is a no-op."""
        await due.plan(self.db, (feature, kind), ref, at, key)

    async def hand_over(self) -> None:
        """Write what was said and asked for into the transaction."""
        await outbox.put(self.db, self.calls)
        await jobs.put(self.db, self.work)


def quote(message_id: int) -> dict[str, Any]:
    """Reply parameters that still send when the quoted message is gone."""
    return {"message_id": message_id, "allow_sending_without_reply": True}


def _mime(name: str) -> str:
    kinds: Sequence[tuple[str, str]] = (
        (".csv", "text/csv"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )
    return next((mime for end, mime in kinds if name.endswith(end)), "application/octet-stream")

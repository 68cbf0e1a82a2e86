"""The stand-in of Telegram: one bot, its chats, its people, and time.

Synchronous and in memory. `World.call` performs one Bot API call at once; `World.answer` is the
same for an event loop, with long polling. People act through `World.person`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox import methods
from sandbox.faults import AFTER, BEFORE, Fault, FaultKind, Faults, WireFailure
from sandbox.limits import Limits
from sandbox.player import Player
from sandbox.polling import long_poll
from sandbox.reader import AiogramReader, Reader
from sandbox.refusals import NOT_FOUND, UNAUTHORIZED, Refusal, too_many_requests
from sandbox.registry import Call, Upload, find, to_integer
from sandbox.state import FIRST_USER_ID, Chat, ChatType, Member, State, Status, User
from sandbox.timeline import Timeline
from sandbox.updates import KEPT, UpdateQueue
from sandbox.wire import Wire, WireEntry

Json = dict[str, Any]

TOKEN = "7000000001:sandbox"  # noqa: S105 - opens nothing but this stand-in
QUIET = frozenset({"getupdates"})  # not worth a line on the wire when nothing came
methods.load()


@dataclass(frozen=True, slots=True)
class Answer:
    """A call's answer: the HTTP status and the JSON body."""

    status: int
    body: Json

    @property
    def ok(self) -> bool:
        return bool(self.body["ok"])

    @property
    def result(self) -> Any:
        """The result of a call that passed; AssertionError with the refusal otherwise."""
        if not self.ok:
            raise AssertionError(f"{self.status} {self.body['description']}")
        return self.body["result"]

    @property
    def retry_after(self) -> int:
        return int(self.body.get("parameters", {}).get("retry_after", 0))


class World:
    """Holds the state and everything that may happen to it.

    `reader` checks all traffic with an independent implementation (None: nobody checks);
    `start` freezes the world's clock at that moment, otherwise it follows the real one; `state`
    takes up a world that `sandbox.snapshot` put down (its bot and people come with it).
    """

    def __init__(
        self,
        token: str = TOKEN,
        *,
        username: str = "todak_bot",
        name: str = "토닥",
        reader: Reader | str | None = "aiogram",
        start: datetime | None = None,
        state: State | None = None,
    ) -> None:
        bot = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        self.state = state or State(token, bot.id, users={bot.id: bot})
        self.time = Timeline()
        self.updates = UpdateQueue(self.state, lambda: self.unix_now)
        self.wire = Wire()
        self.faults = Faults()
        self.limits = Limits()
        self.reader = AiogramReader() if isinstance(reader, str) else reader
        self.verdicts: list[str] = []
        self.players: dict[int, Player] = {
            user.id: Player(self, user) for user in self.state.users.values() if not user.is_bot
        }
        self.poller: Callable[[], None] | None = None
        self.time.moved.append(self.updates.wake)
        if start is not None:
            self.time.freeze(start)

    # --- who and when ---------------------------------------------------------------------

    @property
    def token(self) -> str:
        return self.state.token

    @property
    def bot(self) -> User:
        return self.state.users[self.state.bot_id]

    @property
    def now(self) -> datetime:
        """The world's time, aware, UTC."""
        return self.time.now

    @property
    def unix_now(self) -> int:
        return int(self.time.now.timestamp())

    def set_time(self, moment: datetime) -> None:
        self.time.set_time(moment)

    def advance(self, by: timedelta) -> None:
        self.time.advance(by)

    def freeze(self, at: datetime | None = None) -> None:
        self.time.freeze(at)

    @property
    def listeners(self) -> list[Callable[[WireEntry], None]]:
        """Called with every wire entry, in order."""
        return self.wire.listeners

    def person(
        self,
        name: str,
        *,
        language_code: str = "ko",
        last_name: str = "",
        username: str = "",
    ) -> Player:
        """Somebody new on Telegram, who has never met the bot."""
        user_id = self.state.count("user", FIRST_USER_ID)
        user = User(user_id, name, last_name, username, language_code)
        self.state.users[user_id] = user
        self.state.chats[user_id] = Chat(user_id, ChatType.PRIVATE)
        player = Player(self, user)
        self.players[user_id] = player
        return player

    def player(self, name: str) -> Player:
        """The person of that name; KeyError when there is none."""
        for player in self.players.values():
            if player.name == name:
                return player
        raise KeyError(name)

    def chat(self, chat_id: int) -> Chat:
        """The chat; one that migrated leads to its supergroup."""
        chat = self.state.chats[chat_id]
        return self.chat(chat.migrated_to) if chat.migrated_to else chat

    def bot_member(self, chat: Chat) -> Member:
        return chat.members.get(self.bot.id) or Member(self.bot.id, Status.LEFT)

    # --- calls ----------------------------------------------------------------------------

    def call(
        self,
        method: str,
        parameters: Json | None = None,
        files: dict[str, Upload] | None = None,
        *,
        token: str | None = None,
    ) -> Answer:
        """Perform one Bot API call now; getUpdates does not wait.

        Raises WireFailure when a planned fault keeps the answer from the caller.
        """
        call = Call(method, parameters or {}, files or {})
        if token is not None and token != self.token:
            unknown = UNAUTHORIZED if ":" in token else NOT_FOUND
            return self._noted(call, _refused(Refusal(*unknown)))
        fault = self.faults.strike(method, call.parameters)
        if fault is not None and fault.kind in BEFORE:
            raise WireFailure(fault.kind)
        answer = self._noted(call, self._performed(call, fault))
        if fault is not None and fault.kind in AFTER:
            raise WireFailure(fault.kind)
        return answer

    def do(self, method: str, parameters: Json | None = None, **files: Upload) -> Any:
        """The result of a call that must pass: AssertionError with the refusal otherwise."""
        return self.call(method, parameters, files).result

    async def answer(
        self,
        method: str,
        parameters: Json | None = None,
        files: dict[str, Upload] | None = None,
        *,
        token: str | None = None,
    ) -> Answer:
        """As `call`, and getUpdates waits up to its `timeout` seconds of real time.

        The wait ends early, with an empty list, when the world's time is moved.
        """
        if method.lower() == "getupdates":
            call = Call(method, parameters or {}, files or {})
            return await long_poll(self, call, token)
        return self.call(method, parameters, files, token=token)

    def _performed(self, call: Call, fault: Fault | None) -> Answer:
        try:
            method = find(call.method)
            _strike(fault)
            chat_id = to_integer(call.parameters.get("chat_id"))
            wait = self.limits.wait(call.method, chat_id, self.now.timestamp())
            if wait:
                raise too_many_requests(wait)
            return Answer(200, {"ok": True, "result": method(self, call)})
        except Refusal as refusal:
            return _refused(refusal)

    def _noted(self, call: Call, answer: Answer) -> Answer:
        """Let the reader judge, and put the call on the wire."""
        objection = ""
        if self.reader is not None:
            objection = self.reader.check_call(call, answer.body)
            if objection:
                self.verdicts.append(f"{call.method}: {objection}")
        if call.method.lower() in QUIET and answer.body.get("result") == []:
            return answer
        entry = WireEntry(
            self.now,
            "in",
            call.method,
            to_integer(call.parameters.get("chat_id")),
            to_integer(call.parameters.get("user_id")),
            call.parameters,
            answer.body,
            objection,
        )
        self.wire.add(entry)
        return answer

    # --- updates --------------------------------------------------------------------------

    def emit(self, kind: str, payload: Json, keep: int = KEPT) -> None:
        """Queue an update for the bot, read by the independent reader first."""
        pending = self.updates.push(kind, payload, keep)
        if pending is None:
            return
        objection = self.reader.check_update(pending.raw) if self.reader is not None else ""
        if objection:
            self.verdicts.append(f"{kind}: {objection}")
        holder = payload if "chat" in payload else payload.get("message", {})
        chat_id = holder.get("chat", {}).get("id", 0)
        person = (payload.get("from") or payload.get("user") or {}).get("id", 0)
        self.wire.add(
            WireEntry(self.now, "out", kind, chat_id, person, pending.raw, verdict=objection)
        )

    def check(self) -> None:
        """AssertionError with everything the independent reader objected to."""
        if self.verdicts:
            raise AssertionError("the independent reader objects:\n" + "\n".join(self.verdicts))


def _strike(fault: Fault | None) -> None:
    if fault is None:
        return
    if fault.kind is FaultKind.FLOOD:
        raise too_many_requests(fault.retry_after)
    if fault.kind in {FaultKind.SERVER_ERROR, FaultKind.REFUSE}:
        raise Refusal(fault.code, fault.description)


def _refused(refusal: Refusal) -> Answer:
    body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return Answer(refusal.code, body)

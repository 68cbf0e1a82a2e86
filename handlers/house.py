"""The house: where features say what they answer to."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from handlers.desk import Desk
from handlers.turn import Turn
from rules.programme import ANYONE, Post
from storage.door import Store
from storage.due import Due


class Place(StrEnum):
    """Where a command may be given."""

    PRIVATE = "private"
    GROUP = "group"
    BOTH = "both"


class Event(StrEnum):
    """What can happen besides words, commands and presses."""

    CHAT_SHARED = "chat_shared"
    BOT_MEMBER = "bot_member"
    """The bot's own standing in a group changed."""
    PERSON_MEMBER = "person_member"
    """Somebody's standing in a group changed."""
    JOIN_REQUEST = "join_request"
    GREW = "grew"
    """A group became a supergroup: said in the old chat (`migrate_to_chat_id`), then in the new."""
    DOCUMENT = "document"
    """Somebody sent a file in private."""
    STANDING = "standing"
    """Somebody blocked the bot in private, or took it back."""
    STARTED_IN_GROUP = "started_in_group"
    """Somebody brought the bot into a group by a startgroup link: `/start payload` was said there.
    (In private `/start` is a command like any other.)"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call or a job. `trouble` is None if it went well, else a reason word."""

    result: Any = None
    trouble: str | None = None


class Bench(Protocol):
    """What slow work may use: no transaction, but the outside world."""

    store: Store

    async def fetch(self, file_id: str, limit: int) -> bytes | None:
        """The content of a file sent to the bot; None if it is larger than `limit` bytes."""

    async def apart(self, work: Callable[..., Any], *args: Any) -> Any:
        """Run a module-level function in a process of its own, so that no chat waits for it."""


CommandHandler = Callable[[Turn, str], Awaitable[None]]
PressHandler = Callable[[Turn, Any], Awaitable[None]]
StepHandler = Callable[[Turn, dict[str, Any]], Awaitable[None]]
ReplyHandler = Callable[[Turn, int], Awaitable[None]]
EventHandler = Callable[[Turn], Awaitable[bool]]
ResultHandler = Callable[[Desk, Any, Outcome], Awaitable[None]]
Worker = Callable[[Bench, dict[str, Any]], Awaitable[Any]]
TickHandler = Callable[[Desk, Sequence[Due]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use a handler, and where."""

    handler: Any
    who: frozenset[Post] = ANYONE
    where: Place = Place.PRIVATE
    menu: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of the menu under /start and /help: its label, what it does, and for whom."""

    label: str
    does: object
    who: frozenset[Post]


@dataclass(slots=True)
class House:
    """Everything the features registered. Roles and places are checked before a handler runs."""

    commands: dict[str, Rule] = field(default_factory=dict)
    presses: dict[type[Any], Rule] = field(default_factory=dict)
    steps: dict[str, StepHandler] = field(default_factory=dict)
    replies: dict[str, ReplyHandler] = field(default_factory=dict)
    events: dict[Event, list[EventHandler]] = field(default_factory=dict)
    results: dict[type[Any], ResultHandler] = field(default_factory=dict)
    jobs: dict[str, Worker] = field(default_factory=dict)
    ticks: dict[str, TickHandler] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)

    def offer(self, label: str, does: object, *, who: frozenset[Post]) -> None:
        """Put an entry into the menu under /start and /help. `does` is a packed value."""
        self.offers.append(Offer(label, does, who))

    def command(
        self,
        name: str,
        handler: CommandHandler,
        *,
        who: frozenset[Post] = ANYONE,
        where: Place = Place.PRIVATE,
        menu: bool = True,
    ) -> None:
        """Answer `/name rest`; the handler gets the rest. Its menu text is `menu-<name>`."""
        self.commands[name] = Rule(handler, who, where, f"menu-{name}" if menu else None)

    def press(
        self, kind: type[Any], handler: PressHandler, *, who: frozenset[Post] = ANYONE
    ) -> None:
        """Answer a button of that packed type, wherever its message stands."""
        self.presses[kind] = Rule(handler, who, Place.BOTH)

    def step(self, name: str, handler: StepHandler) -> None:
        """Answer the text (private, not a command) that a step entered with `turn.enter` awaits."""
        self.steps[name] = handler

    def reply(self, tag: str, handler: ReplyHandler) -> None:
        """Answer a reply to a message that was sent with the tag `<tag>:<number>`."""
        self.replies[tag] = handler

    def event(self, kind: Event, handler: EventHandler) -> None:
        """Hear of an event; the handler says whether it was its own (later ones hear no more)."""
        self.events.setdefault(kind, []).append(handler)

    def result(self, kind: type[Any], handler: ResultHandler) -> None:
        """Get the outcome of calls and jobs whose `then` is of that packed type."""
        self.results[kind] = handler

    def job(self, name: str, worker: Worker) -> None:
        """Do jobs of that name. A worker may run twice; what it returns must be JSON."""
        self.jobs[name] = worker

    def tick(self, feature: str, handler: TickHandler) -> None:
        """Be woken with what has come due for a feature."""
        self.ticks[feature] = handler

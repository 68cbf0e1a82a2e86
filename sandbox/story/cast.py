"""The cast: who plays, and what their buttons are called (from the bot's own texts)."""

import csv
import io
from dataclasses import dataclass, field

from rules.language import Language
from sandbox.player import Player
from sandbox.state import Chat
from texts.words import words

BOSS = "한지우"


def label(key: str, /, **args: str | int) -> str:
    """What a button says in Korean."""
    return words(Language.KO).plain(key, **args)


@dataclass(slots=True)
class Invited:
    """One line of the invite links' file."""

    name: str
    role: str
    link: str
    player: Player


@dataclass(slots=True)
class Circle:
    """One mentoring group as its people see it."""

    number: int
    lead: Player
    others: list[Player] = field(default_factory=list)
    chat: Chat | None = None

    @property
    def everyone(self) -> list[Player]:
        return [self.lead, *self.others]

    @property
    def room(self) -> Chat:
        """Its chat, once it is open."""
        if self.chat is None:
            raise LookupError(f"group {self.number} has no chat")
        return self.chat


@dataclass(slots=True)
class Cast:
    """Everybody of the story."""

    boss: Player
    stranger: Player
    invited: list[Invited] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)

    def player(self, name: str) -> Player:
        """The participant of that name."""
        return next(each.player for each in self.invited if each.name == name)


def links_of(body: bytes) -> list[tuple[str, str, str]]:
    """Name, role and link of each line of an invite file (headings in any language)."""
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    return [(row[0], row[1], row[-1]) for row in rows[1:]]

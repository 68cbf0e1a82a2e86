"""How a link makes somebody of the roster a person the bot knows."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from rules.programme import Person
from rules.roster_cells import clean
from rules.roster_row import NAME_LENGTH

CONSENT = "2"
"""The version of the consent text. Count on when what people agree to changes."""

TOKEN_BYTES = 24
"""Random bytes of a token: 32 characters."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}", re.ASCII)

NOTE_LENGTH = 1000
"""UTF-16 units of what somebody says is wrong with their profile."""


class Token(str):
    """The secret of an invite link, in the alphabet of deep links (Telegram, "Deep linking": 64
    of A-Z a-z 0-9 _ -) and short enough for a button beside other fields.

    Raises ValueError for anything that no invite could have been made with.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the text; it is not said in the error, for it may be somebody's secret."""
        if not _TOKEN.fullmatch(text):
            raise ValueError("no token of an invite")
        return super().__new__(cls, text)


@dataclass(frozen=True, slots=True)
class Invite:
    """A single-use link made for one person. The token is not here: only its hash is kept.

    `used_at` is set once this link, or another one of the same person, was used (aware UTC).
    """

    id: int
    person: Person
    expires_at: datetime
    used_at: datetime | None


class Admission(StrEnum):
    """What an invite link means for the one who holds it, at this moment."""

    OPEN = "open"
    """It can be used."""
    MINE = "mine"
    """The one who pressed it is already the person it was made for."""
    NOT_MINE = "not-mine"
    """The one who pressed it is already another person."""
    UNKNOWN = "unknown"
    """No such link was made, or it was cut off on the way."""
    USED = "used"
    """Somebody used it, or another link of the same person, before."""
    EXPIRED = "expired"


def hash_of(token: str) -> str:
    """What is kept of a token: its SHA-256 in hex. It has 192 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def admission(invite: Invite | None, presser: Person | None, now: datetime) -> Admission:
    """Decide what a link means for `presser` (None: an account that is nobody yet)."""
    if invite is None:
        return Admission.UNKNOWN
    if presser is not None:
        return Admission.MINE if presser.id == invite.person.id else Admission.NOT_MINE
    if invite.used_at is not None or invite.person.user_id is not None:
        return Admission.USED
    return Admission.EXPIRED if invite.expires_at <= now else Admission.OPEN


def proper_name(typed: str) -> str | None:
    """A person's name, cleaned as a roster's names are; None if it is empty or too long."""
    name = clean(typed)
    return name if 0 < len(name) <= NAME_LENGTH else None

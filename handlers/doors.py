"""Doors: buttons that open another feature. Features don't import one another; they share these.

A feature that others show a button for puts its packed value here and answers to it itself.
"""

from dataclasses import dataclass

from handlers.buttons import packed


@packed("mn")
@dataclass(frozen=True, slots=True)
class Menu:
    """Show what this person can do here (the feature `help` answers)."""


@packed("il")
@dataclass(frozen=True, slots=True)
class InviteLinks:
    """Send the coordinator a file with the invite links (the feature `joining` answers)."""


@packed("co")
@dataclass(frozen=True, slots=True)
class OpenChat:
    """Open the chat of a group (the feature `chat` answers); its label is `chat-button-open`."""

    group: int


@packed("cm")
@dataclass(frozen=True, slots=True)
class OpenMyChat:
    """Open the chat of the presser's own group (the feature `chat` answers)."""


@packed("cg")
@dataclass(frozen=True, slots=True)
class MyGroup:
    """Show the presser's group and the way into its chat (the feature `chat` answers)."""


@packed("ro")
@dataclass(frozen=True, slots=True)
class OpenRoster:
    """Show the coordinator how the roster stands (the feature `roster` answers)."""


@packed("mo")
@dataclass(frozen=True, slots=True)
class OpenMatch:
    """Show the coordinator how the groups stand (the feature `match` answers)."""


@packed("me")
@dataclass(frozen=True, slots=True)
class Me:
    """Show somebody what is known of them (the feature `me` answers)."""


@packed("am")
@dataclass(frozen=True, slots=True)
class Amiss:
    """Say that one's own details are wrong (the feature `joining` answers)."""


@packed("fo")
@dataclass(frozen=True, slots=True)
class OpenFeedback:
    """Show how feedback stands, or what is asked (the feature `feedback` answers)."""


@packed("po")
@dataclass(frozen=True, slots=True)
class OpenReport:
    """Show the coordinator the programme's numbers (the feature `report` answers)."""

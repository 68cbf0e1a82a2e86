"""The buttons of the groups, and the draft that is being made."""

from dataclasses import dataclass

from handlers.buttons import packed


@packed("mf")
@dataclass(frozen=True, slots=True)
class Form:
    """Have groups formed. `after` is the draft that should have been better; 0 the first time."""

    after: int


@packed("mv")
@dataclass(frozen=True, slots=True)
class Leaf:
    """Show one group of a draft, or with number 0 the draft as a whole."""

    draft: int
    number: int


@packed("mc")
@dataclass(frozen=True, slots=True)
class DraftFile:
    """Send the draft as a file."""

    draft: int


@packed("ma")
@dataclass(frozen=True, slots=True)
class Approve:
    """Approve a draft; asked once more before everybody is told."""

    draft: int
    sure: bool


@packed("mx")
@dataclass(frozen=True, slots=True)
class Drop:
    """Throw a draft away."""

    draft: int


@packed("md")
@dataclass(frozen=True, slots=True)
class Drafted:
    """The groups go into this draft."""

    draft: int

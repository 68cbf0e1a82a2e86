"""The buttons of the roster, and who waits for a file that is being read."""

from dataclasses import dataclass

from handlers.buttons import packed


@packed("rf")
@dataclass(frozen=True, slots=True)
class AskFile:
    """Say which file to send."""


@packed("ri")
@dataclass(frozen=True, slots=True)
class Import:
    """Enter everybody of the kept reading."""

    mark: int


@packed("rn")
@dataclass(frozen=True, slots=True)
class Name:
    """Give the new programme of the kept reading another name."""

    mark: int


@packed("rc")
@dataclass(frozen=True, slots=True)
class Cancel:
    """Forget the kept reading."""

    mark: int


@packed("rr")
@dataclass(frozen=True, slots=True)
class FileRead:
    """The reading goes to this person."""

    person: int

"""What buttons of notices mean, and how a notice's progress looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.keys import Key, Keys, key
from rules.notice import Audience, Notice, Progress, Receipt, Why
from texts.escape import Markup, clip, join
from texts.words import Words

NAMED = 12  # names shown in one line of the card; the rest on request
TITLE = 60


@packed("nt")
@dataclass(frozen=True, slots=True)
class To:
    """Write a notice for this audience."""

    audience: Audience


@packed("ns")
@dataclass(frozen=True, slots=True)
class Send:
    """Send this draft."""

    notice: int


@packed("nc")
@dataclass(frozen=True, slots=True)
class Change:
    """Write this draft anew."""

    notice: int


@packed("nx")
@dataclass(frozen=True, slots=True)
class Cancel:
    """Leave it; `notice` is 0 before there is a draft."""

    notice: int


@packed("nk")
@dataclass(frozen=True, slots=True)
class Confirm:
    """I've read it."""

    notice: int


@packed("np")
@dataclass(frozen=True, slots=True)
class ShowProgress:
    """Show how far it came, as it is now."""

    notice: int


@packed("nn")
@dataclass(frozen=True, slots=True)
class ShowNames:
    """List everybody it did not reach, or who did not confirm."""

    notice: int


@packed("nr")
@dataclass(frozen=True, slots=True)
class SendRest:
    """Send it to those who can be written to by now."""

    notice: int


@packed("nb")
@dataclass(frozen=True, slots=True)
class Begin:
    """Begin a notice, from the menu."""


def beginning(notice: Notice, length: int = TITLE) -> str:
    """The beginning of a notice, to know it by."""
    return clip(" ".join(notice.body.split()), length)


def progress_text(desk: Desk, spoken: Words, notice: Notice, progress: Progress) -> Markup:
    """The card: numbers, and the first names of each list."""
    return spoken.html(
        "notice-progress",
        beginning=beginning(notice),
        audience=notice.audience,
        everybody=progress.everybody,
        got_it=progress.got_it,
        waiting=len(progress.waiting),
        missed=progress.missed,
        confirmed=len(progress.confirmed),
        unconfirmed=len(progress.delivered),
        at=desk.now,
        names=names_text(spoken, progress, NAMED),
    )


def names_text(spoken: Words, progress: Progress, most: int | None = None) -> Markup:
    """Who was not reached, by reason, and who did not confirm; at most `most` names of each."""
    lines = [
        spoken.html(
            f"notice-why-{reason.value}", number=len(people), names=_names(spoken, people, most)
        )
        for reason, people in progress.unreached
    ]
    if progress.delivered:
        names = _names(spoken, progress.delivered, most)
        lines.append(spoken.html("notice-unconfirmed", number=len(progress.delivered), names=names))
    return join(lines)


def _names(spoken: Words, people: Sequence[Receipt], most: int | None) -> Markup:
    shown = join((_name(spoken, each) for each in people[:most]), by=", ")
    more = len(people) - len(people[:most])
    return spoken.html("notice-and-more", names=shown, more=more) if more else shown


def _name(spoken: Words, receipt: Receipt) -> Markup:
    return spoken.html("notice-name", name=receipt.name, department=receipt.department)


def progress_keys(notice: Notice, progress: Progress) -> Keys:
    """Look again; all names, if the card left some out; the rest, if they can be reached now."""
    rows: list[list[Key]] = [[key("notice-button-refresh", ShowProgress(notice.id))]]
    lists = [progress.delivered, *(people for _, people in progress.unreached)]
    if any(len(people) > NAMED for people in lists):
        rows.append([key("notice-button-names", ShowNames(notice.id))])
    rest = dict(progress.unreached).get(Why.LATER)
    if rest:
        rows.append([key("notice-button-rest", SendRest(notice.id), number=len(rest))])
    return rows

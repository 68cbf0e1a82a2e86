"""Me: what is known of somebody and who can see it, and the language they are spoken to in."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from handlers.buttons import packed
from handlers.doors import Amiss, Me, Menu
from handlers.house import House
from handlers.keys import key
from handlers.profile import profile
from handlers.turn import Turn
from rules.language import Language
from rules.programme import KNOWN
from storage import people
from storage.kept import Kept, kept_of
from texts.escape import Markup, join
from texts.words import Words


@packed("lw")
@dataclass(frozen=True, slots=True)
class WhichLanguage:
    """Ask which language to speak."""


@packed("ls")
@dataclass(frozen=True, slots=True)
class Speak:
    """Speak this language from now on."""

    language: Language


def register(house: House) -> None:
    """Answer /me and /lang, and their buttons."""
    house.command("me", on_me, who=KNOWN)
    house.command("lang", on_lang, who=KNOWN)
    house.press(Me, on_me, who=KNOWN)
    house.press(WhichLanguage, on_lang, who=KNOWN)
    house.press(Speak, on_speak, who=KNOWN)
    house.offer("me-button-open", Me(), who=KNOWN)


async def on_me(turn: Turn, _asked: str | Me) -> None:
    """Show somebody what is known of them. In private only, wherever the button stood."""
    spoken = turn.own_words
    amiss = key("me-button-amiss", Amiss())
    turn.tell(
        turn.person,
        "me-all",
        keys=[
            [key("me-button-language", WhichLanguage()), amiss],
            [key("help-button-menu", Menu())],
        ],
        profile=profile(spoken, turn.office, turn.cast),
        language=turn.person.language,
        kept=_kept(turn, spoken, await kept_of(turn.db, turn.person.id)),
        office=turn.office.name,
        contact=turn.contact(spoken),
    )


async def on_lang(turn: Turn, _asked: str | WhichLanguage) -> None:
    """Ask which language to speak, in both: who can't read the one may read the other."""
    turn.say("me-lang-which", keys=[[key(f"me-button-{each}", Speak(each)) for each in Language]])


async def on_speak(turn: Turn, tap: Speak) -> None:
    """Speak another language, beginning with the answer."""
    if tap.language is turn.person.language:
        turn.toast("common-nothing-changed")
    await people.change(turn.db, turn.person.id, language=tap.language.value)
    turn.cast = replace(turn.cast, person=replace(turn.person, language=tap.language))
    turn.edit("me-lang-set")


def _kept(turn: Turn, spoken: Words, kept: Kept) -> Markup:
    lines = [*_counts(spoken, kept)] or [spoken.html("me-kept-nothing")]
    if turn.person.consented_at:
        lines.append(spoken.html("me-agreed", on=turn.person.consented_at))
    return join(lines)


def _counts(spoken: Words, kept: Kept) -> Iterator[Markup]:
    for what, count in asdict(kept).items():
        if count:
            yield spoken.html(f"me-kept-{what}", count=count)

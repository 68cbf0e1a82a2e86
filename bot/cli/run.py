"""`run`: the bot itself."""

from typing import TYPE_CHECKING, NoReturn

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings


def command() -> None:
    """Run the bot until it is told to stop (SIGTERM, Ctrl-C).

    Ends with 1 when a part of it showed no life or broke: start it anew. Ends with 2 when the
    settings or the token are refused: starting it anew would not help.
    """
    door.work(_run(door.settings()))


async def _run(chosen: "Settings") -> None:
    from telegram.error import InvalidToken

    from bot import logs
    from bot.app import run
    from bot.parts import clock_for

    chosen.need_token()
    logs.setup(chosen.logs, clock_for(chosen))
    async with door.store_for(chosen):
        pass
    try:
        await run(chosen)
    except (InvalidToken, ExceptionGroup) as trouble:
        _ended(trouble, chosen)


def _ended(trouble: Exception, chosen: "Settings") -> NoReturn:
    from telegram.error import InvalidToken

    from bot.watchdog import DeafError

    if _within(trouble, InvalidToken):
        door.refuse(
            "Telegram refuses the token: copy it again from @BotFather (/mybots) into"
            " TODAK_TELEGRAM__TOKEN."
        )
    if _within(trouble, OSError):
        hook = chosen.webhook
        door.refuse(f"{hook.listen}:{hook.port} can't be listened on: change webhook.port.")
    if _within(trouble, DeafError):
        door.refuse("A part of the bot showed no life any more: start it anew.", door.Exit.PARTLY)
    raise trouble


def _within(trouble: Exception, kind: type[Exception]) -> bool:
    if isinstance(trouble, ExceptionGroup):
        return trouble.subgroup(kind) is not None
    return isinstance(trouble, kind)

"""`python -m sandbox demo`: the main job from roster to feedback, and proof that it happened."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sandbox.story.closing import the_check_ins, the_feedback, the_report
from sandbox.story.meeting import the_chats, the_days
from sandbox.story.narrator import SEOUL, Narrator
from sandbox.story.opening import the_groups, the_invitations, the_roster
from sandbox.story.proof import proved
from sandbox.story.stage import ROOT, TOKEN, Stage, StoryFailed, staged
from sandbox.story.talking import the_notice, the_question
from sandbox.world import World

BEGIN = datetime(2026, 3, 9, 9, 0, tzinfo=SEOUL)


async def play(folder: Path) -> int:
    """Play the story with its files in `folder`; returns the exit status."""
    world = World(TOKEN)
    world.set_time(BEGIN)
    narrator = Narrator(world, Console(width=100, highlight=False, soft_wrap=True))
    async with staged(world, narrator, folder) as stage:
        try:
            table = await main_job(stage)
            world.check()
        except (StoryFailed, AssertionError) as failed:
            narrator.console.print(f"✗ {failed}", style="bold red", markup=False)
            narrator.console.print(f"  the bot's log: {folder / 'bot.log'}", markup=False)
            return 1
        narrator.console.print(table)
        narrator.done("모든 단계가 실제로 일어났어요.")
    return 0


async def main_job(stage: Stage) -> Table:
    """Every act, then the proof; StoryFailed at the first step that did not happen."""
    cast = await the_roster(stage)
    await the_invitations(stage, cast)
    await the_groups(stage, cast)
    await the_chats(stage, cast)
    await the_days(stage, cast)
    await the_check_ins(stage, cast)
    await the_question(stage, cast)
    await the_notice(stage, cast)
    await the_feedback(stage, cast)
    workbook = await the_report(stage, cast)
    (stage.folder / "report.xlsx").write_bytes(workbook)
    if await stage.stop_bot() != 0:
        raise StoryFailed("the bot did not end well when it was asked to")
    return proved(stage.database, workbook)


def main(folder: Path = ROOT / "var" / "demo") -> None:
    """Play it with its files in a folder, by default under var/; those of an earlier run go."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern in ("todak.db*", "bot.log", "report.xlsx"):
        for old in folder.glob(pattern):
            old.unlink()
    sys.exit(asyncio.run(play(folder)))

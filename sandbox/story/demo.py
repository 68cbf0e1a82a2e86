"""`python -m sandbox demo`: the main job from roster to feedback, and proof that it happened."""

import asyncio
import shutil
import sys
from datetime import datetime
from pathlib import Path

from rich.console import Console

from sandbox.story.meeting import the_chats, the_days
from sandbox.story.narrator import SEOUL, Narrator
from sandbox.story.opening import the_groups, the_invitations, the_roster
from sandbox.story.stage import ROOT, TOKEN, StoryFailed, staged
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
            cast = await the_roster(stage)
            await the_invitations(stage, cast)
            await the_groups(stage, cast)
            await the_chats(stage, cast)
            await the_days(stage, cast)
            await the_question(stage, cast)
            await the_notice(stage, cast)
            world.check()
        except (StoryFailed, AssertionError) as failed:
            narrator.console.print(f"✗ {failed}", style="bold red", markup=False)
            narrator.console.print(f"  the bot's log: {folder / 'bot.log'}", markup=False)
            return 1
    return 0


def main() -> None:
    """Play it in a fresh folder under var/."""
    folder = ROOT / "var" / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sys.exit(asyncio.run(play(folder)))

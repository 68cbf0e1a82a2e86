"""`doctor`: whether the bot could do its work, and what to do where it could not."""

import os
from typing import TYPE_CHECKING

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.cli.doctor_checks import Finding
    from bot.settings import Settings


def command() -> None:
    """Look at settings, database, token, rights, webhook, clock and disk."""
    from bot.cli.doctor_checks import Finding
    from bot.settings import SettingsRefused, load

    try:
        chosen = load(None, os.environ)
    except SettingsRefused as reasons:
        for sentence in reasons.sentence.splitlines():
            _show(Finding(False, "settings", sentence))
        raise typer.Exit(door.Exit.PARTLY) from None
    _show_settings(chosen)
    findings = door.work(_findings(chosen))
    if not all(finding.well for finding in findings):
        raise typer.Exit(door.Exit.PARTLY)


async def _findings(chosen: "Settings") -> "list[Finding]":
    from bot.cli.doctor_checks import checks

    findings = []
    async for finding in checks(chosen):
        _show(finding)
        findings.append(finding)
    return findings


def _show(finding: "Finding") -> None:
    print(f"{'ok ' if finding.well else 'BAD'} {finding.what}: {finding.sentence}")


def _show_settings(chosen: "Settings") -> None:
    from bot.cli.doctor_settings import shown

    for line in shown(chosen, os.environ):
        print(line)
    print()

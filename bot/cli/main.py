"""What the command line is made of.

Exit codes: 0 done; 1 some part could not be done (each named on a line of its own); 2 refused (the
settings or the command are wrong); 3 the database can't be used. What was asked for goes to the
standard output, everything said about it to the standard error output.

A noun is a module here with `app`, a verb one with `command`. They import nothing heavy at the top:
only typer, `bot.cli.door` and `bot.cli.progress`; the rest inside their functions.
"""

from importlib import import_module

import typer

VERBS = ("run", "doctor", "export")
NOUNS = (
    "db",
    "coordinators",
    "invites",
    "notices",
    "programmes",
    "roster",
    "groups",
    "days",
    "checkins",
    "feedback",
)

app = typer.Typer(
    name="python -m bot",
    help="Todak runs mentoring programmes in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with values could show a token
    rich_markup_mode=None,
)

for verb in VERBS:
    app.command(verb)(import_module(f"bot.cli.{verb}").command)
for noun in NOUNS:
    app.add_typer(import_module(f"bot.cli.{noun}").app, name=noun, no_args_is_help=True)

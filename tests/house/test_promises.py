"""What is promised of the whole house and no type checker can see."""

import ast
from pathlib import Path

from tests.house.source import PRODUCT, Module, module, modules, no

CLOCK = Path("bot/clock.py")
READINGS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
READINGS |= {("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime")}


def called(node: ast.AST) -> tuple[str, str] | None:
    """The last two words of a dotted call: `datetime.datetime.now()` is (datetime, now)."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    owner = node.func.value
    last = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return last, node.func.attr


def calls(one: Module) -> list[tuple[tuple[str, str], str]]:
    found = ((called(node), one.at(node)) for node in ast.walk(one.tree))
    return [(name, where) for name, where in found if name]


def test_nothing_commits_but_the_end_of_a_writing_block() -> None:
    every = [each for one in modules(*PRODUCT) for each in calls(one)]
    no([f"{where} commits" for (_, name), where in every if name == "commit"])


def test_no_loop_can_forget_that_it_was_to_end() -> None:
    """`asyncio.wait_for` loses a cancellation that comes as it succeeds, before Python 3.12."""
    every = [each for one in modules(*PRODUCT) for each in calls(one)]
    no([f"{where} waits with wait_for" for name, where in every if name == ("asyncio", "wait_for")])


def test_only_the_clock_reads_the_time() -> None:
    others = [one for one in modules(*PRODUCT) if one.path != CLOCK]
    faults = [where for one in others for name, where in calls(one) if name in READINGS]
    no([f"{where} reads a clock" for where in faults])
    assert any(name in READINGS for name, _ in calls(module(CLOCK))), "the search finds nothing"


def test_the_database_is_not_asked_what_time_it_is() -> None:
    asking = ("CURRENT_TIMESTAMP", "func.now(", "current_timestamp", "localtimestamp")
    no([f"{one.path}: {word}" for one in modules(*PRODUCT) for word in asking if word in one.text])


def test_nothing_knows_it_is_in_the_sandbox() -> None:
    """The room's name among those that are logged, and words for operators, are no knowledge."""
    faults = []
    for one in modules(*PRODUCT):
        if one.path in {Path("bot/settings_outside.py"), Path("bot/logs.py")}:
            continue
        for number, line in enumerate(one.text.splitlines(), 1):
            if "sandbox" in line.lower():
                faults.append(f"{one.path}:{number}: {line.strip()}")
    no(faults)


def test_the_settings_that_name_the_sandbox_only_describe_it() -> None:
    tree = module(Path("bot/settings_outside.py")).tree
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)]
    words = [getattr(node, "id", getattr(node, "attr", "")) for node in named]
    assert not [word for word in words if "sandbox" in word.lower()]


def test_tasks_have_an_owner() -> None:
    """A task nobody keeps can vanish, and its failure is never seen."""
    loose = [
        one.at(node)
        for one in modules(*PRODUCT)
        for node in ast.walk(one.tree)
        if isinstance(node, ast.Expr)
        and called(node.value) in {("asyncio", "create_task"), ("asyncio", "ensure_future")}
    ]
    no([f"{where} starts a task and lets it go" for where in loose])

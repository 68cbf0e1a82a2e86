"""Finds in the source where texts are asked for, for the house tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z]+-[a-z0-9-]+")
ENOUGH = re.compile(r"[a-z]+-[a-z0-9-]+-\[|\[a-z0-9-\]\+-[a-z]")
"""A built key names its feature and a word more before the blank, or a word after it."""
BLANK = "[a-z0-9-]+"
BUILT = re.compile(rf"(?:[a-z0-9-]|{re.escape(BLANK)})+")
"""Blanks and a key's own characters: f"day-{id}:sent" is no key."""


@dataclass(frozen=True, slots=True)
class Use:
    """A string in the source that may be a key: a literal, or with blanks a pattern."""

    where: str
    pattern: str
    literal: bool
    call: str | None
    """`html` or `plain` where the string is the key given to `Words`."""
    given: frozenset[str] | None
    """The arguments named in that call; None where some come by `**`."""

    def matches(self, key: str) -> bool:
        """Whether this use asks for `key`."""
        return re.fullmatch(self.pattern, key) is not None


def uses_in(folders: Iterable[str], root: Path = ROOT) -> list[Use]:
    """Every use in the Python files below `folders`."""
    return [
        use
        for folder in folders
        for path in sorted((root / folder).rglob("*.py"))
        for use in uses(path.read_text("utf-8"), str(path.relative_to(root)))
    ]


def uses(source: str, name: str) -> Iterator[Use]:
    """Every use in one module; docstrings and the insides of f-strings don't count."""
    tree = ast.parse(source)
    calls = {id(call.args[0]): call for call in _speaking(tree)}
    inside = {id(part) for node in ast.walk(tree) for part in _silent(node)}
    for node in ast.walk(tree):
        pattern = None if id(node) in inside else _pattern(node)
        if pattern is None:
            continue
        call = calls.get(id(node))
        yield Use(
            where=f"{name}:{getattr(node, 'lineno', 0)}",
            pattern=pattern,
            literal=isinstance(node, ast.Constant),
            call=call.func.attr if call and isinstance(call.func, ast.Attribute) else None,
            given=_given(call) if call else None,
        )


def _speaking(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.args and node.func.attr in {"html", "plain"}:
            yield node


def _silent(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Expr):
        return [node.value]
    return node.values if isinstance(node, ast.JoinedStr) else []


def _pattern(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value) if KEY.fullmatch(node.value) else None
    if isinstance(node, ast.JoinedStr):
        pattern = "".join(_piece(part) for part in node.values)
        return pattern if BUILT.fullmatch(pattern) and ENOUGH.match(pattern) else None
    return None


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else BLANK


def _given(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def use_faults(
    found: Iterable[Use], keys: dict[str, frozenset[str]], features: frozenset[str]
) -> Iterator[str]:
    """Each string that looks like a key is one, and is given the variables its text asks for."""
    for use in found:
        asked = [key for key in keys if use.matches(key)]
        sure = use.call is not None
        meant = sure or (use.literal and use.pattern.split("\\-")[0] in features)
        if meant and not asked:
            yield f"{use.where}: no text has the key {_shown(use)}"
        if sure and use.given is not None:
            for key in asked:
                for name in sorted(keys[key] - use.given):
                    yield f"{use.where}: {key} asks for ${name}"


def _shown(use: Use) -> str:
    return use.pattern.replace("\\", "").replace(BLANK, "…")


def unused(found: Iterable[Use], keys: Iterable[str]) -> list[str]:
    """The keys nothing in the source asks for."""
    asking = list(found)
    return [key for key in keys if not any(use.matches(key) for use in asking)]

"""The project's own source, read for the tests of the house."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("bot", "handlers", "rules", "storage", "texts")
ROOMS = (*PRODUCT, "sandbox", "benchmarks")
EVERYTHING = (*ROOMS, "tests")
WRITTEN_BY_ALEMBIC = Path("storage/migrations/versions")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file; `path` is relative to the project."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def at(self, node: ast.AST) -> str:
        """Where something stands, for a person to go there."""
        return f"{self.path}:{getattr(node, 'lineno', 0)}"

    def functions(self) -> Iterator[Function]:
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def imports(self) -> Iterator[tuple[str, ast.AST]]:
        """The dotted names a module imports, with what it takes out of each."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@cache
def module(path: Path) -> Module:
    text = (ROOT / path).read_text("utf-8")
    return Module(path, text, ast.parse(text))


def modules(*rooms: str) -> list[Module]:
    """The modules of rooms that people wrote."""
    paths = (p.relative_to(ROOT) for room in rooms for p in sorted((ROOT / room).rglob("*.py")))
    return [module(path) for path in paths if not path.is_relative_to(WRITTEN_BY_ALEMBIC)]


def tracked() -> list[Path]:
    """Every file of the project under version control, relative to it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def no(faults: list[str]) -> None:
    """Fail naming each fault on a line of its own."""
    assert not faults, "\n" + "\n".join(faults)

"""Coverage gates: all of rules/ runs in the tests, and nearly all of every room.

`pytest --cov -p tests.gates` counts them as one more test, so that pytest's own closing line stays
the last; `python -m tests.gates` judges the data of an earlier run.
"""

import json
import sys
import tempfile
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from coverage.exceptions import CoverageException

ROOT = Path(__file__).resolve().parents[1]
LEAST = {"bot": 95, "handlers": 95, "rules": 100, "storage": 95, "texts": 95, "sandbox": 95}


@dataclass(slots=True)
class Room:
    """How much of a room ran, lines and branches together, and which lines of which file not."""

    name: str
    there: int = 0
    ran: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def low(self) -> bool:
        """Whether it falls short."""
        return self.ran * 100 < self.there * LEAST[self.name]

    def __str__(self) -> str:
        """One line of the table; of a room that falls short, also where."""
        percent = 100 * self.ran / self.there if self.there else 100.0
        line = f"{self.name:9} {percent:6.2f} % (at least {LEAST[self.name]})"
        return "\n    ".join([f"LOW {line}", *self.missing] if self.low else [f"ok  {line}"])


def rooms_of(files: dict[str, Any]) -> list[Room]:
    """Sum up coverage's own JSON report by room."""
    rooms = {name: Room(name) for name in LEAST}
    for name, told in files.items():
        room, summary = rooms[Path(name).parts[0]], told["summary"]
        room.there += summary["num_statements"] + summary["num_branches"]
        room.ran += summary["covered_lines"] + summary["covered_branches"]
        ways = [f"{start}->{end}" for start, end in told["missing_branches"]]
        if told["missing_lines"] or ways:
            lines = ", ".join(map(str, told["missing_lines"]))
            room.missing.append(f"{name}: lines {lines or '-'}; ways {', '.join(ways) or '-'}")
    return list(rooms.values())


def gathered() -> list[Room]:
    """The rooms as the latest run left them; raises CoverageException if there was none."""
    data = Coverage(config_file=str(ROOT / "pyproject.toml"))
    data.load()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        data.json_report(outfile=str(report))
        return rooms_of(json.loads(report.read_text("utf-8"))["files"])


class Gates:
    """The plugin's part in the process that gathers the results."""

    def __init__(self) -> None:
        """Nothing is known before the end of the run."""
        self.rooms: list[Room] = []

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Judge once pytest-cov has put its data together: its wrapper ends inside this one."""
        done = yield
        self.rooms = gathered()
        low = [room for room in self.rooms if room.low]
        session.config.hook.pytest_runtest_logreport(
            report=pytest.TestReport(
                "tests/gates.py::every_room_is_covered",
                ("tests/gates.py", 0, "every_room_is_covered"),
                {},
                "failed" if low else "passed",
                "\n".join(map(str, low)) or None,
                "call",
            )
        )
        return done

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the table above the closing line."""
        terminalreporter.section("coverage of lines and branches")
        for room in self.rooms:
            terminalreporter.line(str(room).partition("\n")[0])


def pytest_configure(config: pytest.Config) -> None:
    """Take part where results are gathered, not in the workers of a parallel run."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gates(), "todak-gates")


def main() -> int:
    """Judge an earlier run; 1 if a room falls short."""
    try:
        rooms = gathered()
    except CoverageException as trouble:
        sys.stderr.write(f"there is no coverage data ({trouble}): run pytest with --cov first\n")
        return 1
    sys.stdout.write("".join(f"{room}\n" for room in rooms))
    return int(any(room.low for room in rooms))


if __name__ == "__main__":
    sys.exit(main())

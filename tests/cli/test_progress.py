"""Progress is for people at a terminal; scripts see nothing of it."""

import io
import sys

import pytest

from bot.cli.progress import progress, waiting


class Terminal(io.StringIO):
    """A screen to look at."""

    def isatty(self) -> bool:
        return True


def look_at(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Sit down at a terminal. Within the test: pytest puts its own streams back before each."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_a_script_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(3), "reading", patience=0)) == [0, 1, 2]
    with waiting("forming groups"):
        pass
    assert capsys.readouterr() == ("", "")


def test_a_person_sees_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at(monkeypatch)
    assert list(progress(iter("abc"), "reading the roster", patience=0)) == ["a", "b", "c"]
    assert "reading the roster" in screen.getvalue()


def test_a_person_sees_nothing_of_what_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at(monkeypatch)
    assert list(progress([1, 2], "reading the roster")) == [1, 2]
    assert "reading" not in screen.getvalue()


def test_a_person_sees_one_long_thing_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look_at(monkeypatch)
    with waiting("forming groups"):
        pass
    assert "forming groups" in screen.getvalue()

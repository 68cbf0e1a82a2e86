"""What time the bot believes it is."""

from datetime import UTC, datetime, timedelta, timezone

from bot.clock import SystemClock, TelegramClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class HandSet:
    """A wall clock and a monotonic one, both set by hand."""

    def __init__(self) -> None:
        self.wall = NOON
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds


def test_the_system_clock_gives_the_present_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)


def test_until_telegram_answers_the_machines_own_time_is_taken() -> None:
    machine = HandSet()
    assert TelegramClock(machine, machine.monotonic).now() == NOON
    assert abs(TelegramClock().now() - SystemClock().now()) < timedelta(seconds=5)


def test_a_machine_that_is_hours_off_follows_telegram_and_runs_on_evenly() -> None:
    machine = HandSet()
    clock = TelegramClock(machine, machine.monotonic)
    telegram = NOON + timedelta(hours=5)
    clock.heard(telegram)
    machine.wall = NOON - timedelta(days=400)
    machine.seconds += 2.5
    assert clock.now() == telegram + timedelta(seconds=2.5)


def test_whole_seconds_and_slow_answers_do_not_move_the_clock() -> None:
    machine = HandSet()
    clock = TelegramClock(machine, machine.monotonic)
    clock.heard(NOON)
    machine.seconds += 10
    for late in (-1.4, -0.5, 0.9, 1.4):
        clock.heard(NOON + timedelta(seconds=10 + late))
        assert clock.now() == NOON + timedelta(seconds=10)


def test_a_jump_is_followed_at_once_in_both_directions() -> None:
    machine = HandSet()
    clock = TelegramClock(machine, machine.monotonic)
    clock.heard(NOON)
    clock.heard(NOON + timedelta(days=1))
    assert clock.now() == NOON + timedelta(days=1)
    clock.heard(NOON)
    assert clock.now() == NOON


def test_dates_of_another_zone_are_told_in_utc() -> None:
    machine = HandSet()
    clock = TelegramClock(machine, machine.monotonic)
    clock.heard(NOON.astimezone(timezone(timedelta(hours=9))))
    assert clock.now().utcoffset() == timedelta(0)

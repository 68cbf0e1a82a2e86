"""When a message may leave."""

import pytest

from bot.pacer import GUARD, Pace, Pacer

PACE = Pace(per_second=28, chat_per_second=1, chat_burst=3, group_per_minute=20)


def sent_at(pacer: Pacer, chat_id: int, count: int, start: float = 0.0) -> list[float]:
    """When messages to one chat leave, each as early as it may."""
    now, times = start, list[float]()
    for _ in range(count):
        now = max(now, pacer.ready_at(chat_id, now))
        pacer.left(chat_id, now)
        times.append(now)
    return times


def test_a_short_burst_passes_and_then_one_a_second() -> None:
    assert sent_at(Pacer(PACE), 7, 6) == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]


def test_after_a_rest_a_chat_may_burst_again() -> None:
    pacer = Pacer(PACE)
    sent_at(pacer, 7, 3)
    assert sent_at(pacer, 7, 3, start=60.0) == [60.0, 60.0, 60.0]


def test_a_group_gets_twenty_a_minute() -> None:
    pacer = Pacer(Pace(per_second=28, chat_per_second=100, chat_burst=100, group_per_minute=20))
    times = sent_at(pacer, -100, 21)
    assert times[19] == 0.0
    assert times[20] == pytest.approx(60 + GUARD)


def test_in_any_sliding_second_no_more_leave_than_allowed() -> None:
    pacer, now, times = Pacer(PACE), 0.0, list[float]()
    for chat_id in range(1, 200):
        now = max(now + 0.001, pacer.ready_at(chat_id, now))
        pacer.left(chat_id, now)
        times.append(now)
    busiest = max(sum(1 for t in times if start <= t < start + 1) for start in times)
    assert busiest <= 28


def test_a_pace_below_one_a_second_is_kept() -> None:
    pacer = Pacer(Pace(per_second=0.5))
    pacer.left(1, 0.0)
    assert pacer.ready_at(2, 0.0) == pytest.approx(2 + GUARD)


def test_a_hold_silences_one_chat_or_everybody() -> None:
    pacer = Pacer(PACE)
    pacer.hold(7, 5.0)
    assert (pacer.ready_at(7, 0.0), pacer.ready_at(8, 0.0)) == (5.0, 0.0)
    assert (pacer.held_for(7), pacer.held_for(8), pacer.held_for(None)) == (5.0, 0.0, 0.0)
    pacer.hold(None, 9.0)
    assert (pacer.ready_at(7, 0.0), pacer.ready_at(8, 0.0)) == (9.0, 9.0)


def test_idle_chats_are_forgotten_and_waiting_ones_are_not() -> None:
    pacer = Pacer(PACE)
    for chat_id in (7, -100):
        pacer.left(chat_id, 0.0)
    pacer.hold(8, 500.0)
    pacer.left(None, 0.0)
    pacer.forget(30.0)
    assert set(pacer._chats) == {-100, 8}
    pacer.forget(100.0)
    assert set(pacer._chats) == {8}

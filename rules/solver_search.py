"""Linear assignment in stages, then local search. Loads SciPy: see rules/solver.py."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from rules.matching import Shape
from rules.solver_state import State
from rules.solver_tables import Floats, Ints, Tables

LEAST_GAIN = 1e-9
"""Below this a gain is rounding, and following it might never end."""
KICKED_GROUPS = 2
"""Groups whose mentees are dealt anew in one attempt to leave a local best."""

OutOfTime = Callable[[], bool]


def staged(tables: Tables, shapes: Sequence[Shape]) -> State:
    """A first grouping: mentors to leads, then mentees to both, one to each group a round."""
    state = State(tables, _pair_guides(tables, shapes))
    room = np.array([shape.mentees for shape in shapes])
    waiting = np.arange(len(tables.mentees))
    while waiting.size:
        open_groups = np.flatnonzero(state.count < room)
        waiting = _deal_mentees(state, waiting, open_groups)
    return state


def _pair_guides(tables: Tables, shapes: Sequence[Shape]) -> list[list[int]]:
    """Guides who cover different job series together, so that more mentees find theirs."""
    opening = len(shapes)
    groups = [[guide] for guide in range(opening)]
    waiting = list(range(opening, len(tables.guides)))
    while waiting:
        seats = [
            at for at, shape in enumerate(shapes) if len(groups[at]) < shape.leads + shape.mentors
        ]
        common = np.array([[_common(tables, groups[at], one) for at in seats] for one in waiting])
        chosen, columns = linear_sum_assignment(common)
        for row, column in zip(chosen, columns, strict=True):
            groups[seats[column]].append(waiting[row])
        waiting = [one for row, one in enumerate(waiting) if row not in set(chosen)]
    return groups


def _common(tables: Tables, guides: Sequence[int], newcomer: int) -> float:
    """The share of mentees whose job series both already-seated guides and newcomer have."""
    both = tables.beside(guides)[0] * tables.guide_rows(newcomer)[0]
    return float(both.mean())


def _deal_mentees(state: State, waiting: Ints, groups: Ints) -> Ints:
    gain = state.by_guides + 2 * state.by_fellows / np.maximum(1, state.count)
    rows, columns = linear_sum_assignment(gain[np.ix_(waiting, groups)], maximize=True)
    for row, column in zip(rows, columns, strict=True):
        group = int(groups[column])
        state.seat(group, state.guides[group], [*state.mentees[group], int(waiting[row])])
    return np.delete(waiting, rows)


def descend(state: State, start: Iterable[int], out_of_time: OutOfTime) -> None:
    """Swap and move mentees, the best change first, until none gains or time is out."""
    queue = deque(dict.fromkeys(start))
    queued = set(queue)
    while queue and not out_of_time():
        mentee = queue.popleft()
        queued.discard(mentee)
        changed = _better(state, mentee)
        fresh = [one for group in changed for one in state.mentees[group] if one not in queued]
        queue.extend(fresh)
        queued.update(fresh)


def _better(state: State, mentee: int) -> tuple[int, ...]:
    """Make this mentee's best change if it gains; the groups that changed."""
    home = int(state.place[mentee])
    swaps, moves = state.swap_gains(mentee), state.move_gains(mentee)
    other, group = int(swaps.argmax()), int(moves.argmax())
    if max(swaps[other], moves[group]) <= LEAST_GAIN:
        return ()
    if moves[group] > swaps[other]:
        state.move(mentee, group)
        return home, group
    there = int(state.place[other])
    state.swap(mentee, other)
    return home, there


def redeal_guides(state: State, slots: Sequence[int]) -> None:
    """Deal anew, at best, one guide of each group: the one in the slot named for that group."""
    groups = [group for group, slot in enumerate(slots) if slot >= 0]
    dealt = [state.guides[group][slots[group]] for group in groups]
    kept = np.zeros((3, len(state.place)))
    for group in groups:
        mentees = state.mentees[group]
        others = [one for at, one in enumerate(state.guides[group]) if at != slots[group]]
        kept[:, mentees] = state.tables.beside(others)[:, mentees]
    worth = np.array([_worth_by_group(state, kept, one)[groups] for one in dealt])
    rows, columns = linear_sum_assignment(worth, maximize=True)
    if worth[rows, columns].sum() > np.trace(worth) + LEAST_GAIN:
        for row, column in zip(rows, columns, strict=True):
            _replace_guide(state, groups[column], slots[groups[column]], dealt[row])


def _worth_by_group(state: State, kept: Floats, guide: int) -> Floats:
    worth = state.tables.worth(np.maximum(kept, state.tables.guide_rows(guide)))
    by_group = np.bincount(state.place, weights=worth, minlength=len(state.guides))
    return by_group.astype(np.float64)


def _replace_guide(state: State, group: int, slot: int, guide: int) -> None:
    guides = list(state.guides[group])
    guides[slot] = guide
    state.seat(group, guides, state.mentees[group])


def redeal(state: State, rng: np.random.Generator) -> None:
    """The leads, then one mentor of each group drawn by lot where there are several."""
    everywhere = range(len(state.guides))
    if state.tables.leads:
        redeal_guides(state, [0] * len(state.guides))
    slots = _mentor_slots(state, everywhere, rng)
    if max(slots) >= 0:
        redeal_guides(state, slots)


def _mentor_slots(state: State, groups: Iterable[int], rng: np.random.Generator) -> list[int]:
    """Where one mentor of each group sits, drawn by lot; -1 for a group without."""
    first = 1 if state.tables.leads else 0
    sizes = [len(state.guides[group]) for group in groups]
    return [int(rng.integers(first, size)) if size > first else -1 for size in sizes]


def settle(state: State, rng: np.random.Generator, out_of_time: OutOfTime) -> None:
    """To a local best: mentees by turns with guides, until neither gains."""
    before = -np.inf
    while state.total > before + LEAST_GAIN and not out_of_time():
        before = state.total
        descend(state, range(len(state.place)), out_of_time)
        redeal(state, rng)


def kick(state: State, rng: np.random.Generator, out_of_time: OutOfTime) -> None:
    """Deal a few groups anew and search from there; kept unless it is worse."""
    before = state.total
    state.begin()
    groups = rng.choice(len(state.guides), min(KICKED_GROUPS, len(state.guides)), replace=False)
    _shuffle(state, [int(group) for group in groups], rng)
    descend(state, state.touched(), out_of_time)
    if state.total < before - LEAST_GAIN:
        state.undo()


def _shuffle(state: State, groups: Sequence[int], rng: np.random.Generator) -> None:
    """Mentees at random among these groups; leads and mentors change places half the time."""
    mentees = [one for group in groups for one in state.mentees[group]]
    dealt = [mentees[at] for at in rng.permutation(len(mentees))]
    guides = [list(state.guides[group]) for group in groups]
    if state.tables.leads and rng.random() < 0.5:
        _turn(guides, [0] * len(groups))
    if rng.random() < 0.5:
        _turn(guides, _mentor_slots(state, groups, rng))
    for group, each, room in zip(groups, guides, _rooms(state, groups, rng), strict=True):
        state.seat(group, each, dealt[:room])
        del dealt[:room]


def _rooms(state: State, groups: Sequence[int], rng: np.random.Generator) -> list[int]:
    """How many mentees each gets when the groups' sizes are dealt anew, or else as they are:
    a smaller and a larger group may have to change sizes before either can become better."""
    sizes = rng.permutation(state.people[list(groups)])
    rooms = [
        int(size) - len(state.guides[group]) for group, size in zip(groups, sizes, strict=True)
    ]
    return rooms if min(rooms) > 0 else [len(state.mentees[group]) for group in groups]


def _turn(guides: Sequence[list[int]], slots: Sequence[int]) -> None:
    """The guides in these slots, one of each group, move on by one group."""
    seats = [(each, slot) for each, slot in zip(guides, slots, strict=True) if slot >= 0]
    people = [each[slot] for each, slot in seats]
    for (each, slot), one in zip(seats, [*people[1:], *people[:1]], strict=True):
        each[slot] = one

"""What forming the sample roster's groups is worth, beside chance and beside the proven bound.

Run: python -m benchmarks.matching [seeds]
"""

import sys
import time

from rules.matching import Unformable
from rules.matching_score import Formed, Weights
from rules.solver import form_groups
from tests.matching.matching_cast import sample_roster


def main(seeds: int) -> None:
    people = sample_roster()
    started = time.monotonic()
    import rules.solver_run  # noqa: F401, PLC0415 - what loading SciPy takes is a figure of its own

    print(f"people {len(people)}, SciPy loaded in {time.monotonic() - started:.2f} s")
    print("seed  random   ours   bound    gap  random's gap  seconds  ended")
    for seed in range(1, seeds + 1):
        started = time.monotonic()
        found = form_groups(people, seed=seed, weights=Weights(), clock=time.monotonic)
        if isinstance(found, Unformable):
            raise SystemExit(f"the sample cannot be grouped: {found.reason}")
        print(_line(seed, found, time.monotonic() - started))
    print("seconds: everything after loading, with 100 random groupings and the bound")


def _line(seed: int, found: Formed, seconds: float) -> str:
    chance = 1 - found.random_average / found.bound
    return (
        f"{seed:4}  {found.random_average:.4f}  {found.score.total:.4f}  {found.bound:.4f}  "
        f"{found.gap:5.1%}  {chance:12.1%}  {seconds:7.2f}  {found.ended}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)

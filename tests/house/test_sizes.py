"""Functions and modules stay small enough to be read at once."""

from statistics import median

from tests.house.source import EVERYTHING, PRODUCT, Function, modules, no

FUNCTION = 45
MEDIAN = 8
MODULE = 300


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_function_is_over_45_lines() -> None:
    no(
        [
            f"{module.at(function)} {function.name}: {length(function)} lines"
            for module in modules(*EVERYTHING)
            for function in module.functions()
            if length(function) > FUNCTION
        ]
    )


def test_the_median_function_has_at_most_8_lines() -> None:
    lengths = [length(each) for module in modules(*PRODUCT) for each in module.functions()]
    assert median(lengths) <= MEDIAN


def test_no_module_is_over_300_lines() -> None:
    every = modules(*EVERYTHING)
    no([f"{each.path}: {each.lines} lines" for each in every if each.lines > MODULE])

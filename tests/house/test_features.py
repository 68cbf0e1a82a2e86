"""Every feature has its rooms, stays with itself, and its buttons fit."""

from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from handlers.buttons import CALLBACK_BYTES, kinds, pack, unpack
from handlers.day_keys import Wall
from handlers.features import FEATURES, open_house
from rules.joining import Token
from tests.house.source import ROOT, Module, modules, no

SHARED = {"desk", "turn", "house", "keys", "buttons", "doors", "menus", "profile", "hearers", "fit"}
LARGEST = 2**52  # Telegram's ids have at most 52 significant bits (core.telegram.org/bots/api#user)
open_house()
KINDS = [kind for kind in kinds() if kind.__module__.startswith("handlers.")]


def test_every_feature_has_its_rooms() -> None:
    rooms = "handlers/{}.py", "texts/ko/{}.ftl", "texts/en/{}.ftl", "tests/{}/"
    named = [room.format(feature) for feature in FEATURES for room in rooms]
    no([f"{path} is missing" for path in named if not (ROOT / path).exists()])


def test_every_feature_has_tests() -> None:
    bare = [name for name in FEATURES if not list((ROOT / "tests" / name).glob("test_*.py"))]
    assert bare == []


def test_every_module_of_handlers_is_shared_or_belongs_to_a_feature() -> None:
    known = SHARED | {"features", "__init__"}
    strays = [one.path for one in modules("handlers") if one.path.stem not in known | set(FEATURES)]
    no([f"{path} belongs to no feature" for path in strays if feature_of(path) is None])


def feature_of(path: Path) -> str | None:
    """`handlers/day_moving.py` is part of `day`. The longest name that fits counts."""
    stem = path.stem
    fitting = [name for name in FEATURES if stem == name or stem.startswith(f"{name}_")]
    return max(fitting, key=len, default=None)


def foreign(one: Module) -> list[str]:
    """What a feature's module imports of handlers/ that is neither shared nor its own."""
    own = feature_of(one.path)
    found = []
    for name, node in one.imports():
        room, _, rest = name.partition(".")
        part = rest.split(".")[0]
        if room == "handlers" and part not in SHARED and feature_of(Path(part)) != own:
            found.append(f"{one.at(node)} imports {name}")
    return found


def test_features_never_import_one_another() -> None:
    own = [one for one in modules("handlers") if feature_of(one.path)]
    no([fault for one in own for fault in foreign(one)])


def test_what_features_share_knows_none_of_them() -> None:
    shared = [one for one in modules("handlers") if one.path.stem in SHARED]
    no(
        [
            f"{one.at(node)} imports {name}"
            for one in shared
            for name, node in one.imports()
            if name.startswith("handlers.") and name.split(".")[1] not in SHARED
        ]
    )


EXTREMES: dict[Any, list[Any]] = {
    bool: [False, True],
    int: [-LARGEST, LARGEST],
    Token: [Token("A" * 32), Token("_" * 32)],
    Wall: [Wall("2026-03-02"), Wall("2026-03-02T18:30")],
}


def extreme(hint: Any) -> list[Any]:
    """The bounds of a type, all of an enum. A bare `str` has none: give such a button a type."""
    return EXTREMES[hint] if hint in EXTREMES else list(hint)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__qualname__)
def test_a_button_fits_with_the_largest_values_and_is_read_back(kind: type[Any]) -> None:
    hints = get_type_hints(kind)
    choices = {field.name: extreme(hints[field.name]) for field in fields(kind)}
    longest = kind(**{name: max(v, key=lambda one: len(str(one))) for name, v in choices.items()})
    assert len(pack(longest).encode()) <= CALLBACK_BYTES
    for at in (0, -1):
        value = kind(**{name: values[at] for name, values in choices.items()})
        assert unpack(pack(value)) == value


def test_every_press_and_every_result_is_a_packed_value() -> None:
    house = open_house()
    asked = {*house.presses, *house.results, *(type(offer.does) for offer in house.offers)}
    assert asked <= set(kinds())


def test_every_offer_of_the_menu_is_answered() -> None:
    house = open_house()
    assert [o.label for o in house.offers if type(o.does) not in house.presses] == []

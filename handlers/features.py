"""Every feature there is. A new one is a module with `register(house)` and a name in this list."""

from handlers.house import House

FEATURES: tuple[str, ...] = (
    "joining",
    "roster",
    "match",
    "help",
    "me",
    "chat",
    "day",
    "checkin",
    "summary",
    "question",
    "notice",
    "feedback",
    "report",
)


def open_house() -> House:
    """A house with every feature registered."""
    from importlib import import_module  # noqa: PLC0415  # features are opened only when asked for

    house = House()
    for name in FEATURES:
        import_module(f"handlers.{name}").register(house)
    return house

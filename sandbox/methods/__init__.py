"""The Bot API's methods, one module per noun; importing them fills the registry."""

from importlib import import_module

MODULES = ("account", "chats", "editing", "files", "invites", "members", "messages", "topics")


def load() -> None:
    """Enter every method in `sandbox.registry.METHODS`."""
    for name in MODULES:
        import_module(f"sandbox.methods.{name}")

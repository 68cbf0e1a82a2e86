"""The bot itself: getMe, updates, webhook, commands and profile texts."""

import re
from typing import TYPE_CHECKING, Any

from sandbox.polling import stop_polling
from sandbox.refusals import bad_request, conflict
from sandbox.registry import ChatRef, bot_method
from sandbox.shapes import bot_shape
from sandbox.state import Webhook

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")
MAX_COMMANDS = 100
PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@bot_method
def get_me(world: "World") -> Json:
    return bot_shape(world.bot)


@bot_method
def get_updates(
    world: "World",
    *,
    offset: int = 0,
    limit: int = 100,
    allowed_updates: list[str] | None = None,
) -> list[Json]:
    if world.state.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    world.updates.ask_for(allowed_updates)
    taken = world.updates.take(offset, min(max(limit, 1), 100))
    return world.faults.spoil(taken)


@bot_method
def set_webhook(
    world: "World",
    *,
    url: str = "",
    secret_token: str = "",
    max_connections: int = 40,
    allowed_updates: list[str] | None = None,
    drop_pending_updates: bool = False,
) -> bool:
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("invalid webhook URL specified")
    if len(secret_token) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret_token):
        raise bad_request("secret token contains unallowed characters")
    world.updates.ask_for(allowed_updates)
    if drop_pending_updates:
        world.updates.clear()
    world.state.webhook = Webhook(url, secret_token, max_connections) if url else Webhook()
    if url:
        stop_polling(world)
    world.updates.wake()
    return True


@bot_method
def delete_webhook(world: "World", *, drop_pending_updates: bool = False) -> bool:
    if drop_pending_updates:
        world.updates.clear()
    world.state.webhook = Webhook()
    world.updates.wake()
    return True


@bot_method
def get_webhook_info(world: "World") -> Json:
    webhook = world.state.webhook
    shape: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": world.updates.count(),
    }
    if webhook.url:
        shape["max_connections"] = webhook.max_connections
    if webhook.last_error_date:
        shape["last_error_date"] = webhook.last_error_date
        shape["last_error_message"] = webhook.last_error_message
    if world.state.allowed_updates is not None:
        shape["allowed_updates"] = world.state.allowed_updates
    return shape


def scope_key(scope: Json | None, language_code: str) -> str:
    """One text per scope and language, e.g. "chat:-100:7/ko"."""
    wanted = scope or {"type": "default"}
    parts = [str(wanted.get(name, "")) for name in ("type", "chat_id", "user_id")]
    return ":".join(part for part in parts if part) + "/" + language_code


@bot_method
def set_my_commands(
    world: "World",
    *,
    commands: list[Json],
    scope: Json | None = None,
    language_code: str = "",
) -> bool:
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.match(command.get("command", "").lstrip("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.state.commands[scope_key(scope, language_code)] = commands
    return True


@bot_method
def get_my_commands(
    world: "World", *, scope: Json | None = None, language_code: str = ""
) -> list[Json]:
    return world.state.commands.get(scope_key(scope, language_code), [])


@bot_method
def delete_my_commands(
    world: "World", *, scope: Json | None = None, language_code: str = ""
) -> bool:
    world.state.commands.pop(scope_key(scope, language_code), None)
    return True


def _profile(world: "World", field: str, value: str, language_code: str) -> bool:
    if len(value) > PROFILE_LIMITS[field]:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    world.state.profile[f"{field}/{language_code}"] = value
    return True


@bot_method
def set_my_name(world: "World", *, name: str = "", language_code: str = "") -> bool:
    return _profile(world, "name", name, language_code)


@bot_method
def set_my_description(world: "World", *, description: str = "", language_code: str = "") -> bool:
    return _profile(world, "description", description, language_code)


@bot_method
def set_my_short_description(
    world: "World", *, short_description: str = "", language_code: str = ""
) -> bool:
    return _profile(world, "short_description", short_description, language_code)


@bot_method
def set_chat_menu_button(
    world: "World", *, chat_id: ChatRef = 0, menu_button: Json | None = None
) -> bool:
    if menu_button and menu_button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if not isinstance(chat_id, int) or (chat_id and chat_id not in world.state.users):
        raise bad_request("chat not found")
    world.state.profile[f"menu_button/{chat_id or ''}"] = (menu_button or {}).get("type", "default")
    return True

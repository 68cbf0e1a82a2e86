"""The webhook: an update is answered with 200 only after it is committed to the inbox."""

import hmac
import json
from collections.abc import Callable

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.intake import take_in
from storage.door import Store

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name, no secret
LARGEST = 1024 * 1024  # an update is far smaller; what is larger is not Telegram's


def application(
    store: Store, clock: Clock, secret: str, path: str, wake: Callable[[], None]
) -> web.Application:
    """The web application Telegram calls; `secret` is what it must bring along."""

    async def receive(request: web.Request) -> web.Response:
        if not hmac.compare_digest(
            request.headers.get(SECRET_HEADER, "").encode(), secret.encode()
        ):
            log.warning("webhook refused", why="secret")
            return web.Response(status=403)
        update = _update_of(await request.read())
        if update is None:
            # Not 2xx would have Telegram repeat for ever what can never be read.
            log.error("webhook body unreadable")
            return web.Response(status=200)
        await take_in(store, clock, [update])
        wake()
        return web.Response(status=200)

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(path, receive)
    return app


def _update_of(body: bytes) -> dict[str, object] | None:
    try:
        update = json.loads(body)
    except ValueError:
        return None
    known = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if known else None

"""The Bot API as raw calls over PTB's bot and our own transport."""

import warnings
from typing import Any

from telegram import Bot, InputFile
from telegram.error import EndPointNotFound, InvalidToken
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

# PTB would rather have its typed methods used. Outbox rows are calls by name, on purpose: a row
# must be sendable whatever release wrote it.
warnings.filterwarnings("ignore", message="Please use 'Bot.", category=PTBUserWarning)
# `seconds_of` reads both kinds of retry_after.
warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)

FILE_FIELDS = {"sendDocument": "document", "sendPhoto": "photo"}


class Api:
    """Calls by method name. Errors are PTB's (`telegram.error`)."""

    def __init__(self, bot: Bot) -> None:
        """Use a bot whose requests are initialised (`Bot.initialize`)."""
        self.bot = bot

    async def call(
        self,
        method: str,
        params: dict[str, Any],
        file: tuple[str, str, bytes] | None = None,
        read_timeout: float = 15,
    ) -> Any:
        """Make one call and return its `result`. `file` is (name, mime type, content)."""
        if file is not None:
            name, _mime, body = file
            params = {**params, FILE_FIELDS[method]: InputFile(body, filename=name)}
        try:
            return await self.bot.do_api_request(
                method, api_kwargs=params, read_timeout=read_timeout, write_timeout=read_timeout
            )
        except EndPointNotFound as trouble:
            # PTB says so of 401 too: a token that was taken away must not look like a bad call.
            if isinstance(trouble.__cause__, InvalidToken) and not _not_found(trouble.__cause__):
                raise trouble.__cause__ from None
            raise

    async def updates(self, offset: int, limit: int, wait: int, kinds: list[str]) -> Any:
        """Long-poll: raw updates from `offset` on. Asking confirms everything before `offset`."""
        params = {"offset": offset, "limit": limit, "timeout": wait, "allowed_updates": kinds}
        return await self.call("getUpdates", params, read_timeout=wait + 10)

    async def fetch(self, file_id: str, limit: int) -> bytes | None:
        """The content of a file; None if it is larger than `limit` bytes."""
        file = await self.bot.get_file(file_id)
        if (file.file_size or 0) > limit:
            return None
        body = bytes(await file.download_as_bytearray())
        return body if len(body) <= limit else None


def _not_found(trouble: InvalidToken) -> bool:
    return "not found" in trouble.message.lower()

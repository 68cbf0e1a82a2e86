"""How calls reach Telegram: python-telegram-bot's request class over aiohttp.

Why not the library's own: docs/decisions/0003-transport.md. A call's address holds the bot token,
so nothing of aiohttp's own error texts is passed on, and no error keeps aiohttp's as its cause.
"""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# Bots may download files of up to 20 MB; nothing Telegram answers is larger.
LARGEST_ANSWER = 24 * 1024 * 1024
# A download of 20 MB may take longer than an answer to a call; it still has to end.
DOWNLOAD_SECONDS = 300.0
# Shorter than servers keep idle connections, so that a call seldom meets one just being closed.
KEEP_ALIVE_SECONDS = 15.0
# Telegram itself always answers in JSON; PTB names the error by the status when it reads this.
NO_EXPLANATION = b'{"ok": false}'

NEVER_CONNECTED = (
    aiohttp.ClientConnectorError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


class NotSent(NetworkError):
    """No connection came about: Telegram surely has not seen the call, repeating it is safe."""

    __slots__ = ()


class ConnectTimedOut(NotSent, TimedOut):
    """No connection came about in time, or none in the pool became free: surely not sent."""

    __slots__ = ()


class AnswerUnreadable(NetworkError):
    """An answer came but can't be used (too large, no JSON): the call may have been carried out."""

    __slots__ = ()


class AiohttpRequest(BaseRequest):
    """PTB's transport over one aiohttp session; times are seconds, None waits without end.

    Raises `NotSent` (also as `ConnectTimedOut`) when Telegram surely has not seen the call;
    `TimedOut` and any other `NetworkError` when it may have. Redirects are not followed: they
    would carry the token to another host. `on_date` is given the Date of every answer, aware.
    """

    __slots__ = (
        "_connect_timeout",
        "_connections",
        "_largest_answer",
        "_media_write_timeout",
        "_pool_timeout",
        "_read_timeout",
        "_session",
        "_write_timeout",
        "on_date",
    )

    def __init__(
        self,
        *,
        connections: int = 64,
        read_timeout: float | None = 10.0,
        write_timeout: float | None = 10.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        media_write_timeout: float | None = 60.0,
        largest_answer: int = LARGEST_ANSWER,
        on_date: Callable[[datetime], None] | None = None,
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._largest_answer = largest_answer
        self.on_date = on_date
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The seconds an answer may take to begin, where a call names no other."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; once it is open, this does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEEP_ALIVE_SECONDS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections; `initialize` opens anew."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917 - the signature is PTB's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call; see the class for what is raised. Called by PTB, not by us."""
        with_files = request_data is not None and request_data.contains_files
        usual_write = self._media_write_timeout if with_files else self._write_timeout
        timeout = _timeout(
            read=_chosen(read_timeout, self._read_timeout),
            write=_chosen(write_timeout, usual_write),
            connect=_chosen(connect_timeout, self._connect_timeout),
            pool=_chosen(pool_timeout, self._pool_timeout),
            download=method == "GET",
        )
        try:
            return await self._exchange(url, method, _body(request_data), timeout)
        except NetworkError:
            raise
        except Exception as error:  # whatever it is, its text may hold the address
            failure = _named(error)
        # Outside of `except`, so that aiohttp's error isn't chained to this one.
        raise failure

    async def _exchange(
        self,
        url: str,
        method: str,
        body: aiohttp.FormData | None,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - handed on to aiohttp
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the transport is not open")
        async with self._session.request(
            method, url, data=body, timeout=timeout, allow_redirects=False
        ) as response:
            self._hear(response.headers.get("Date"))
            answer = await self._read(response)
            succeeded = HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
            return response.status, answer if succeeded else _explained(answer)

    def _hear(self, header: str | None) -> None:
        if self.on_date is None or header is None:
            return
        try:
            date = parsedate_to_datetime(header)
        except ValueError:
            return  # a proxy's nonsense is no news about the time
        self.on_date(date if date.tzinfo else date.replace(tzinfo=UTC))

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        # Counted while reading: a length may be missing, and packed answers grow when unpacked.
        answer = bytearray()
        async for chunk in response.content.iter_any():
            answer += chunk
            if len(answer) > self._largest_answer:
                raise AnswerUnreadable(f"an answer was larger than {self._largest_answer} bytes")
        return bytes(answer)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; unlike PTB's own, this neither logs nor quotes what can't be read."""
        answer = _json_object(payload)
        if answer is None:
            raise AnswerUnreadable("an answer was not a JSON object")
        return answer


def _chosen(given: ODVInput[float], usual: float | None) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _timeout(
    *,
    read: float | None,
    write: float | None,
    connect: float | None,
    pool: float | None,
    download: bool,
) -> aiohttp.ClientTimeout:
    """Bound the parts and the whole: a server that trickles bytes must not hold a call for ever."""
    waiting = _total(pool, connect)
    whole = _total(waiting, write, read)
    if download and whole is not None:
        whole = max(whole, DOWNLOAD_SECONDS)
    return aiohttp.ClientTimeout(total=whole, connect=waiting, sock_connect=connect, sock_read=read)


def _total(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _body(request_data: RequestData | None) -> aiohttp.FormData | None:
    if request_data is None:
        return None
    # Unquoted: otherwise Korean file names arrive percent-encoded, and people see them so.
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=request_data.contains_files)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mime)
    return form


def _explained(answer: bytes) -> bytes:
    return NO_EXPLANATION if _json_object(answer) is None else answer


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(payload)
    except ValueError:  # also what is not UTF-8
        return None
    return answer if isinstance(answer, dict) else None


def _named(error: Exception) -> NetworkError:
    """Say by type whether Telegram may have seen the call, and by text only what kind it was."""
    kind = type(error).__name__
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return ConnectTimedOut(f"no connection to Telegram in time ({kind})")
    if isinstance(error, NEVER_CONNECTED):
        return NotSent(f"no connection to Telegram ({kind})")
    if isinstance(error, TimeoutError):
        return TimedOut(f"no answer from Telegram in time ({kind})")
    return NetworkError(f"the connection to Telegram broke ({kind})")

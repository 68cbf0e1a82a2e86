"""The narrator: prints what the watched chats show, and counts the rest."""

from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from sandbox.state import ChatType
from sandbox.wire import WireEntry
from sandbox.world import World

Json = dict[str, Any]

SEOUL = ZoneInfo("Asia/Seoul")
SPOKEN = {"sendmessage", "editmessagetext", "senddocument"}
LINES = 9  # of one message; longer ones are cut for the terminal


class Narrator:
    """Tells the story on a terminal. Chats are told of only while they are watched."""

    def __init__(self, world: World, console: Console) -> None:
        """Listen to a world's wire."""
        self.world, self.console = world, console
        self.watched: set[int] = set()
        self.untold = 0
        world.listeners.append(self._hear)

    def act(self, title: str) -> None:
        """Begin a part of the story."""
        self.untold = 0
        self.console.print()
        self.console.rule(Text(title, style="bold"))

    def say(self, sentence: str) -> None:
        """A sentence of the narrator's own."""
        self.console.print(Text(f"· {sentence}", style="italic"))

    def done(self, sentence: str) -> None:
        """Something that was checked."""
        self.console.print(Text(f"✓ {sentence}", style="green"))

    def watch(self, *chat_ids: int) -> None:
        """Tell of these chats and of no others."""
        self.watched = set(chat_ids)

    def _hear(self, entry: WireEntry) -> None:
        if entry.direction == "in":
            self._bot_did(entry)
        elif entry.name == "message":
            self._person_said(entry.parameters["message"])
        elif entry.name == "callback_query":
            self._person_tapped(entry.parameters["callback_query"])

    def _bot_did(self, entry: WireEntry) -> None:
        result = (entry.answer or {}).get("result")
        if entry.name.lower() not in SPOKEN or not isinstance(result, dict):
            return
        edited = " (수정)" if entry.name.lower() == "editmessagetext" else ""
        shown = [result.get("text") or result.get("caption") or ""]
        if "document" in result:
            shown.insert(0, f"📄 {result['document'].get('file_name', '')}")
        keys = (result.get("reply_markup") or {}).get("inline_keyboard", [])
        shown += ["  ".join(f"[{key['text']}]" for key in row) for row in keys]
        self._line(result["chat"], f"토닥{edited}", "\n".join(shown), "cyan")

    def _person_said(self, message: Json) -> None:
        text = message.get("text") or message.get("caption") or ""
        if "document" in message:
            text = f"📄 {message['document'].get('file_name', '')} {text}"
        if text:
            self._line(message["chat"], message["from"]["first_name"], text, "yellow")

    def _person_tapped(self, press: Json) -> None:
        message = press.get("message", {})
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        labels = (k["text"] for row in rows for k in row if k.get("callback_data") == press["data"])
        label = next(labels, press["data"])
        self._line(message["chat"], press["from"]["first_name"], f"👆 [{label}]", "yellow")

    def _line(self, chat: Json, who: str, text: str, style: str) -> None:
        if chat["id"] not in self.watched:
            self.untold += 1
            return
        private = chat["type"] == ChatType.PRIVATE
        place = f"1:1 {chat['first_name']}" if private else chat["title"]
        at = self.world.now.astimezone(SEOUL).strftime("%H:%M")
        lines = text.splitlines() or [""]
        if len(lines) > LINES:
            lines = [*lines[: LINES - 1], "…"]
        head = Text(f"{at} {place} │ ", style="dim").append(f"{who}: ", style=f"bold {style}")
        self.console.print(head.append(lines[0], style="default"))
        for line in lines[1:]:
            self.console.print(Text(" " * 8 + line))

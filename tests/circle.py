"""One mentoring group in tests: its people, and its chat put in place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.programme import ChatState
from sandbox.player import Player
from sandbox.state import Chat
from storage.chats import chat_people, chats

if TYPE_CHECKING:
    from tests.town import Town


@dataclass(slots=True)
class Circle:
    """A group's people: the lead mentor, the mentor and the mentees, as players."""

    town: "Town"
    group_id: int
    lead: Player
    mentor: Player | None
    mentees: list[Player]

    @property
    def everyone(self) -> list[Player]:
        return [self.lead, *([self.mentor] if self.mentor else []), *self.mentees]

    async def chat(self) -> Chat:
        """The group's chat, set up and with everybody inside, put in place directly."""
        pending = self.town.world.state.pending
        before = len(pending)
        chat = self.lead.create_group("멘토링 그룹", supergroup=True)
        self.lead.add_bot(chat)
        chat = self.lead.promote_bot(chat)
        for player in self.everyone[1:]:
            self.lead.add_member(chat, player)
        del pending[before:]  # all that was long ago
        await self._bind(chat)
        return chat

    async def _bind(self, chat: Chat) -> None:
        now = self.town.now
        inside = [await self.town.person_id(player) for player in self.everyone]
        async with self.town.writing() as db:
            await db.run(chats.delete().where(chats.c.group_id == self.group_id))
            await db.add(
                chats,
                group_id=self.group_id,
                chat_id=chat.id,
                state=ChatState.READY.value,
                bind_code=f"test{self.group_id}",
                invite_link=f"https://t.me/+test{self.group_id}",
                bound_at=now,
                ready_at=now,
            )
            rows = [{"group_id": self.group_id, "person_id": p, "joined_at": now} for p in inside]
            await db.add_once(chat_people, rows)

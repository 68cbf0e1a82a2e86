"""What a person does with groups: opening them, bringing the bot in, letting people in and out."""

from collections.abc import Iterable
from enum import StrEnum

from sandbox import groups
from sandbox.methods.topics import open_topic
from sandbox.person import ChatLike, Person
from sandbox.post import service
from sandbox.rights import USUAL_RIGHTS, granted, may
from sandbox.state import Chat, ChatType, InviteLink, Member, Status, Topic


class Joining(StrEnum):
    """What came of opening an invite link."""

    JOINED = "joined"
    REQUESTED = "requested"
    ALREADY_IN = "already in"
    EXPIRED = "expired"
    BANNED = "banned"


class GroupActs(Person):
    def _need(self, chat: Chat, right: str) -> None:
        if not may(chat, self.id, right):
            raise AssertionError(f"{self.name} lacks {right} in {chat.title!r}")

    def create_group(self, title: str, *, supergroup: bool = False) -> Chat:
        """A new group without the bot; this person owns it."""
        return groups.create_group(self.world, title, self.id, supergroup=supergroup)

    def add_bot(self, chat: ChatLike, admin_rights: Iterable[str] | None = None) -> Chat:
        """Add the bot, with rights as administrator (which turns a basic group into a supergroup).

        Returns the chat as it is afterwards.
        """
        group = self._chat(chat)
        self._need(group, "can_invite_users")
        if not self.world.bot_member(group).inside:
            groups.join(self.world, group, self.world.bot.id, actor_id=self.id)
        rights = granted(admin_rights or ())
        return self._raise_bot(group, rights) if rights else group

    def promote_bot(self, chat: ChatLike, *rights: str, **switches: bool) -> Chat:
        """Make the bot administrator with these rights, or the usual ones when none is named.

        `can_pin_messages=False` takes one away from the usual. Returns the chat as it is then.
        """
        wanted = set(rights) or set(USUAL_RIGHTS)
        wanted |= {name for name, on in switches.items() if on}
        wanted -= {name for name, on in switches.items() if not on}
        return self._raise_bot(self._chat(chat), granted(wanted))

    def _raise_bot(self, group: Chat, rights: list[str]) -> Chat:
        self._need(group, "can_promote_members")
        return groups.promote(self.world, group, self.world.bot.id, rights, self.id)

    def demote_bot(self, chat: ChatLike) -> Chat:
        """The bot stays as a plain member."""
        return self._raise_bot(self._chat(chat), [])

    def remove_bot(self, chat: ChatLike) -> None:
        self._take_out(self._chat(chat), self.world.bot.id)

    def add_member(self, chat: ChatLike, other: Person) -> None:
        """Bring somebody in by hand; who was banned comes back this way too."""
        group = self._chat(chat)
        self._need(group, "can_invite_users")
        groups.join(self.world, group, other.id, actor_id=self.id)

    def promote(self, chat: ChatLike, other: Person, *rights: str) -> Chat:
        """Make somebody administrator with these rights (the usual ones when none is named)."""
        group = self._chat(chat)
        self._need(group, "can_promote_members")
        wanted = granted(rights or USUAL_RIGHTS)
        return groups.promote(self.world, group, other.id, wanted, self.id)

    def leave(self, chat: ChatLike) -> None:
        group = self._chat(chat)
        self._need_in(group)
        groups.take_out(self.world, group, self.id, self.id, banned=False)

    def remove(self, chat: ChatLike, other: Person) -> None:
        """Remove somebody; they can't come back by a link until they are added or unbanned."""
        self._take_out(self._chat(chat), other.id)

    def _take_out(self, group: Chat, user_id: int) -> None:
        self._need(group, "can_restrict_members")
        groups.take_out(self.world, group, user_id, self.id, banned=True)

    def request_to_join(self, invite_link: str) -> Joining:
        """Open a t.me/+ link and press the button there."""
        link = self._link(invite_link)
        if link is None:
            return Joining.EXPIRED
        chat = self.world.state.chats[link.chat_id]
        member = chat.members.get(self.id)
        if member is not None and member.inside:
            return Joining.ALREADY_IN
        if self._spent(link):
            return Joining.EXPIRED
        if member is not None and self._banned(member):
            return Joining.BANNED
        if link.creates_join_request:
            groups.ask_to_join(self.world, chat, self.id, link)
            return Joining.REQUESTED
        groups.join(self.world, chat, self.id, link=link)
        return Joining.JOINED

    def _banned(self, member: Member) -> bool:
        until = member.until_date
        return member.status is Status.KICKED and (not until or until > self.world.unix_now)

    def _link(self, address: str) -> InviteLink | None:
        """The link of that address in a group that still is one."""
        for chat in self.world.state.chats.values():
            if address in chat.links and not chat.migrated_to:
                return chat.links[address]
        return None

    def _spent(self, link: InviteLink) -> bool:
        expired = 0 < link.expire_date <= self.world.unix_now
        full = 0 < link.member_limit <= link.joined
        return link.is_revoked or expired or full

    def approve(self, chat: ChatLike, other: Person) -> None:
        """Let in somebody who asked, as another administrator may do before the bot."""
        group = self._chat(chat)
        self._need(group, "can_invite_users")
        link = group.links.get(group.join_requests[other.id].link)
        groups.join(self.world, group, other.id, actor_id=self.id, link=link, via_join_request=True)

    def decline(self, chat: ChatLike, other: Person) -> None:
        """Turn away somebody who asked; the bot is not told."""
        del self._chat(chat).join_requests[other.id]

    def rename_chat(self, chat: ChatLike, title: str) -> None:
        group = self._chat(chat)
        self._need(group, "can_change_info")
        group.title = title
        service(self.world, group, self.id, {"new_chat_title": title})

    def upgrade(self, chat: ChatLike) -> Chat:
        """Turn a basic group into a supergroup, as some settings of a client do."""
        return groups.migrate(self.world, self._chat(chat), self.id)

    def make_forum(self, chat: ChatLike) -> Chat:
        """Switch topics on; a basic group becomes a supergroup first. Returns the chat then."""
        group = self._chat(chat)
        self._need(group, "can_change_info")
        if group.type is ChatType.GROUP:
            group = self.upgrade(group)
        group.is_forum = True
        return group

    def open_topic(self, chat: ChatLike, name: str) -> Topic:
        return open_topic(self.world, self._chat(chat), name, self.id)

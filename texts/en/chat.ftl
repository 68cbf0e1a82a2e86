### The chat of a group: opening it, setting it up, coming in

## Buttons

chat-button-open = 💬 Open the group chat
# Telegram lets the person make a group or pick one
chat-button-create = Create or pick the chat
chat-button-bring = Add Todak to my group
chat-button-check = Check again
chat-button-join = Join the chat of group { $number }
chat-button-group = 👥 My group

## Opening

chat-title = { $programme }, group { $number }
chat-open =
    Shall we open the chat of group { $number }?
    Tap <b>Create or pick the chat</b> below to create a new group or pick one you have. I'll come along.
    A good name for it: <code>{ $title }</code>
    When you're asked about my rights, please leave them as they are. I use them only to make the invite link, pin the welcome and write the description.
chat-open-else =
    If the button isn't there or doesn't work, there are two other ways:
    • tap the button below and choose the group to add me to
    • add me as an administrator to a group you have, then send this there: <code>/bind@{ $bot } { $code }</code>
# $leads: the lead mentors' names
chat-open-lead = The lead mentor ({ $leads }) opens the chat of group { $number }. It won't be long.
# A mentor brought the bot into some group, and nothing came of it
chat-hint =
    Thank you for adding me to a group. If it's meant to be the chat of group { $number }, please send this there: <code>/bind@{ $bot } { $code }</code>

## Tying a chat to a group

chat-bind-fresh = Got it: this is the chat of group { $number }. I'm checking whether I have the rights I need.
chat-bind-same = This is the chat of group { $number } already. I'm checking my rights again.
chat-bind-not-yours = Only the mentors of group { $number } and the coordinators can do this.
chat-bind-public =
    That group has a public address, so anybody can come in. It can't be a mentoring chat.
    Make it private in the group's settings, then try again.
chat-bind-chat-taken = Another mentoring group uses that chat already. Please choose a different one.
# Two people opened one at the same time, or there is a chat already. $name: who was first
chat-bind-group-taken =
    Group { $number } already has a chat, opened by { $name }. You can delete the group you just made.
    To use a different chat, first remove me from the one you have, then try again.
chat-code-unknown = That code isn't right. You'll find it with /group, under “Open the group chat”.

## Rights

# $right: as Telegram's apps call it
chat-right = { $right ->
    [can_invite_users] Invite users via link
   *[can_pin_messages] Pin messages
}
chat-rights-missing =
    I need more rights in the chat of group { $number }: <b>{ $rights }</b>
    Please switch them on under group info → Administrators → Todak. I'll notice and carry on.
chat-rights-back = Thank you, I have all my rights back. The chat of group { $number } works again.
chat-checking = Checking…
chat-check-failed = I can't check that with Telegram right now. Please try again in a moment.
chat-fine = All is well in the chat of group { $number }. /group shows the button to join it.

## When it is ready

# Telegram's limit: 255 characters
chat-description = The mentoring chat of { $programme }, group { $number }. Only people of this group can join.
# Telegram's limit: 32 characters
chat-link-name = People of group { $number }
chat-welcome =
    This is the chat of <b>{ $programme }, group { $number }</b>. Welcome!
    I'm Todak, here to help this group. What you talk about here is not stored, only questions asked with /ask and the answers replied to them.
    • /group – who is in this group
    • /day – your mentoring days
    • /ask followed by your question – ask the group
    For everything else, send me /help in our private chat.
chat-done = The chat of group { $number } is ready! Everybody who isn't in it yet has been sent a button to join.
chat-open-office = The chat of group { $number } is open.
chat-link =
    The chat of group { $number } is open. Tap the button and ask to join: I'll let you in right away.

## When a chat is lost, and found again

chat-lost =
    I'm not in the chat of group { $number } right now, so I can't announce days or post questions there.
    Add me to the same chat as an administrator again and I'll carry on. To use a different chat, open a new one below.
chat-lost-office = I'm no longer in the chat of group { $number }. Whoever opened it and the lead mentor have been told how to bring me back.
chat-back = The chat of group { $number } is ready again. The link to join has changed, so people outside the chat have been sent the new one.

## Coming in

chat-turned-unregistered =
    I couldn't let you into the chat, because you haven't finished registering.
    Send me /start in our private chat to finish, then ask to join again.
chat-turned-elsewhere =
    Only the people of that group can join its chat. /group shows the chat of your own group.
chat-turned-stranger =
    Hello! This chat is only for people invited to a mentoring group, so I couldn't accept your request.
    If you are one of them, ask your office's coordinator for an invite link, register, and ask to join again.
chat-outsider = Somebody who isn't in group { $number } has come into its chat. They were probably added by hand. Please check with the lead mentor.
chat-outsider-known = { $name } has come into the chat of group { $number } without being in that group. Please check with the lead mentor.

## My group (/group)

chat-group =
    <b>Group { $number }</b>
    { $people }

    { $chat }
chat-group-here =
    These are the people of <b>group { $number }</b>.
    { $people }
chat-group-person = • { $name } ({ $role })
chat-group-elsewhere = Only people of this chat's group can see that.
chat-no-group = You aren't in a group yet. I'll tell you as soon as you are.
chat-state-none = The chat hasn't been opened yet.
chat-state-bound = The chat is being set up.
chat-state-ready = The chat is open.
chat-state-lost = The chat can't be used right now. The lead mentor can open it again.

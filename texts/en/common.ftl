### Words that several features share
#
# Office and roster: people are added to the roster; they register when they agree and come in.
# Emoji: one, at the very beginning. A button that leads into a feature and that feature's messages
# bear the same one; what is done bears ✅, what needs a look ⚠️. Other buttons bear none (but the
# faces of a check-in, which are the answer).

## Roles and languages

common-role = { $role ->
    [coordinator] coordinator
    [lead] lead mentor
    [mentor] mentor
    [mentee] mentee
   *[stranger] guest
}
common-language = { $language ->
   *[ko] 한국어
    [en] English
}

## Buttons

common-button-cancel = Cancel
common-button-back = ← Back

## Answers anybody may get

# Something unexpected went wrong. $contact is a coordinator's name or address.
common-sorry =
    Sorry, something went wrong on our side. What was saved is still there, and we'll look into it.
    Please try again in a moment. If it still doesn't work, tell your coordinator: { $contact }
common-old-button =
    That button is from an earlier message and no longer works.
    See /help for what you can do now.
# $roles: the names of the roles that may, joined by commas
common-not-yours = Only these people can do this: { $roles }. See /help for what you can do.
common-private-only = This only works in a private chat with me. Tap my name to open one.
common-group-only = This only works in your mentoring group's chat. Please try again there.
common-unknown =
    I didn't understand that.
    See /help for what you can do here.
common-stranger =
    Hello, I'm Todak. I help the people taking part in a mentoring programme.
    If you are one of them, ask your office's coordinator for an invite link and tap it.
common-no-programme = You aren't in a programme right now. If that seems wrong, ask your office's coordinator.
common-nothing-changed = Nothing has changed.

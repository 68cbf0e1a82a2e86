### The first screen and the help

help-menu = Hello { $name }. What can I do for you?
help-private =
    <b>What you can do, { $name }</b>
    Tap a button below, or a command.

    { $parts }

    If you get stuck, just ask. Contact: { $contact }
help-part-group =
    <b>In your group's chat</b>
    { $lines }
help-group =
    <b>What you can do in this chat</b>
    { $lines }

    Everything else works in a private chat with me.
help-line = /{ $command } – { $what }
help-button-menu = Back to the start

### Descriptions in Telegram's list of commands. Keys are menu-<command>

menu-start = Back to the start
menu-help = What you can do here
menu-me = Your details and what is stored
menu-lang = Change the language · 언어
menu-group = See your group and its chat

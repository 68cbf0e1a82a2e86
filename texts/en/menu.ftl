### Descriptions in Telegram's list of commands. Keys are menu-<command>

menu-start = Back to the start
menu-help = What you can do here
menu-me = Your details and what is stored
menu-lang = Change the language · 언어
menu-group = See your group and its chat
menu-ask = Ask your group
menu-notice = Send a notice
menu-day = See or set mentoring days
menu-checkin = Answer your check-in
menu-summary = Write a meeting summary (mentors)
menu-roster = Send the roster, see who has registered
menu-match = Form groups and see the draft
menu-feedback = Give feedback or see how it stands
menu-report = See the numbers, get the Excel file

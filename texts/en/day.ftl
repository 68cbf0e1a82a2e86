### Mentoring days: setting them, changing them, reminders

## Cards and lists

# $decided: 1 once there is a place. $named: 1 if a person set it, 0 if the command line did.
day-card =
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
    { $named ->
        [0] Set by the coordinator.
       *[other] Set by { $by }.
    }
day-place =
    { $decided ->
        [0] Place: to be decided
       *[other] Place: { $place }
    }
day-line =
    • <b>{ WHEN($at) }</b>, { $decided ->
        [0] place to be decided
       *[other] { $place }
    }
day-list =
    Your coming mentoring days:
    { $days }
day-list-none = No mentoring day is planned yet.
day-next =
    Your next mentoring day:
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
day-none = No mentoring day is planned yet. A mentor can set one with /day in a private chat with me.
day-no-group = You aren't in a mentoring group yet. I'll tell you once you are.
day-mentors-only = Mentors set the mentoring days. To see what is planned, send just /day.
day-set-in-private = Mentoring days are set in a private chat with me. I'll announce it here.
day-look-private = I've written to you in our private chat. Please go on there.

## What is announced

day-announced =
    📅 A mentoring day has been set.
    { day-card }
day-moved =
    📅 The mentoring day has changed.
    <s>{ WHEN($before, year: 1) }</s>
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
    Changed by { $by }.
day-cancelled =
    📅 The mentoring day is cancelled.
    <s>{ WHEN($at, year: 1) }</s>
    Cancelled by { $by }. I'll tell you when there is a new date.
# $until: how many days from today
day-reminder =
    ⏰ { $until ->
        [0] Your mentoring day is today.
        [1] Your mentoring day is tomorrow.
       *[other] Your mentoring day is in { $until } days.
    }
    <b>{ WHEN($at) }</b>
    { day-place }

## Setting a day

day-ask-date =
    <b>{ day-month } { $year }</b>: choose a date.
    You can also type it, like “12/4 18:30 city hall”.
day-ask-date-holidays =
    { day-ask-date }

    Public holidays are marked with a star.
    { $holidays }
day-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
day-holiday = { DAY($at) } { $name }
day-ask-holiday =
    <b>{ DAY($at, year: 1) }</b>: { $name }
    It's a public holiday. Set the mentoring day for it anyway?
day-ask-time =
    <b>{ DAY($at, year: 1) }</b>: at what time?
    For another time, tap “Calendar” and type it, like “12/4 18:45 city hall”.
day-ask-place =
    <b>{ DAY($at, year: 1) }, { $clock }</b>: where will you meet?
    Type the place, in up to 100 characters.
day-ask-off =
    Cancel the mentoring day on <b>{ WHEN($at, year: 1) }</b>?
    If you cancel it, I'll tell your group and send no more reminders.

## What came of it

day-set =
    Done. I've told your group.
    { day-card }
day-reset =
    Changed. I've told your group.
    { day-card }
day-unchanged =
    Nothing has changed.
    { day-card }
day-overtaken =
    Another mentor changed it in the meantime. This is how it stands now:
    { day-card }
day-off = The mentoring day on <b>{ WHEN($at, year: 1) }</b> is cancelled. I've told your group.
day-left = Nothing has changed.
day-not-yours = That mentoring day belongs to another group, so you can't change it. See /day for yours.
day-closed-cancelled = The mentoring day on <b>{ WHEN($at, year: 1) }</b> has already been cancelled.
day-closed-held = The mentoring day on <b>{ WHEN($at, year: 1) }</b> has taken place and people have answered, so it can't be changed any more.

day-refused-unreadable =
    I couldn't read the date. Please type it like this:
    “12/4 18:30 city hall” or “2026-12-04 6:30 pm city hall”
day-refused-no-such-day = There is no such date in the calendar. Please check it.
day-refused-no-such-time = There is no such time on that day. Please check it.
day-refused-wrong-weekday = The date and the day of the week don't match. Please check them.
day-refused-long-place = A place can have up to 100 characters. Please send a shorter one.
day-refused-past = That time has passed. Please choose one that is still to come.
day-refused-too-far = That is more than a year away. Please check the year.
day-refused-clash =
    There is already a mentoring day at that time.
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }

## Buttons

day-button-open = 📅 Mentoring days
day-button-new = Set a new one
day-button-move = Change date or place
day-button-off = Cancel it
day-button-move-on = Change { DAY($at) }
day-button-off-on = Cancel { DAY($at) }
day-button-off-sure = Yes, cancel it
day-button-keep = No, keep it
day-button-anyway = Yes, on that day
day-button-calendar = Calendar
day-button-earlier = ← { day-month }
day-button-later = { day-month } →
day-button-date = { $number }
day-button-holiday = { $number }*
day-button-blank = ·
day-button-weekday =
    { $number ->
        [0] Su
        [1] Mo
        [2] Tu
        [3] We
        [4] Th
        [5] Fr
       *[6] Sa
    }
day-button-time = { $clock }
day-button-place-later = Decide the place later
day-button-same-place = Keep the place
day-button-place-only = Change only the place

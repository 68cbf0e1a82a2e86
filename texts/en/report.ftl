### The report: a programme in numbers, and as a spreadsheet

report-button-open = 📊 Report
report-button-file = Get it as Excel
report-none = There is no programme yet. Please send a roster first.
# Several lines in one message
report-lines = { $lines }
report-making = Making the Excel file. I'll send it when it's done.
report-failed = I couldn't make the Excel file. Please try again in a moment.
report-caption = The report as of { WHEN($at) }. It holds people's names and words: please keep it safe.
# Begins the file's name
report-file = report

## At a glance

report-head =
    📊 <b>{ $programme }</b>
    as of { WHEN($at) }
# $mean: " · average 4.3", or nothing
report-figures =
    <b>Participants</b>: { $registered } of { $people } registered
    Lead mentors { $leads_registered }/{ $leads } · mentors { $mentors_registered }/{ $mentors } · mentees { $mentees_registered }/{ $mentees }
    <b>Groups</b>: { $groups } · chats ready: { $chats_ready }
    <b>Mentoring days</b>: { $days_held } held · { $days_planned } to come · { $days_cancelled } cancelled
    <b>Check-ins</b>: { $checkins } of { $checkins_expected }{ $mean }
    <b>Summaries</b>: { $summaries } for { $days_held } days
    <b>Questions</b>: { $questions } · with an answer: { $questions_answered } · solved: { $questions_accepted }
    <b>Notices</b>: { $notices } · for { $notices_people } · reached { $notices_reached } · confirmed { $notices_confirmed }
report-mean = { " " }· average { NUMBER($mean, minimumFractionDigits: 1) }
report-feedback-none = <b>Feedback</b>: not started yet
report-feedback-open = <b>Feedback</b>: open · { $sheets } of { $people } took part
report-feedback-few = <b>Feedback</b>: { $sheets } took part. With fewer than { $least } answers no results are shown.
report-feedback-closed = <b>Feedback</b>: { $sheets } took part
report-feedback-topic = • { $what }: { NUMBER($mean, minimumFractionDigits: 1) }
report-topic-meetings = Met regularly
report-topic-work = Helped at work
report-topic-ease = At ease in the group
report-topic-recommend = Would recommend it
# $names: names, $more: how many are not named
report-silent =
    <b>Worth a friendly word</b>
    Their groups have met, and they haven't left anything with me yet. They may simply be busy, so ask gently.
    { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
report-silent-name = { $name } (Group { $group })

## Sheets of the file

report-sheet-summary = Summary
report-sheet-people = People
report-sheet-groups = Groups
report-sheet-days = Mentoring days
report-sheet-checkins = Check-ins
report-sheet-summaries = Meeting summaries
report-sheet-questions = Questions and answers
report-sheet-notices = Notices
report-sheet-feedback = Feedback
report-sheet-outbox = Messages

## Rows of the summary

report-figure-people = Participants
report-figure-registered = Participants registered
report-figure-leads = Lead mentors
report-figure-leads-registered = Lead mentors registered
report-figure-mentors = Mentors
report-figure-mentors-registered = Mentors registered
report-figure-mentees = Mentees
report-figure-mentees-registered = Mentees registered
report-figure-groups = Groups
report-figure-chats-ready = Chats ready
report-figure-days-planned = Mentoring days to come
report-figure-days-held = Mentoring days held
report-figure-days-cancelled = Mentoring days cancelled
report-figure-checkins = Check-ins
report-figure-checkins-expected = Check-ins asked for
report-figure-checkins-mean = Average check-in (of 5)
report-figure-summaries = Meeting summaries
report-figure-questions = Questions
report-figure-questions-answered = Questions with an answer
report-figure-questions-accepted = Questions solved
report-figure-notices = Notices
report-figure-notices-people = People a notice was for (per notice)
report-figure-notices-reached = People a notice reached (per notice)
report-figure-notices-confirmed = People who confirmed a notice (per notice)
report-sheets-handed-in = Feedback handed in
report-mean-of = Average feedback: { $what }

## Columns

report-column-what = What
report-column-number = Number
report-column-name = Name
report-column-role = Role
report-column-group = Group
report-column-department = Department
report-column-job-series = Job series
report-column-grade = Grade
report-column-registered-at = Registered
report-column-reachable = Reachable
report-column-checkins = Check-ins
report-column-questions = Questions (asked by name)
report-column-answers = Answers
report-column-summaries = Summaries
report-column-chat-state = Chat
report-column-starts-at = Met
report-column-place = Place
report-column-day-state = State
report-column-people = People
report-column-mean = Average check-in
report-column-summary-at = Summary written
report-column-score = Score
report-column-word = Note
report-column-tapped-at = Answered
report-column-body = Text
report-column-written-at = Written
report-column-asker = Asked by
report-column-question-state = State
report-column-asked-at = Asked
report-column-answer = Answer that solved it
report-column-answerer = Answered by
report-column-accepted-at = Solved
report-column-sent-at = Sent
report-column-audience = For
report-column-writer = Written by
report-column-reached = Reached
report-column-confirmed = Confirmed
report-column-closed-at = Ended
report-column-meetings = Met regularly
report-column-work = Helped at work
report-column-ease = At ease in the group
report-column-recommend = Would recommend it
report-column-id = Number
report-column-key = Key
report-column-method = Method
report-column-chat-id = Chat
report-column-person = Name
report-column-urgency = Urgency
report-column-tag = Tag
report-column-state = State
report-column-tries = Tries
report-column-trouble = Trouble
report-column-made-at = Made
report-column-due-at = Due
report-column-expires-at = Expires
report-column-settled-at = Settled

## Words in cells

report-chat-state = { $state ->
    [bound] being set up
    [ready] ready
   *[lost] not usable
}
report-day-state = { $state ->
    [held] held
    [planned] to come
   *[cancelled] cancelled
}
report-question-state = { $state ->
    [accepted] solved
   *[open] waiting for an answer
}
report-audience = { $audience ->
    [all] everyone
    [mentors] mentors
   *[mentees] mentees
}
report-reachable = { $answer ->
    [yes] yes
   *[no] no
}

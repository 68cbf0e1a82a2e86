### Check-ins: one tap on how a mentoring day went

checkin-ask =
    How was the mentoring day on <b>{ DAY($at) }</b>? One tap is enough.

    Only your coordinator sees the score and your note. Mentors only learn how many have answered.
checkin-again =
    May I ask once more how the mentoring day on <b>{ DAY($at) }</b> was? One tap, whenever it suits you.

    Only your coordinator sees the score and your note. Mentors only learn how many have answered.
checkin-thanks =
    Thank you for answering.
    { checkin-answer }
checkin-given =
    Your answer about the mentoring day on <b>{ DAY($at) }</b>:
    { checkin-answer }
# $worded: 1 if a note was left
checkin-answer =
    { $worded ->
        [0] <b>{ checkin-button-score }</b>
       *[other] <b>{ checkin-button-score }</b> “{ $word }”
    }
checkin-thanks-short = Thank you!
checkin-none = There is no check-in to answer now. I'll ask after your next mentoring day.
# $asked: how many of the group have registered
checkin-count = Mentoring day on <b>{ DAY($at) }</b>: { $answered } of { $asked } have answered.

checkin-word-ask =
    Write a note to your coordinator, up to 500 characters. Nobody else will see it.
checkin-word-long = That's a little long: a note may have { $limit } characters, and this has { $length }. Please send a shorter one.
checkin-word-kept = Thank you. Your coordinator will find your note in the report.
checkin-word-skipped = That's fine. Your answer is all that was needed.

checkin-closed-not-yours = That check-in belongs to another group, so you can't answer it.
checkin-closed-cancelled = The mentoring day on <b>{ DAY($at) }</b> was cancelled. There is nothing to answer.
checkin-closed-moved = The mentoring day was moved to <b>{ WHEN($at) }</b>. I'll ask you after that.
checkin-closed-not-yet = The mentoring day begins on <b>{ WHEN($at) }</b>. I'll ask you after that.
checkin-closed-over = The check-in for <b>{ DAY($at) }</b> has closed. Thank you for thinking of it.

checkin-button-open = 😊 Check-in
checkin-button-score =
    { $score ->
        [5] 😊 Very good
        [4] 🙂 Good
        [3] 😐 All right
        [2] 😕 Could be better
       *[1] 😥 Hard for me
    }
checkin-button-word = Add a note
checkin-button-change = Change my answer
checkin-button-skip = No note, thanks

### Feedback: what people say without a name as a programme ends

## Buttons

feedback-button-open = 📮 Feedback
# $mark: from 5 to 1
feedback-button-mark = { $mark ->
    [5] 5 · Very much
    [4] 4 · Rather
    [3] 3 · So-so
    [2] 2 · Not really
   *[1] 1 · Not at all
}
feedback-button-hand-in = Hand in without a comment
feedback-button-begin = Start feedback
feedback-button-begin-now = Yes, ask now
feedback-button-end = End feedback
feedback-button-end-now = Yes, end it
feedback-button-state = See who has taken part
feedback-button-answer = Give my own answers

## What is asked. Marks go from 1 (not at all) to 5 (very much)

feedback-topic-meetings = Our group met regularly.
feedback-topic-work = The mentoring helped me at work.
feedback-topic-ease = I felt at ease talking with my group.
feedback-topic-recommend = I'd recommend this programme to a colleague.
# Question $number of $of
feedback-question =
    <b>{ $number }/{ $of }</b>
    <b>{ $says }</b>
feedback-first =
    📮 Thank you for taking part in <b>{ $programme }</b>. How was it for you? One tap for each question, a minute in all.

    Answers are collected without names. Nobody can tell who answered what, not even the coordinator; only that you took part is kept. Results can be seen once the feedback has ended, without names, and only if five or more people answered.

    { $question }
# The first time and as a reminder. $lines: feedback-first
feedback-ask-first = { $lines }
feedback-ask-again =
    We haven't had your feedback yet. A minute of your time would help the next programme a lot. I won't ask again.

    { $lines }
feedback-word =
    📮 One last thing: what was good, what could be better? Please write it <b>in one message</b>. Sending it hands everything in.

    The coordinator reads it as it is, beside your marks, so please leave out anything that shows who you are or who others are.
feedback-too-long =
    That's a little long: there is room for { $limit } characters, and this has { $length }.
    Please shorten it and send it again.
feedback-thanks =
    ✅ Handed in. Thank you for your honest words!

    Your answers are stored without your name. You may delete what you wrote from this chat.

## When there is nothing to answer

feedback-none = There is no feedback round at the moment. I'll tell you here when one starts.
feedback-stands-answered = You have taken part already, thank you! Because no names are kept, answers can't be changed once they are handed in.
feedback-stands-closed = This feedback round has ended. Thank you for thinking of it. If there is something you'd like to say, please tell your coordinator.
feedback-stands-not-yours = This feedback belongs to a programme you aren't in. See /help for what you can do.

## For the coordinator

# Several lines in one message
feedback-lines = { $lines }
feedback-no-programme = There is no programme yet. Please send a roster first.
feedback-state-none =
    📮 Feedback on <b>{ $programme }</b> hasn't started.

    Start it when the programme ends: every registered participant is asked four things, one tap each, and may add a comment. No names are kept, and those who don't answer are reminded once.
feedback-state-open =
    📮 Feedback on <b>{ $programme }</b> has been open since { DAY($since) }.

    <b>{ $sheets }</b> of { $people } registered participants took part.
    You'll see the results once it has ended: if they were shown now, whoever looks before and after one more answer could guess whose it is.
feedback-state-closed = 📮 Feedback on <b>{ $programme }</b> ended on { DAY($on) }.
feedback-results = { $sheets ->
        [one] 1 person
       *[other] { $sheets } people
    } answered. You'll find the comments in the report's Excel file.
# $mean: the average, $counts: how many people per mark
feedback-result =
    • { $says } <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b>
       { $counts }
feedback-too-few = { $sheets ->
        [0] Nobody
        [one] 1 person
       *[other] { $sheets } people
    } answered. With fewer than { $least } answers one could guess whose they are, so no results are shown.
feedback-confirm-begin =
    Start the feedback on <b>{ $programme }</b>?

    { $people ->
        [one] 1 registered participant is
       *[other] { $people } registered participants are
    } asked now. Whoever registers later can take part with /feedback.
feedback-begun = ✅ Asking { $asked ->
        [one] 1 person
       *[other] { $asked } people
    }. Those who don't answer will be reminded once.
feedback-nobody = Nobody has registered yet, so there is nobody to ask. Please start it again when somebody has.
feedback-confirm-end =
    End the feedback? { $sheets ->
        [0] Nobody has
        [one] 1 person has
       *[other] { $sheets } people have
    } taken part so far.

    No more answers are taken then, and it can't be opened again. A new round would ask everybody from the beginning.

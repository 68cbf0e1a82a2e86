### The question desk: asked in the group, answered by replying, accepted by the one who asked

## Buttons

question-button-ask = ❓ Ask my group
question-button-named = Post with my name
question-button-unnamed = Post without my name
question-button-accept = This solved it
question-button-answers = Show answers to { $number }

## In the group's chat

# What $who stands for
question-who = { $name }
question-who-unnamed = someone in this group
question-card =
    ❓ <b>A question from { $who }</b>

    <blockquote>{ $body }</blockquote>

    If you know the answer, please <b>reply</b> to this message.
question-card-solved =
    ✅ <b>Solved: a question from { $who }</b>

    <blockquote>{ $body }</blockquote>

    <b>Answer from { $giver }</b>
    <blockquote>{ $answer }</blockquote>
question-how =
    Write your question right after /ask.
    For example: <code>/ask Where do I file a travel request?</code>

    You can also reply with /ask to a message you have already written.
    If you'd rather not ask here, send me /ask in our private chat.
question-answered =
    💡 Your answer has been noted. Thank you!
    If this solves it, the person who asked can tap the button below.
question-closed = This question is already solved, so your reply was not noted.
question-outsider = This reply was not noted. Only replies from this group's mentors and mentees are.
question-other-group =
    This is another group's chat.
    Please ask in your own group's chat or in our private chat.

## To the one who pressed a button

question-not-yours = Only the person who asked can press this.
question-accepted = Glad that's solved!
question-solved-otherwise = Another answer has already solved this question.

## In the private chat

question-answer =
    💡 <b>{ $giver } has answered</b>
    Question: { $question }

    <blockquote>{ $answer }</blockquote>
question-thanks =
    ✅ Your answer solved the question. Thank you!

    <blockquote>{ $question }</blockquote>
question-write =
    What would you like to know? Please write it in one message.
    I'll show it to you once more before it is posted.
question-preview =
    Shall I post this question in your group?

    <blockquote>{ $body }</blockquote>

    Without your name, neither the group nor the coordinators' list of questions shows who asked. I do keep who asked, to bring you the answers, so whoever runs the system could look it up. In a small group somebody may also guess.
    To change the question, just write it again.
question-too-long =
    That's a little long: a question may have { $limit } characters, and this has { $units }.
    Please shorten it and send it again.
question-put-up =
    Posted in your group. I'll bring you the answers here.

    <blockquote>{ $body }</blockquote>
question-put-up-unnamed =
    Posted in your group without your name. I'll bring you the answers here.

    <blockquote>{ $body }</blockquote>
question-left = Nothing was posted. Ask whenever you like.
question-not-posted =
    I couldn't post your question: I can't write in your group's chat at the moment.
    Please tell your lead mentor or a coordinator, and ask again later.

    <blockquote>{ $question }</blockquote>
question-no-group = You aren't in a group yet. I'll tell you when you are.
question-no-chat =
    Your group's chat isn't ready yet.
    You can ask as soon as your lead mentor has opened it.
question-none =
    None of your questions is waiting for an answer.
    Write one after /ask in your group's chat, or use the button below.
question-open =
    <b>Your open questions</b>

    { $lines }
question-line = { $number }. { $body } ({ DAY($at) }, { $answers ->
        [0] no answers yet
        [one] 1 answer
       *[other] { $answers } answers
    })

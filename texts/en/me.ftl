### A person's own details and language

me-button-open = 👤 My details
me-all =
    <b>Your details</b>
    { $profile }
    Language: { common-language }

    <b>What you have given me so far</b>
    { $kept }

    <b>Who can see it</b>
    Only the coordinators at { $office } can see all of it. If you ask without your name, not even they see it was you.
    The people in your group can see your name, role, department, job series and grade, interests you share with them, what you ask and answer in the group, and meeting summaries.
    As for feedback, only that you gave it is known, not which answers are yours.

    It is stored only on a computer that your office runs itself. Of the group's chat, only questions and their answers are stored.
    If you want to stop, or to have it deleted, tell your coordinator. Contact: { $contact }
me-kept-nothing = Nothing yet.
me-kept-checkins =
    { $count ->
        [one] 1 check-in
       *[other] { $count } check-ins
    }
me-kept-questions =
    { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
me-kept-answers =
    { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
me-kept-summaries =
    { $count ->
        [one] 1 meeting summary
       *[other] { $count } meeting summaries
    }
me-kept-notices =
    { $count ->
        [one] 1 notice received
       *[other] { $count } notices received
    }
me-kept-feedback =
    { $count ->
        [one] feedback given once
       *[other] feedback given { $count } times
    }
me-agreed = Agreed on { DAY($on, year: 1) }
me-button-language = Language · 언어
me-button-amiss = Something is wrong
me-lang-which =
    Which language shall I speak?
    어떤 언어로 말씀드릴까요?
me-button-ko = 한국어
me-button-en = English
me-lang-set = From now on I'll speak English with you. In group chats I speak your office's language.

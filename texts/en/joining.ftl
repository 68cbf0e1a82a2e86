### From an invite link to being registered

## Consent

# $until: how long the link can be used. When this changes, count on CONSENT in rules/joining.py.
joining-consent =
    Hello { $name }, it's good to meet you! I'm <b>Todak</b>, and I help with the mentoring at { $office }.
    Before we start: this is what is stored, and who can see it.

    <b>What is stored</b>
    • What your office's roster says: name, role, department, job series, grade, date of birth, date of appointment, interests
    • Your Telegram account number and your language
    • What you hand to me yourself: check-ins, questions and the answers you reply to them, meeting summaries, feedback
    • Whether you got and confirmed a notice, and whether you are in your group's chat
    Nothing else you say in the chats is stored, nor is your phone number.

    <b>Who can see it</b>
    • The coordinators at { $office }
    • The people in your group: your name, role, department, job series and grade, interests you share with them, what you ask and answer in the group, and meeting summaries
    Only the coordinators see check-in scores and notes. If you ask without your name, not even they see it was you.
    Feedback is kept apart, so that nobody can tell who wrote it.

    <b>Where, and how long</b>
    Only on a computer that your office runs itself, until the office deletes it after the programme.
    Messages travel through Telegram, so please don't write official documents or anything sensitive.

    <b>It's your choice</b>
    If you don't agree, you just can't use me; you can talk with your coordinator about taking part another way.
    You can ask your coordinator at any time to stop, or to have your data deleted.

    If you are not { $name }, please tap nothing and tell the coordinator.
    Contact: { $contact }
joining-button-agree = I agree
joining-button-decline = I don't agree
joining-button-again = Read it again
joining-button-ko = 한국어로 보기
joining-button-en = Read in English
# Somebody wrote instead of tapping
joining-pick-a-button =
    Please read the message above and choose with its buttons.
    If you can't see them, tap your invite link again.
joining-declined =
    That's fine. Your account was not linked; I only noted that you did not agree.
    If you have worries or questions, just ask. Contact: { $contact }

    If you change your mind, use the button below or the same link until { DAY($until) }.

## Links that can't be used

joining-refused-mine = You're already in as { $name }. There's no need to tap the invite link again.
joining-refused-not-mine =
    This invite was made for somebody else. You're in as { $name } already, so you can't use it.
    If you got this link by mistake, please tell your coordinator. Contact: { $contact }
joining-refused-unknown =
    I don't know this invite link. It may have been cut off: please tap the link exactly as you got it.
    If that doesn't help, ask your coordinator for a new one. Contact: { $contact }
joining-refused-used =
    This invite link has already been used. Each link works only once.
    If it wasn't you, please tell your coordinator. Contact: { $contact }
joining-refused-expired =
    This invite link has expired.
    Please ask your coordinator for a new one. Contact: { $contact }

## Checking the profile

joining-profile =
    Thank you for agreeing. You're nearly there!
    This is what the roster says. Is it right?

    { $profile }
joining-button-right = Yes, that's right
joining-button-amiss = Something is wrong
joining-amiss-asked =
    Thank you for telling me. Your coordinator knows now, and your registration is fine.
    If you write in one message what is different, I'll pass it on as it is.
    For example: I now work in the welfare policy division.
joining-amiss-nobody =
    Thank you for telling me. Your registration is fine.
    No coordinator is here yet for me to tell, though: please pass it on yourself. Contact: { $contact }
joining-button-skip = I'd rather not write
joining-note-long = That's a bit long, so I haven't passed it on. Please send it again in at most { $most } characters.
joining-note-passed = I've passed it on to your coordinator. Thank you!
# To the coordinators
joining-amiss-told =
    { $name } says that something in their details is wrong.
    If they write what it is, I'll pass it on.

    { $profile }
joining-note-told =
    { $name } wrote this about their details.
    <blockquote>{ $note }</blockquote>

## Welcome

joining-welcome =
    You're registered, { $name }. It's good to have you here!

    { $next }
joining-next-coordinator = Send the participants' roster (a spreadsheet) to this chat, and I'll help you from the invites to the report.
joining-next-lead =
    As soon as the groups are settled, I'll tell you here. You can then open your group's chat with one button.
    Until then there's nothing you need to do.
joining-next-mentor =
    As soon as the groups are settled, I'll tell you here.
    Until then there's nothing you need to do.
joining-next-mentee =
    As soon as the groups are settled, I'll tell you here who your mentors are.
    Until then there's nothing you need to do.
joining-grouped = You're in group { $number } already. See /group for the people in it and its chat.
# No programme is open now
joining-next-stranger = You aren't in a programme right now. When you're put into a group in a new one, I'll tell you here.

## The file of invite links (coordinators)

joining-button-links = 🔗 Get the invite links
joining-links-caption =
    { $count ->
        [one] The invite link of 1 person who isn't in yet.
       *[other] The invite links of { $count } people who aren't in yet.
    } They can be used until { DAY($until) }.
    Each link belongs to one person and works once: please give it to nobody else.
    Links you got earlier still work until their own date.
joining-links-none = There's nobody to invite now. Everybody on the roster is in already.
joining-links-no-roster = There is no roster yet. Please send one first, with /roster.
joining-links-file = invite-links
joining-column-name = name
joining-column-role = role
joining-column-department = department
joining-column-link = link

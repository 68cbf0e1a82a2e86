### Notices: a coordinator tells many people something and sees who read it

## Buttons

notice-button-begin = 📢 Send a notice
notice-button-to-all = To everyone ({ $number })
notice-button-to-mentors = To the mentors ({ $number })
notice-button-to-mentees = To the mentees ({ $number })
notice-button-latest = 📢 { $beginning }
notice-button-send = Send to { $number }
notice-button-change = Rewrite
notice-button-confirm = I've read it
notice-button-confirmed = ✅ I've read it
notice-button-refresh = Refresh
notice-button-names = Show all names
notice-button-rest = Send to { $number } now reachable

## To the recipients

notice-frame =
    📢 <b>Notice: { $title }</b>

    { $body }
notice-confirmed = Thank you for confirming.
notice-confirmed-before = You have already confirmed this notice.
notice-only-preview = This is a preview. When a recipient taps this button, it confirms that they have read it.

## To the coordinator: writing and sending

notice-audience = { $audience ->
    [mentors] mentors
    [mentees] mentees
   *[all] everyone
}
notice-whom =
    <b>Who is the notice for?</b>
    Before it goes out you will see how it looks and how many people get it.
notice-write =
    <b>For: { notice-audience }</b>
    Please write the notice in one message, up to { $limit } characters.
notice-too-long =
    That's a little long: a notice may have { $limit } characters, and this has { $units }.
    Please shorten it and send it again.
notice-empty = There is no text. Please write the notice and send it.
notice-not-now = You can't send a notice right now: either no programme is running or you aren't a coordinator.
notice-nobody = There is nobody to send this notice to yet. Please check the roster first.
notice-preview =
    This is how it will look.

    For: { notice-audience }, { $everybody }
    Can be reached now: <b>{ $ready }</b>{ $not_yet ->
        [0] {""}
       *[other] {""}
        Can't be reached yet: { $not_yet } (not registered, or blocked Todak)
    }
notice-sent = The notice is on its way.
notice-already-sent = This notice has already been sent.
notice-dropped = Nothing was sent.

## To the coordinator: who read it

notice-card = { $text }
notice-progress =
    📢 <b>Notice sent</b>
    <i>{ $beginning }</i>

    For: { notice-audience }, { $everybody }
    Delivered { $got_it }, on the way { $waiting }, not reached { $missed }
    Confirmed { $confirmed }, not yet { $unconfirmed }
    (as of { WHEN($at) })

    { $names }
notice-unconfirmed = <b>Not confirmed yet ({ $number })</b>: { $names }
notice-why-not-started = <b>Not registered yet ({ $number })</b>: { $names }
notice-why-blocked = <b>Blocked Todak ({ $number })</b>: { $names }
notice-why-deactivated = <b>Left Telegram ({ $number })</b>: { $names }
notice-why-later = <b>Out of reach then, reachable now ({ $number })</b>: { $names }
notice-why-other = <b>Could not be delivered ({ $number })</b>: { $names }
notice-name = { $name } ({ $department })
notice-and-more = { $names } and { $more } more
notice-rest-sent = Sent to { $number }.

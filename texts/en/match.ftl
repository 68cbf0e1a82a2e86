### Groups: formed from the roster, looked at as a draft, approved and told to everybody

match-button-open = 🧩 Groups
match-button-roster = 📋 See the roster
match-button-form = Form groups
match-button-groups = Look at each group
match-button-file = Get it as a file
match-button-approve = Approve
match-button-sure = Yes, approve and tell everybody
match-button-again = Try another way
match-button-drop = Drop the draft
match-button-before = ← Group { $number }
match-button-after = Group { $number } →
match-button-whole = ↑ All groups
match-button-chat = 💬 Open the group's chat
match-button-mine = 👥 See my group

## Before

match-no-roster = There must be a roster before groups can be formed.
match-offer =
    🧩 Lead mentors { $leads } · mentors { $mentors } · mentees { $mentees }: that makes <b>{ $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }</b>.

    I look at job series, department, age and interests. People who haven't registered yet are part of it.
    You'll see a draft first; nobody is told before you approve.
match-settled = { $count ->
    [one] 1 group has
   *[other] { $count } groups have
} been formed already.
match-working = 🧩 Forming groups. This usually takes a few seconds; I'll send you the draft.
match-under-way = I'm already forming them and will send you the draft.
match-failed = Something went wrong while forming groups. Please try again; if it still doesn't work, tell { $contact }

match-impossible-no-mentors = There is no mentor on the roster, so no group can be formed. Please add mentors.
match-impossible-no-mentees = There is no mentee on the roster, so no group can be formed. Please add mentees.
match-impossible-more-groups-than-mentees = This roster makes { $groups } groups but has only { $mentees ->
    [one] 1 mentee
   *[other] { $mentees } mentees
}, and each group needs one. Please check the roster.
match-impossible-repeated-person = Somebody is on the roster twice, so no groups can be formed. Please check it.

## The draft

match-draft =
    🧩 <b>Draft</b>: { $people } people in { $count ->
        [one] 1 group
       *[other] { $count } groups
    }.

    { $worth }

    { $rows }

    Page through the groups to see each person's reasons. Nobody has been told yet.
match-approved =
    🧩 <b>The groups</b>: { $people } people in { $count ->
        [one] 1 group
       *[other] { $count } groups
    }.

    { $worth }

    { $rows }
# All out of 100. $random: the average of random groups, $bound: what no grouping can exceed
match-worth =
    <b>{ $value } points</b> · random groups average { $random }, and no grouping can exceed { $bound } (a gap of { $gap }%).
match-part = – { $part }: { $value }
match-part-job-series = a mentor of the same job series
match-part-other-department = mentors from other departments
match-part-mixed = mentees from different departments
match-part-age = mentees close in age
match-part-interests = shared interests
match-out-of-time = Found within the time allowed; with more time it might get a little better.
# $guides: the mentors' names
match-row = Group { $number }: { $guides } + { $mentees ->
    [one] 1 mentee
   *[other] { $mentees } mentees
}
match-leaf =
    🧩 <b>Group { $number }</b> (of { $count }) · { $value } points

    { $people }
match-card = <b>{ $name }</b> · { $role }
match-card-known = <b>{ $name }</b> · { $role } · { $about }
match-more-people = … the rest is in the file.
match-reason = – { $reason }
match-and-more = { $shown } and more

## Reasons for the coordinator

match-reason-same-job-series = same job series as { $names }
match-reason-other-department = { $role ->
    [mentee] mentors from other departments
   *[other] mentees from other departments
}
match-reason-mixed-departments = mentees all from different departments
match-reason-close-in-age = { $years ->
    [0] mentees all born in the same year
    [one] mentees at most 1 year apart
   *[other] mentees at most { $years } years apart
}
match-reason-shared-interests = shares interests with { $names }: { $interests }
match-reason-no-mentor-of-series = ⚠️ no mentor of the same job series
match-reason-same-department = ⚠️ same department as { $names }

## The file

match-file = { $count ->
    [one] 1 group
   *[other] { $count } groups
} with everybody in them.
match-file-name = groups.csv
match-heading-group = Group
match-heading-role = Role
match-heading-name = Name
match-heading-department = Department
match-heading-series = Job series
match-heading-grade = Grade
match-heading-reasons = Reasons

## Approval

match-sure =
    Approve { $groups ->
        [one] this group
       *[other] these { $groups } groups
    }?

    Everybody who has registered is told right away, the others when they register. This can't be taken back.
match-done =
    ✅ Approved: { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }, { $people } people.

    Those who have registered are being told now. { $waiting ->
        [0] That is everybody.
        [one] 1 person hasn't registered yet and will hear on registering.
       *[other] { $waiting } people haven't registered yet and will hear on registering.
    }
match-not-gone = This draft can't be used any more. See /match for how things stand.
match-not-done = This draft has been approved already. Everybody has been told; there is nothing left to do.
match-not-settled = The groups have been approved already and can't be formed again. See /match for them.
match-not-stale = The roster has changed since this draft was made. Please form groups again with “Try another way”, then approve.
match-dropped = The draft is gone. You can form groups again any time.
match-old = This draft can't be used any more. See /match for how things stand.

## To everybody

# $why: reasons, $next: what comes next
match-told =
    🧩 { $name }, your mentoring group has been formed:
    <b>{ $programme }, group { $number }</b>

    { $people }

    <b>Why this group</b>
    { $why }

    { $next }
match-next-opens = Now please open the group's chat. The button below takes you through it step by step.
match-next-waits = As soon as the group's chat is open I'll send you the button to get in.
match-why-same-job-series = – You share a job series with { $names }.
match-why-other-department = { $role ->
    [mentee] – Your mentors work in other departments, so you can speak freely.
   *[other] – Your mentees work in other departments, so they can speak freely.
}
match-why-mixed-departments = – The mentees come from different departments.
match-why-close-in-age = – The mentees are close in age.
match-why-shared-interests = – You share interests with { $names }: { $interests }
match-why-none = – Each group brings different people together evenly.

### The roster: a coordinator sends it as a file and sees who has registered

roster-button-open = 📋 Roster
roster-button-file = Send a roster file
roster-button-links = 🔗 Get invite links
roster-button-match = 🧩 Form groups
# $count: how many people are new
roster-button-import = Add { $count } { $count ->
        [one] person
       *[other] people
    }
roster-button-name = Change the programme's name
roster-button-cancel = Cancel

## How it stands

roster-state =
    📋 The roster of <b>{ $programme }</b>: { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $registered } registered.

    { $roles }
# $role: the role's name
roster-state-role = { $role }: { $people }, { $registered } registered, { $missing } not yet
roster-empty =
    There is no roster yet.

    { roster-how }
roster-how =
    Send the list your personnel team uses, just as it is, to this chat: an Excel (.xlsx) or CSV file.
    It needs the columns <b>name</b> and <b>role</b> (lead mentor, mentor, mentee). With department, job series, grade, birth date, appointment date and interests the groups get better. A file may have up to 5 MB and 20,000 rows.

    You'll see what I understood first. Nobody is added before you confirm.

## While the file is read

roster-reading = 📋 Reading the file. One moment, please.
roster-failed = I couldn't fetch the file from Telegram. Please send it again in a moment.

roster-refused-empty = The file is empty. Please check that it holds the roster and send it again.
roster-refused-too-big = The file is too big: I can read up to 5 MB. Please take pictures and other sheets out and send it again.
roster-refused-too-many-rows = The file has too many rows: I can read up to 20,000. Please send it in parts.
roster-refused-encrypted = The file is locked with a password. Please unlock it and send it again.
roster-refused-other-format = I can't read this format. Please use “Save as” in Excel, choose .xlsx and send it again.
roster-refused-broken = The file is damaged. Please open it in Excel, save it again and send it.
roster-refused-not-a-sheet = I can't read this file as a roster. Please send an Excel (.xlsx) or CSV file.
# $columns: names of the columns that were not found
roster-missing =
    I couldn't find these columns in the heading row: <b>{ $columns }</b>
    Please check the headings and send the file again.

## What was read

# $file: the file's name, $columns: names of the columns that were understood
roster-summary =
    📋 I've read <b>{ $file }</b>.

    Lead mentors { $leads } · mentors { $mentors } · mentees { $mentees }
    New: <b>{ $new }</b> · already on the roster: { $known }
    Columns I understood: { $columns }
roster-summary-problems = ⚠️ { $count ->
        [one] 1 row can't be added. See the list above, correct it in the file and send it again: only that row will be added.
       *[other] { $count } rows can't be added. See the list above, correct them in the file and send it again: only those rows will be added.
    }
roster-summary-programme = Programme: <b>{ $programme }</b>
roster-summary-new-programme = New programme: <b>{ $programme }</b>
roster-summary-grouped = The groups have been formed already, so those who are new have no group yet.
roster-summary-nobody = Nobody is new.
# Several lines in one message
roster-lines = { $lines }
roster-problems = <b>Rows that can't be added</b>
# $line: the row's number, $reason: why
roster-line = Row { $line }: { $reason }
roster-line-value = Row { $line }: { $reason } ({ $value })
roster-problems-more = … the rest follows as a file.
roster-problems-file = { $count ->
        [one] 1 row that can't be added.
       *[other] { $count } rows that can't be added.
    }
roster-problems-file-name = rows to check.csv
roster-problems-heading-line = Row
roster-problems-heading-reason = Reason
roster-problems-heading-value = What it says

## What is wrong with a row. $column: the column's name, $earlier: the row that came first

roster-problem-no-name = there is no name
roster-problem-name-too-long = the name is too long
roster-problem-no-role = there is no role
roster-problem-unknown-role = the role is unknown
roster-problem-value-too-long = “{ $column }” is too long
roster-problem-formula = “{ $column }” is a formula; please put its value there
roster-problem-error-value = “{ $column }” holds a formula error
roster-problem-unreadable-date = “{ $column }” can't be read as a date
roster-problem-ambiguous-date = “{ $column }” can be read as two dates; please write it like 1999-03-05
roster-problem-date-in-future = “{ $column }” is in the future
roster-problem-impossible-date = “{ $column }” is a date that can't be right
roster-problem-appointed-before-birth = the appointment date is before the birth date
roster-problem-twice = the same person as in row { $earlier }

roster-column = { $column ->
    [number] number
    [role] role
    [name] name
    [department] department
    [job_series] job series
    [grade] grade
    [born_on] birth date
    [appointed_on] appointment date
   *[interests] interests
}

## Adding

roster-done =
    ✅ { $count ->
        [one] 1 person has
       *[other] { $count } people have
    } been added to <b>{ $programme }</b>.

    Now get the invite links and give each person theirs. Whoever opens it and agrees is registered.
roster-done-match = Groups can be formed right away, without waiting for everybody to register.
roster-cancelled = Nobody was added, and what I had read is deleted.
roster-gone = This roster has been dealt with already, or was deleted after a day. Please send the file again.

## The programme's name

roster-ask-name = Please type the programme's name, up to 60 characters.
roster-ask-other-name = “{ $programme }” has ended already. Please type a name for the new programme.
roster-name-wrong = A name has 1 to 60 characters. Please type it again.

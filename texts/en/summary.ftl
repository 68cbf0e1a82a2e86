### Meeting summaries: a few sentences on a mentoring day

summary-ask =
    Please write a short summary of the mentoring day on <b>{ DAY($at) }</b>: two or three sentences on what you did and talked about.
    One mentor's summary is enough. Your group and the coordinator will see it.
summary-ask-again =
    There is no summary yet of the mentoring day on <b>{ DAY($at) }</b>. Two or three sentences will do, whenever it suits you.
    One mentor's summary is enough. Your group and the coordinator will see it.
summary-write =
    Send the summary of the mentoring day on <b>{ DAY($at) }</b> as one message, of up to 2000 characters.
    It can wait: /summary brings you back here.
summary-there =
    The summary of the mentoring day on <b>{ DAY($at) }</b>, written by { $by } on { WHEN($written) }:

    { $body }
summary-none = There is no mentoring day to write about yet. I'll tell you after the next one.
summary-long = That's a little long: a summary may have { $limit } characters, and this has { $length }. Please send a shorter one.
summary-kept = Thank you for the summary. I've shown it to your group.
summary-overtaken =
    { $by } has written a summary in the meantime.

    { $body }

    Replace it with yours?
summary-left = All right. You can write it later with /summary.

summary-post =
    📝 Summary of the mentoring day on <b>{ DAY($at) }</b>, by { $by }

    { $body }
summary-post-again =
    📝 { $by } has rewritten the summary of the mentoring day on <b>{ DAY($at) }</b>.

    { $body }

summary-closed-not-yours = That summary belongs to another group, so you can't write it.
summary-closed-cancelled = The mentoring day on <b>{ DAY($at) }</b> was cancelled. There is nothing to write.
summary-closed-moved = The mentoring day was moved to <b>{ WHEN($at) }</b>. I'll ask you after that.
summary-closed-not-yet = The mentoring day begins on <b>{ WHEN($at) }</b>. I'll ask you after that.

summary-button-open = 📝 Summary
summary-button-write = Write the summary
summary-button-again = Rewrite it
summary-button-replace = Yes, replace it with mine

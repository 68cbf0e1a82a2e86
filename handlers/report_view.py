"""The report as a message: the programme's numbers at a glance."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from handlers.desk import Desk
from rules.feedback import LEAST, Results, Round, Why, Withheld, results
from rules.programme import Programme
from rules.report import Figures, Silent, shown
from storage import feedback
from storage.reports import Scope, figures, silent
from texts.escape import Markup, join
from texts.words import Words

NAMED = 20
"""People who are named in chat; all of them can be found in the file."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a programme at a moment."""

    programme: Programme
    figures: Figures
    silent: Sequence[Silent]
    round: Round | None
    feedback: Results | Withheld | None


async def gather(desk: Desk, programme: Programme) -> Report:
    """Count everything, in the present."""
    scope = Scope(programme.id, desk.now)
    found = await feedback.latest(desk.db, programme.id)
    came = results(found, await feedback.tally(desk.db, found.id)) if found else None
    quiet = await silent(desk.db, scope)
    return Report(programme, await figures(desk.db, scope), quiet, found, came)


def report_text(desk: Desk, spoken: Words, report: Report) -> Markup:
    """The report in words."""
    head = spoken.html("report-head", programme=report.programme.name, at=desk.now)
    numbers = asdict(report.figures)
    mean = numbers.pop("checkins_mean")
    body = spoken.html("report-figures", **numbers, mean=_mean(spoken, mean))
    parts = [head, body, join(_feedback(spoken, report)), *_silent(spoken, report.silent)]
    return join(parts, by="\n\n")


def _mean(spoken: Words, mean: float | None) -> str:
    return spoken.plain("report-mean", mean=round(mean, 1)) if mean is not None else ""


def _feedback(spoken: Words, report: Report) -> Iterator[Markup]:
    match report.feedback:
        case None:
            yield spoken.html("report-feedback-none")
        case Withheld(sheets, Why.OPEN):
            people = report.figures.registered
            yield spoken.html("report-feedback-open", sheets=sheets, people=people)
        case Withheld(sheets, _):
            yield spoken.html("report-feedback-few", sheets=sheets, least=LEAST)
        case Results(sheets, topics):
            yield spoken.html("report-feedback-closed", sheets=sheets)
            for each in topics:
                what = spoken.plain(f"report-topic-{each.topic}")
                yield spoken.html("report-feedback-topic", what=what, mean=round(each.mean, 1))


def _silent(spoken: Words, everybody: Sequence[Silent]) -> Iterator[Markup]:
    if not everybody:
        return
    named, more = shown(everybody, NAMED)
    names = join(
        (spoken.html("report-silent-name", group=each.group, name=each.name) for each in named),
        by=", ",
    )
    yield spoken.html("report-silent", names=names, more=more)

"""What can be done with a roster, in chat and from the command line alike."""

from dataclasses import dataclass

from handlers.desk import Desk
from rules.programme import Programme, Stage
from rules.roster_enrolment import Enrolment, Imported, NotImported, enrolment
from rules.roster_proposal import Proposal
from storage import groups, members, offices


@dataclass(frozen=True, slots=True)
class Sight:
    """What an import would do. `programme` is None where a new one would be opened."""

    programme: Programme | None
    name: str
    enrolment: Enrolment
    grouped: bool

    @property
    def outcome(self) -> Imported:
        """What there is to say of it, before or after."""
        came, stay = len(self.enrolment.newcomers), len(self.enrolment.known)
        return Imported(self.name, came, stay, self.programme is None, self.grouped)


async def look(desk: Desk, proposal: Proposal, name: str | None = None) -> Sight | NotImported:
    """Hold a proposal against the present, and change nothing.

    It goes into the programme called `name`; without one into the office's current programme, or
    into a new one with the name the proposal suggests.
    """
    wanted = name or proposal.programme
    programme = None if name else await _current(desk)
    programme = programme or await offices.named(desk.db, desk.office.id, wanted)
    if programme and programme.stage is Stage.CLOSED:
        return NotImported.CLOSED
    enrolled = await members.enrolled(desk.db, desk.office.id)
    if programme is None:
        return Sight(None, wanted, enrolment(enrolled, None, proposal.people), grouped=False)
    found = enrolment(enrolled, programme.id, proposal.people)
    return Sight(programme, programme.name, found, await groups.exist(desk.db, programme.id))


async def enrol(desk: Desk, proposal: Proposal, name: str | None = None) -> Imported | NotImported:
    """Give everybody of a proposal who is new a place, see `look`. Nobody comes in twice."""
    sight = await look(desk, proposal, name)
    if isinstance(sight, NotImported):
        return sight
    opened = await offices.ensure_programme(desk.db, desk.office.id, sight.name, desk.now)
    place = (desk.office.id, opened.id)
    newcomers, language = sight.enrolment.newcomers, desk.office.language
    await members.enrol(desk.db, place, newcomers, language, desk.now)
    return sight.outcome


async def _current(desk: Desk) -> Programme | None:
    current = await offices.current(desk.db, desk.office.id)
    return current if current and current.stage is not Stage.CLOSED else None

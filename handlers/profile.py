"""Who somebody is, in a few lines: shown when they join and whenever they ask."""

from collections.abc import Iterator

from handlers.turn import Cast
from rules.programme import Member, Office, Post
from texts.escape import Markup, join
from texts.words import Words


def post_of(cast: Cast) -> Post:
    """The one post a person is called by: their place in the programme before all else."""
    if cast.member:
        return Post(cast.member.role.value)
    return Post.COORDINATOR if Post.COORDINATOR in cast.posts else Post.STRANGER


def profile(spoken: Words, office: Office, cast: Cast) -> Markup:
    """What is known of a person; lines about which nothing is known are left out."""
    return join(_lines(spoken, office, cast))


def _lines(spoken: Words, office: Office, cast: Cast) -> Iterator[Markup]:
    if cast.person:
        yield spoken.html("profile-name", name=cast.person.name)
    yield spoken.html("profile-role", role=post_of(cast), office=office.name)
    if cast.member and cast.programme:
        yield spoken.html("profile-programme", programme=cast.programme.name)
    if cast.group:
        yield spoken.html("profile-group", number=cast.group.number)
    if cast.member:
        yield from _roster_lines(spoken, cast.member)


def _roster_lines(spoken: Words, member: Member) -> Iterator[Markup]:
    for name, said in (
        ("department", member.department),
        ("series", member.job_series),
        ("grade", member.grade),
        ("interests", member.interests),
    ):
        if said:
            yield spoken.html(f"profile-word-{name}", said=said)
    for name, on in (("born", member.born_on), ("appointed", member.appointed_on)):
        if on:
            yield spoken.html(f"profile-date-{name}", on=on)

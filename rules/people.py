"""Who takes part in a programme."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a programme."""

    LEAD = "lead"
    """The lead (representative) mentor, who leads a group."""
    MENTOR = "mentor"
    """The intermediate mentor, closer in age to the mentees."""
    MENTEE = "mentee"
    """The newly appointed official."""

    @property
    def is_mentor(self) -> bool:
        """Whether this is a mentor of either tier."""
        return self is not Role.MENTEE


BETWEEN_INTERESTS = ", "
"""Stands between a member's interests in storage; no single interest holds a comma."""
